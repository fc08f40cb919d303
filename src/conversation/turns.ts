/** The turns of this process: workers that claim what waits, and callers that wait for the answer to one message. */
import type { ChatAddress, Incoming, Outgoing } from '#channels/channel.ts';
import type { Claim } from '#chats/chat-store.ts';
import { type ClaimTools, type Handled, handleClaim } from './handle-claim.ts';
import { createLoops, type Loops } from './loops.ts';

export interface Turns extends Pick<Loops, 'start' | 'stop'> {
  /** Admits a message, runs its turns and those of its commands, and resolves with what is said to this chat. */
  answer(incoming: Incoming): Promise<Outgoing[]>;
}

/** Somebody who waits for the answer to one message. */
interface Caller {
  readonly item: string;
  readonly letters: Outgoing[];
  /** True once the message's own turn is over. */
  isHeard: boolean;
  /** True once no command of it is left, either. */
  isAnswered: boolean;
}

function note(caller: Caller, { head }: Claim, { letters, next }: Handled): void {
  caller.letters.push(...letters);
  caller.isHeard ||= head.id === caller.item;
  caller.isAnswered ||= caller.isHeard && next?.head.kind !== 'command';
}

/** Renewed at a third of the lease, so that one lost renewal does not lose the turn. */
const renewEvery = 5_000;

export function createTurns(tools: ClaimTools, worker: string): Turns {
  const { store, logger } = tools;
  /** Chats whose next letters go to a caller, with what was said so far. */
  const awaited = new Map<ChatAddress, Caller>();
  const loops = createLoops({
    async work() {
      const claim = await store.claim(worker);
      if (claim) await run(claim);
      return claim !== undefined;
    },
    wait: store.waitForTurn,
    logger,
    trouble: 'a worker could not go on; it tries again',
  });

  /** Runs a claim and, as long as the chat has more to do, the next ones. */
  async function run(first: Claim): Promise<void> {
    let claim: Claim | undefined = first;
    const renewal = setInterval(() => {
      if (claim) store.renew(claim).catch((error) => logger.warn({ err: error }, 'a lease could not be renewed'));
    }, renewEvery);
    try {
      while (claim) {
        const caller = awaited.get(claim.chat);
        const handled: Handled = await handleClaim(claim, tools, { handOver: caller !== undefined });
        if (caller && handled.isDone) note(caller, claim, handled);
        claim = handled.next;
        if (claim && loops.isStopping) {
          await store.giveBack(claim, { delay: 0 });
          claim = undefined;
        }
      }
    } finally {
      clearInterval(renewal);
    }
  }

  return {
    start: loops.start,
    stop: loops.stop,
    async answer(incoming) {
      const { chat, id, at } = incoming;
      while (awaited.has(chat)) await store.waitForTurn(50);
      const caller: Caller = { item: id, letters: [], isHeard: false, isAnswered: false };
      awaited.set(chat, caller);
      try {
        const admission = await store.admit(chat, { from: 'person', id, at, incoming }, { claimFor: worker });
        if (admission.outcome !== 'admitted') return [];
        if (admission.claim) await run(admission.claim);
        while (!caller.isAnswered) {
          const claim = await store.claimChat(worker, chat);
          if (claim) await run(claim);
          else await store.waitForTurn(50);
        }
        return caller.letters;
      } finally {
        awaited.delete(chat);
      }
    },
  };
}
