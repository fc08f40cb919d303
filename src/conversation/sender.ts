/** Letters leave chat by chat, in order, apart from the turns; every failure has its own reaction. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Logger, masked } from '#base/logger.ts';
import { type Channel, channelOf, type Letter, type Receipt } from '#channels/channel.ts';
import type { ChatStore, MailClaim } from '#chats/chat-store.ts';
import { createLoops, type Loops } from './loops.ts';

export interface SenderTools {
  readonly store: ChatStore;
  readonly channels: ReadonlyMap<string, Channel>;
  readonly logger: Logger;
  readonly onReceipt?: (channel: string, outcome: Receipt['outcome']) => void;
  /** How long a channel may take over one letter, in ms; 20,000 unless given. */
  readonly patience?: number;
}

/** Doubles from one second to five minutes, in ms. */
function delayAfter(attempts: number): number {
  return Math.min(1000 * 2 ** attempts, 300_000);
}

/** Well below the lease of a claim, so that a channel that hangs is not left with the letter while another sends it. */
const defaultPatience = 20_000;

/** Whatever a channel does, there is a receipt. */
async function attempt(channel: Channel, letter: Letter, { logger, patience = defaultPatience }: SenderTools) {
  const patient = new AbortController();
  const silence = pause(patience, undefined, { signal: patient.signal }).then(
    (): Receipt => ({ outcome: 'later', reason: `${channel.name} did not answer` }),
  );
  // Ended early, it has nothing to say.
  silence.catch(() => {});
  try {
    return await Promise.race([channel.send(letter), silence]);
  } catch (error) {
    logger.error({ err: error, key: masked(letter.key) }, 'a channel threw');
    return { outcome: 'later', reason: String(error) } satisfies Receipt;
  } finally {
    patient.abort();
  }
}

/** Sends the claimed letters until one must wait; settles what has left or never will. */
async function sendAll(claim: MailClaim, tools: SenderTools, isStopping: () => boolean): Promise<void> {
  const { store, logger, onReceipt } = tools;
  const channel = tools.channels.get(channelOf(claim.chat));
  if (!channel) throw new Error(`no channel for a letter of ${channelOf(claim.chat)}`);
  for (const { number, key, outgoing } of claim.letters) {
    if (isStopping()) return store.deferMail(claim, 0);
    const receipt: Receipt = await attempt(channel, { chat: claim.chat, key, outgoing }, tools);
    onReceipt?.(channel.name, receipt.outcome);
    if (receipt.outcome === 'later') {
      const wait = receipt.at === undefined ? delayAfter(claim.attempts) : Math.max(0, receipt.at - Date.now());
      logger.warn({ chat: masked(claim.chat), reason: receipt.reason, wait }, 'a letter waits');
      return store.deferMail(claim, wait);
    }
    if (receipt.outcome === 'wrong') logger.error({ key: masked(key), reason: receipt.reason }, 'a letter was wrong');
    if (receipt.outcome === 'refused')
      logger.warn({ chat: masked(claim.chat), reason: receipt.reason }, 'a chat is closed');
    if (!(await store.settleMail(claim, number))) return;
  }
}

/** The senders of this process. */
export function createSender(tools: SenderTools, name: string): Loops {
  const channels = [...tools.channels.keys()];
  const loops = createLoops({
    async work() {
      const claim = await tools.store.claimMail(name, channels);
      if (claim) await sendAll(claim, tools, () => loops.isStopping);
      return claim !== undefined;
    },
    wait: tools.store.waitForMail,
    logger: tools.logger,
    trouble: 'sending could not go on; it tries again',
  });
  return loops;
}
