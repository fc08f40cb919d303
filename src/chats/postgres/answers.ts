/** Claims as the database's functions describe them. */
import type { ChatAddress, Outgoing } from '#channels/channel.ts';
import type { Claim, Command, Head, Item, MailClaim } from '#chats/chat-store.ts';

/** One row of the type `chat_answer`; a function that answers nothing gives a row of nulls. */
export interface ChatAnswer {
  readonly outcome: 'admitted' | 'duplicate' | 'flooded' | 'claimed' | 'committed' | 'stale' | null;
  readonly notice: boolean | null;
  readonly chat: ChatAddress;
  /** Null when there is no claim. */
  readonly fence: number | null;
  readonly kind: Head['kind'];
  readonly id: string;
  readonly content: string | null;
  readonly seen: number;
  readonly pending: boolean;
  readonly version: number | null;
  readonly state: string | null;
  readonly written: number;
  readonly throws: number;
  readonly losses: number;
  /** In how many ms there will be something to claim, where a function tells. */
  readonly due: number | null;
}

/** `item` is given where the caller has just handed it in and the function does not give it back. */
export function claimOf(answer: ChatAnswer, item?: Item): Claim | undefined {
  const { chat, fence, version, state, written, throws, losses } = answer;
  if (fence === null) return undefined;
  const session = version === null || state === null ? undefined : { version, state };
  return { chat, fence, head: headOf(answer, item), session, written, throws, losses };
}

function headOf({ kind, id, content, seen, pending }: ChatAnswer, given: Item | undefined): Head {
  if (kind === 'command') return { kind, id, command: JSON.parse(content ?? '') as Command };
  return { kind, id, item: given ?? (JSON.parse(content ?? '') as Item), seen, pending };
}

export interface MailAnswer {
  readonly chat: ChatAddress;
  readonly fence: number | null;
  readonly letters: string | null;
  readonly attempts: number;
}

export function mailClaimOf({ chat, fence, letters, attempts }: MailAnswer): MailClaim | undefined {
  if (fence === null || letters === null) return undefined;
  const parsed = JSON.parse(letters) as [number, Outgoing][];
  return {
    chat,
    fence,
    attempts,
    letters: parsed.map(([number, outgoing]) => ({ number, key: `${chat}|${number}`, outgoing })),
  };
}
