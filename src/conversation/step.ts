/** One conversation moved on by events: XState's pure `transition`, with its requests collected and its reads answered. */
import { type AnyMachineSnapshot, initialTransition, transition } from 'xstate';
import type { CommandRequest, Flow, Prompt, ReadRequest, Statement, Surroundings } from '#flows/kit.ts';

/** More than this many reads and answers in one turn is a loop in a machine. */
const mostSteps = 20;

export interface Moved {
  readonly snapshot: AnyMachineSnapshot;
  readonly statements: readonly Statement[];
  readonly commands: readonly CommandRequest[];
  /** A question in passing, asked in place of the state's own. */
  readonly aside: Prompt | undefined;
  /** False when the machine had nothing to do with the first event. */
  readonly handled: boolean;
}

export interface MachineEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

type AnswerRead = (request: ReadRequest) => Promise<unknown>;

interface Request {
  readonly type: string;
  readonly params: unknown;
}

/** The state a conversation begins in. */
export function beginning(flow: Flow): AnyMachineSnapshot {
  return initialTransition(flow.machine)[0];
}

/** The state a saved conversation goes on from. */
export function resumed(flow: Flow, value: unknown, context: unknown): AnyMachineSnapshot {
  return flow.machine.resolveState({ value: value as string, context: context as object });
}

/** The dotted path of the state, by which its prompt is named. */
export function pathOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const [name, inner] = Object.entries(value as Record<string, unknown>)[0] ?? ['', ''];
  return `${name}.${pathOf(inner)}`;
}

/** Sends one event, then the answers of the reads that it asked for, until the machine waits. */
export async function step(
  flow: Flow,
  before: AnyMachineSnapshot,
  first: MachineEvent,
  around: Surroundings,
  answerRead: AnswerRead,
): Promise<Moved> {
  const statements: Statement[] = [];
  const commands: CommandRequest[] = [];
  const events: MachineEvent[] = [first];
  let snapshot = before;
  let aside: Prompt | undefined;
  let handled = false;
  for (let steps = 0; events.length > 0; steps++) {
    if (steps === mostSteps) throw new Error(`${flow.name}: more than ${mostSteps} steps in one turn`);
    const event = { ...events.shift(), ...around };
    const [next, actions] = transition(flow.machine, snapshot, event as never);
    if (steps === 0) handled = next !== snapshot || actions.length > 0;
    snapshot = next;
    for (const { type, params } of actions as readonly Request[]) {
      if (type === 'say') statements.push(params as Statement);
      else if (type === 'aside') aside = params as Prompt;
      else if (type === 'command') commands.push(params as CommandRequest);
      else if (type === 'read') {
        const request = params as ReadRequest;
        events.push({ type: `${request.name}.done`, answer: await answerRead(request) });
      }
    }
  }
  return { snapshot, statements, commands, aside, handled };
}
