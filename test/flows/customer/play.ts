/** A customer's conversation played step by step on the pure machine, over the small shop of the tests. */
import { type AnyMachineSnapshot, transition } from 'xstate';
import { beginning, type MachineEvent, pathOf, resumed } from '#conversation/step.ts';
import { customerFlow } from '#flows/customer/flow.ts';
import type { CommandRequest, Language, Prompt, ReadRequest, Statement, Surroundings } from '#flows/kit.ts';
import { createSpeech } from '#speech/create-speech.ts';
import { offeredBy } from '#speech/speech.ts';
import { sampleShop } from '#test/support/shop.ts';
import type { Shop } from '#trade/catalogue/shop.ts';

/** What the customer does: a digit of the open question, a word or event by its type, or something typed. */
export type Doing = string | MachineEvent;

export interface Heard {
  readonly state: string;
  readonly told: readonly string[];
  readonly statements: readonly Statement[];
  readonly commands: readonly CommandRequest[];
  readonly reads: readonly ReadRequest[];
  /** Questions in passing. */
  readonly asides: readonly Prompt[];
  readonly handled: boolean;
}

const speech = createSpeech();

export class Customer {
  shop: Shop = sampleShop;
  now = Date.UTC(2026, 10, 23, 9);
  today = '2026-11-23';
  language: Language | undefined = 'fr';
  profile: Surroundings['profile'];
  #snapshot: AnyMachineSnapshot = beginning(customerFlow);
  #fresh = 0;

  get state(): string {
    return pathOf(this.#snapshot.value);
  }

  get context(): Record<string, unknown> {
    return this.#snapshot.context;
  }

  get prompt(): Prompt {
    const prompt = customerFlow.prompts[this.state];
    if (prompt === undefined) throw new Error(`no prompt for ${this.state}`);
    return prompt(this.context as never, this.#around());
  }

  /** Everything the session would keep, as the host keeps it. */
  get session(): string {
    return JSON.stringify({ value: this.#snapshot.value, context: this.context });
  }

  /** Goes on from a saved context of another version. */
  renew(saved: unknown): void {
    const start = beginning(customerFlow);
    this.#snapshot = resumed(customerFlow, start.value, customerFlow.carryOver(saved));
  }

  does(doing: Doing): Heard {
    const event = typeof doing === 'string' ? this.#eventOf(doing) : doing;
    if (event.type === 'language') this.language = event.value as Language;
    const saved = JSON.parse(this.session);
    const before = resumed(customerFlow, saved.value, saved.context);
    this.#fresh += 1;
    const full = { ...event, ...this.#around(), freshId: `basket-${this.#fresh}` };
    const [next, actions] = transition(customerFlow.machine, before, full);
    this.#snapshot = next;
    const params = <P>(type: string) =>
      (actions as readonly { type: string; params: unknown }[])
        .filter((action) => action.type === type)
        .map((action) => action.params as P);
    const statements = params<Statement>('say');
    return {
      state: this.state,
      told: statements.map(({ key }) => key),
      statements,
      commands: params<CommandRequest>('command'),
      reads: params<ReadRequest>('read'),
      asides: params<Prompt>('aside'),
      handled: next !== before || actions.length > 0,
    };
  }

  /** What the customer reads after it. */
  reads(heard: Pick<Heard, 'statements'> = { statements: [] }, language: Language = this.language ?? 'ar'): string {
    const [message] = speech.say(
      { statements: heard.statements, prompt: this.prompt },
      { ...this.#around(), language },
    );
    if (message === undefined) return '';
    return [message.body, ...message.choices.map(({ line }) => line), message.after ?? ''].filter(Boolean).join('\n');
  }

  #eventOf(words: string): MachineEvent {
    const offered = offeredBy(this.prompt).find(([digit]) => digit === words)?.[1] ?? words;
    if (/^\d+$/.test(offered)) return { type: 'number', value: offered };
    if (offered.startsWith('“')) return { type: 'text', text: offered.slice(1, -1) };
    const colon = offered.indexOf(':');
    if (colon < 0) return { type: offered };
    return { type: offered.slice(0, colon), value: offered.slice(colon + 1) };
  }

  #around(): Surroundings & { language: Language } {
    const { shop, now, today, language, profile } = this;
    return { shop, now, today, freshId: '', language: language as Language, ...(profile && { profile }) };
  }
}
