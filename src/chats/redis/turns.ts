/** Claims and commits, as the scripts take and give them. */
import type { ChatAddress } from '#channels/channel.ts';
import type { Claim, Command, Head, Item, Session, TurnOutcome } from '#chats/chat-store.ts';

/** What a script answers for a claim. */
export type ClaimReply = [
  fence: number,
  kind: Head['kind'],
  element: string,
  pending: number,
  version: string | null,
  state: string | null,
  written: number,
  throws: number,
  losses: number,
];

export function itemElement(item: Item): { id: string; item: string } {
  return { id: JSON.stringify(item.id), item: JSON.stringify(item) };
}

function commandElement(command: Command): string {
  return JSON.stringify([command.key, command]);
}

/** How the list element of a head begins, by which the commit knows that it is still the same. */
export function beginningOf(head: Head): string {
  const id = JSON.stringify(head.id);
  return head.kind === 'item' ? `[${head.seen},${id},` : `[${id},`;
}

function headOf(kind: Head['kind'], element: string, pending: boolean): Head {
  if (kind === 'command') {
    const [id, command] = JSON.parse(element) as [string, Command];
    return { kind, id, command };
  }
  const [seen, id, item] = JSON.parse(element) as [number, string, Item];
  return { kind, id, item, seen, pending };
}

/** `session` is given where the caller knows it, because it has just written it. */
export function claimOf(chat: ChatAddress, reply: ClaimReply, session?: { known: Session | undefined }): Claim {
  const [fence, kind, element, pending, version, state, written, throws, losses] = reply;
  const kept = version === null || state === null ? undefined : { version: Number(version), state };
  return {
    chat,
    fence,
    head: headOf(kind, element, pending === 1),
    session: session === undefined ? kept : session.known,
    written,
    throws,
    losses,
  };
}

/** The session as it is after a commit. */
export function sessionAfter(claim: Claim, turn: TurnOutcome): Session | undefined {
  const state = turn.state ?? claim.session?.state;
  return state === undefined ? undefined : { version: (claim.session?.version ?? 0) + 1, state };
}

export interface CommitOptions {
  /** Lease of the next claim, 0 for none. */
  readonly lease: number;
  readonly turnBell: string;
  readonly mailBell: string;
}

export function commitArguments(claim: Claim, turn: TurnOutcome, options: CommitOptions): (string | number)[] {
  return [
    claim.chat,
    claim.fence,
    claim.session?.version ?? 0,
    claim.head.kind,
    beginningOf(claim.head),
    turn.state ?? '',
    options.lease,
    turn.buried === undefined ? '' : JSON.stringify(turn.buried),
    turn.handOver === true ? 1 : 0,
    options.turnBell,
    options.mailBell,
    turn.letters.length,
    // Of letters that are handed over only the number is kept.
    ...turn.letters.map((letter) => (turn.handOver === true ? '' : JSON.stringify(letter))),
    ...turn.commands.map((command, index) =>
      commandElement({ key: `${claim.head.id}|${index + 1}`, name: command.name, input: command.input }),
    ),
  ];
}
