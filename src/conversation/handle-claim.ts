/** What becomes of one claim: a turn, a command and its turn, a retry, or a burial. */
import { type Logger, masked } from '#base/logger.ts';
import type { ChatStore, Claim, Command, Commit, TurnOutcome } from '#chats/chat-store.ts';
import type { Database, Transaction } from '#database/database.ts';
import { isTransient } from '#database/transient.ts';
import type { Statement } from '#flows/kit.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome, Refusal } from '#trade/requests.ts';
import { carryOut, park, type RunCommand } from './carry-out.ts';
import { begunAnew, mendedState } from './mend-session.ts';
import { actingAs, languageOf } from './roles.ts';
import { type Conversation, decode } from './session.ts';
import type { MachineEvent } from './step.ts';
import { runTurn, sayOnly, type TurnTools } from './turn.ts';

/** A head whose turn threw this often is buried, with one apology. */
const mostThrows = 5;
/** A head whose worker died this often is buried: it may be what kills them. */
const mostLosses = 20;

export interface ClaimTools extends TurnTools {
  readonly store: ChatStore;
  readonly database: Database;
  readonly runCommand: RunCommand;
  /** Tells the volunteers that a command failed for good. */
  readonly reportParked: (trx: Transaction, actor: Actor, command: string) => Promise<void>;
  readonly logger: Logger;
  readonly onTurn?: (outcome: 'committed' | 'stale' | 'buried' | 'retried') => void;
}

/** How long a chat rests after trouble that may pass by itself, in ms; spread so that chats do not come back at once. */
const rest = () => 1000 + Math.random() * 1000;

function answerEvent(name: string, outcome: Outcome<unknown>): MachineEvent {
  if (outcome.ok) return { type: `${name}.done`, answer: outcome.answer };
  return { type: `${name}.refused`, reason: outcome.reason satisfies Refusal };
}

/** Nobody changes roles while a command is under way: it belongs to the role in which the chat acts. */
function actorOf(claim: Claim, tools: ClaimTools): Actor {
  const saved = savedIn(claim);
  const held = tools.rolesOf(claim.chat);
  const acting = actingAs(saved, held);
  return { chat: claim.chat, ...acting, language: languageOf(saved?.language, acting, held) };
}

function savedIn({ session }: Claim): Conversation | undefined {
  try {
    return session && decode(session.state);
  } catch {
    return undefined;
  }
}

async function outcomeOf(claim: Claim, tools: ClaimTools): Promise<TurnOutcome> {
  if (claim.head.kind === 'item') return runTurn({ claim }, tools);
  const { command } = claim.head;
  const outcome = await carryOut(tools.database, tools.runCommand, actorOf(claim, tools), command);
  return runTurn({ claim, answer: answerEvent(command.name, outcome) }, tools);
}

/** The head given up: a command's conversation goes on from a refusal, an item's chat gets one apology. */
async function burial(claim: Claim, reason: string, tools: ClaimTools): Promise<TurnOutcome> {
  const { head } = claim;
  tools.logger.error({ chat: masked(claim.chat), head: head.id, reason }, 'a turn was buried');
  if (head.kind === 'command') return { ...(await commandBuried(claim, head.command, tools)), buried: reason };
  const key = head.item.from === 'person' ? 'common.turnFailed' : 'common.newsFailed';
  return { ...apology(claim, key, tools), state: mendedState(claim, tools), buried: reason };
}

/** What was carried out is never called a failure: then it is only its news that could not be told. */
async function commandBuried(claim: Claim, command: Command, tools: ClaimTools): Promise<TurnOutcome> {
  const { name } = command;
  const actor = actorOf(claim, tools);
  const outcome = await park(tools.database, (trx) => tools.reportParked(trx, actor, name), actor, command);
  try {
    return await runTurn({ claim, answer: answerEvent(name, outcome) }, tools);
  } catch (error) {
    tools.logger.error({ err: error }, 'the answer to a parked command could not be given');
    // The conversation waits for this very answer: as it is, it would wait for ever.
    return { ...apology(claim, 'common.newsFailed', tools), state: begunAnew(claim, tools) };
  }
}

function apology(claim: Claim, key: Statement['key'], tools: ClaimTools): TurnOutcome {
  return sayOnly({ key }, { shop: tools.shop(), language: actorOf(claim, tools).language }, tools);
}

/** Often enough to outlast a short absence of the store, within the lease. */
const commitAttempts = 3;

/** A commit whose answer was lost is asked again: the store gives the same answer to the same claim. */
async function commitSurely(store: ChatStore, claim: Claim, outcome: TurnOutcome): Promise<Commit> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.commit(claim, outcome, { keep: true });
    } catch (error) {
      if (attempt === commitAttempts || !isTransient(error)) throw error;
    }
  }
}

export interface Handled {
  /** False when the head is still to be handled, by whoever claims it next. */
  readonly isDone: boolean;
  readonly letters: TurnOutcome['letters'];
  readonly next: Claim | undefined;
}

const undone: Handled = { isDone: false, letters: [], next: undefined };

/**
 * Runs the claim to its commit or gives it back; the commit's next claim, if any, is the caller's to go on with. Throws
 * only when the store or the report fails; the lease then runs out and the head is claimed again.
 */
export async function handleClaim(claim: Claim, tools: ClaimTools, options: { handOver: boolean }): Promise<Handled> {
  const { store, logger } = tools;
  let outcome: TurnOutcome;
  try {
    if (claim.losses >= mostLosses) outcome = await burial(claim, 'its worker was lost too often', tools);
    else outcome = await outcomeOf(claim, tools);
  } catch (error) {
    if (isTransient(error)) {
      logger.warn({ err: error, chat: masked(claim.chat), head: claim.head.id }, 'a turn will be tried again');
      await store.giveBack(claim, { delay: rest() });
      tools.onTurn?.('retried');
      return undone;
    }
    logger.error(
      { err: error, chat: masked(claim.chat), head: claim.head.id, throws: claim.throws + 1 },
      'a turn threw',
    );
    if (claim.throws + 1 < mostThrows) {
      await store.giveBack(claim, { delay: 100 * 2 ** claim.throws, threw: true });
      tools.onTurn?.('retried');
      return undone;
    }
    outcome = await burial(claim, 'its turn threw too often', tools);
  }
  const commit = await commitSurely(store, claim, { ...outcome, handOver: options.handOver });
  tools.onTurn?.(commit.outcome === 'stale' ? 'stale' : outcome.buried ? 'buried' : 'committed');
  if (commit.outcome === 'stale') return undone;
  return { isDone: true, letters: outcome.letters, next: commit.next };
}
