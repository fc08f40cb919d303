/**
 * Walks a conversation: from its beginning, everything that its questions offer and everything that may arrive, until no
 * new situation turns up. A situation is a state, the kinds of choices it offers, and the shape of its context: which
 * fields are there, not their values. Of situations that look alike to the person, some are walked and stand for the rest.
 */
import { type AnyMachineSnapshot, transition } from 'xstate';
import { beginning, type MachineEvent, pathOf } from '#conversation/step.ts';
import type { CommandRequest, Flow, Prompt, ReadRequest, Statement, Surroundings } from '#flows/kit.ts';
import { offeredBy } from '#speech/speech.ts';
import type { Samples } from './samples.ts';

export interface Situation {
  readonly path: string;
  readonly prompt: Prompt | undefined;
  /** Events on offer that the state does nothing with. */
  readonly dead: readonly string[];
  /** What was said on the way to any of the next situations. */
  readonly said: readonly Statement[];
  /** True while a command waits for its answer: no person's message reaches the machine then. */
  readonly isPending: boolean;
  readonly next: readonly string[];
}

/** Loops of reads answered by reads, and situations without end, are faults of a machine. */
const mostReads = 20;
const mostSituations = 6000;
/** How many situations are walked that a person could not tell apart. */
const mostAlike = 16;
/** The same, where an answer or a question in passing is waited for: what follows differs by that alone. */
const mostWaitingAlike = 4;

interface Place {
  readonly snapshot: AnyMachineSnapshot;
  readonly pending: readonly CommandRequest[];
  /** A question in passing, which stands in place of the state's own. */
  readonly aside?: Prompt | undefined;
}

interface Step {
  readonly to: Place;
  readonly said: readonly Statement[];
  readonly handled: boolean;
}

type Around = Omit<Surroundings, 'language'>;

export function walk(flow: Flow, around: Around, samples: Samples): ReadonlyMap<string, Situation> {
  const situations = new Map<string, Situation>();
  const waiting: Place[] = [];
  const seen = new Set<string>();
  const alike = new Map<string, string[]>();

  /** The situation that stands for this place; a new one is walked later. */
  function situationOf(place: Place): string {
    const key = keyOf(place);
    if (seen.has(key)) return key;
    const look = lookOf(flow, place, around);
    const others = alike.get(look) ?? [];
    const [first] = others;
    const isOpen = place.pending.length === 0 && place.aside === undefined;
    if (first !== undefined && others.length >= (isOpen ? mostAlike : mostWaitingAlike)) return first;
    alike.set(look, [...others, key]);
    seen.add(key);
    waiting.push(place);
    return key;
  }

  situationOf({ snapshot: beginning(flow), pending: [] });
  for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) {
    if (situations.size > mostSituations) throw new Error(`${flow.name}: more than ${mostSituations} situations`);
    const prompt = promptOf(flow, place, around);
    const offered = new Set(prompt ? offeredBy(prompt).map(([, event]) => event) : []);
    const said: Statement[] = [];
    const dead: string[] = [];
    const next = new Set<string>();
    for (const [name, event] of eventsAt(place, offered, prompt, samples)) {
      const steps = stepsFrom(flow, place, event, around, samples);
      if (offered.has(name) && steps.some(({ handled }) => !handled)) dead.push(name);
      for (const step of steps) {
        said.push(...step.said);
        next.add(situationOf(step.to));
      }
    }
    const isPending = place.pending.length > 0;
    situations.set(keyOf(place), {
      path: pathOf(place.snapshot.value),
      prompt,
      dead,
      said,
      isPending,
      next: [...next],
    });
  }
  return situations;
}

/** What a person could tell apart: the state, the kinds of choices, what is expected. */
function lookOf(flow: Flow, place: Place, around: Around): string {
  const { snapshot, pending } = place;
  const prompt = promptOf(flow, place, around);
  const kinds = new Set(prompt?.choices.map(({ event }) => event.split(':')[0]));
  return [pathOf(snapshot.value), ...kinds, prompt?.expects, ...pending.map(({ name }) => name)].join(' ');
}

