/** A conversation played on its pure machine, by the same steps that the host takes; reads are answered by the test. */

import { beginning, type MachineEvent, type Moved, pathOf, resumed, step } from '#conversation/step.ts';
import type { Flow, Language, Prompt, Statement, Surroundings } from '#flows/kit.ts';
import { createSpeech } from '#speech/create-speech.ts';
import { offeredBy } from '#speech/speech.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import type { ReadName, Reads } from '#trade/requests.ts';
import { smallShop } from './small-shop.ts';

type Answers = { [N in ReadName]?: (input: Reads[N]['input']) => Reads[N]['answer'] };

export interface Said {
  /** The keys of what was told, in order. */
  readonly keys: readonly string[];
  readonly statements: readonly Statement[];
  readonly commands: Moved['commands'];
  readonly handled: boolean;
}

const speech = createSpeech();

export class FlowHarness {
  /** What the trade would answer; a test sets them as its story goes on. */
  readonly answers: Answers = {};
  now = Date.UTC(2026, 10, 23, 9);
  language: Language = 'fr';
  shop: Shop = smallShop;
  #snapshot;
  /** A question in passing, offered once. */
  #aside: Prompt | undefined;
  readonly #flow: Flow;

  constructor(flow: Flow) {
    this.#flow = flow;
    this.#snapshot = beginning(flow);
  }

  /** Where it waits, as a dotted path. */
  get state(): string {
    return pathOf(this.#snapshot.value);
  }

  get context(): unknown {
    return this.#snapshot.context;
  }

  get prompt(): Prompt {
    const prompt = this.#flow.prompts[this.state];
    if (prompt === undefined) throw new Error(`${this.#flow.name}: no prompt for ${this.state}`);
    const own = prompt(this.context as never, this.#around());
    return this.#aside === undefined ? own : { ...this.#aside, ...(own.expects && { expects: own.expects }) };
  }

  async send(event: MachineEvent): Promise<Said> {
    // As the host does between two turns: what is not JSON does not survive.
    const saved = JSON.parse(JSON.stringify({ value: this.#snapshot.value, context: this.context }));
    const before = resumed(this.#flow, saved.value, saved.context);
    const moved = await step(this.#flow, before, event, this.#around(), async ({ name, input }) => {
      const answer = this.answers[name] as ((input: unknown) => unknown) | undefined;
      if (answer === undefined) throw new Error(`the test answers no ${name}`);
      return answer(input);
    });
    this.#snapshot = moved.snapshot;
    this.#aside = moved.aside;
    const keys = moved.statements.map(({ key }) => key);
    return { keys, statements: moved.statements, commands: moved.commands, handled: moved.handled };
  }

  /** Types the digit of a choice of the open question. */
  type(digit: string): Promise<Said> {
    const offered = offeredBy(this.prompt).find(([one]) => one === digit);
    if (offered === undefined) throw new Error(`${this.state} offers no ${digit}`);
    return this.tap(offered[1]);
  }

  /** Taps a choice, of this menu or an older one. */
  tap(choice: string): Promise<Said> {
    const colon = choice.indexOf(':');
    if (colon < 0) return this.send({ type: choice });
    return this.send({ type: choice.slice(0, colon), value: choice.slice(colon + 1) });
  }

  /** What the person reads: what is told, and the open question. */
  text(said: Pick<Said, 'statements'> = { statements: [] }, language: Language = this.language): string {
    const letters = speech.say({ statements: said.statements, prompt: this.prompt }, { ...this.#around(), language });
    return letters
      .flatMap(({ body, choices, after = '' }) => [body, ...choices.map(({ line }) => line), after])
      .filter(Boolean)
      .join('\n');
  }

  #around(): Surroundings & { language: Language } {
    return { shop: this.shop, now: this.now, today: '2026-11-23', freshId: 'fresh', language: this.language };
  }
}