/** The question a person sees; one in passing leaves open what can be typed. */
function promptOf(flow: Flow, { snapshot, aside }: Place, around: Around): Prompt | undefined {
  const { value, context } = snapshot;
  const own = flow.prompts[pathOf(value)]?.(context as never, { ...around, language: 'fr' });
  if (aside === undefined || own === undefined) return own;
  return { ...aside, ...(own.expects !== undefined && { expects: own.expects }) };
}

function* eventsAt(
  place: Place,
  offered: ReadonlySet<string>,
  prompt: Prompt | undefined,
  samples: Samples,
): Generator<readonly [name: string, event: MachineEvent]> {
  if (place.pending.length > 0) {
    for (const command of place.pending) {
      for (const event of samples.answersTo(command)) yield [event.type, event];
    }
    return;
  }
  for (const id of offered) yield [id, asEvent(id)];
  for (const event of samples.typed[prompt?.expects ?? 'nothing']) yield [`typed ${event.type}`, event];
  for (const event of samples.anywhere) yield [`word ${event.type}`, event];
}

function asEvent(id: string): MachineEvent {
  const colon = id.indexOf(':');
  return colon < 0 ? { type: id } : { type: id.slice(0, colon), value: id.slice(colon + 1) };
}

/** One event and the answers to the reads it asks for, in every way that the samples answer them. */
function stepsFrom(flow: Flow, place: Place, event: MachineEvent, around: Around, samples: Samples, depth = 0): Step[] {
  if (depth > mostReads) throw new Error(`${flow.name}: reads without end after ${event.type}`);
  const [snapshot, actions] = transition(flow.machine, place.snapshot, { ...event, ...around, language: 'fr' });
  const asked = actions as readonly { readonly type: string; readonly params: unknown }[];
  const of = (type: string) => asked.filter((action) => action.type === type).map(({ params }) => params);
  const isAnswer = place.pending.some(({ name }) => event.type.startsWith(`${name}.`));
  const pending = [...(isAnswer ? [] : place.pending), ...(of('command') as CommandRequest[])];
  const said = of('say') as Statement[];
  const aside = (of('aside') as Prompt[]).at(-1);
  const handled = snapshot !== place.snapshot || asked.length > 0;
  const [read] = of('read') as ReadRequest[];
  if (read === undefined) return [{ to: { snapshot, pending, aside }, said, handled }];
  return samples.answersToRead(read).flatMap((answer) =>
    stepsFrom(flow, { snapshot, pending }, answer, around, samples, depth + 1).map(({ to, said: more }) => ({
      ...{ to, handled },
      said: [...said, ...more],
    })),
  );
}

function keyOf({ snapshot, pending, aside }: Place): string {
  const context = JSON.parse(JSON.stringify(snapshot.context));
  const passing = aside?.choices.map(({ event }) => event.split(':')[0]).join() ?? '';
  return `${pathOf(snapshot.value)} ${JSON.stringify(shapeOf(context))} ${pending.map(({ name }) => name).join()} ${passing}`;
}

/** Which fields there are, not what is in them; of lists, whether there is nothing, one or more. */
function shapeOf(value: unknown): unknown {
  // `category:miel` and `cooperative:zhour` are lists of two kinds.
  if (typeof value === 'string') return value.includes(':') ? value.split(':')[0] : 'string';
  if (Array.isArray(value)) return value.length === 0 ? [] : [value.length === 1 ? 'one' : 'more'];
  if (typeof value !== 'object' || value === null)
    return typeof value === 'boolean' || value === null ? value : typeof value;
  const fields = Object.entries(value).map(([name, field]) => [name, shapeOf(field)] as const);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The situations from which none of these can be reached. */
export function deadEnds(situations: ReadonlyMap<string, Situation>, isGoal: (path: string) => boolean): string[] {
  const alive = new Set([...situations].filter(([, { path }]) => isGoal(path)).map(([key]) => key));
  for (let grew = true; grew; ) {
    grew = false;
    for (const [key, { next }] of situations) {
      if (alive.has(key) || !next.some((one) => alive.has(one))) continue;
      alive.add(key);
      grew = true;
    }
  }
  return [...situations.keys()].filter((key) => !alive.has(key));
}
