/**
 * What every conversation is made of.
 *
 * A flow is a pure XState machine with one prompt for each state in which it waits. The machine takes events and *asks*
 * for things through the actions named here; the host carries them out. A prompt is data: which sentences, which choices.
 */
import type { AnyStateMachine } from 'xstate';
import type { Day } from '#base/clock.ts';
import type { Centimes } from '#base/money.ts';
import type { MediaReference } from '#channels/channel.ts';
import type { SentenceKey } from '#locales/sentences.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import type { Notice, Question, QuestionAgain, QuestionGone } from '#trade/notices.ts';
import type { CommandName, Commands, ReadName, Reads, Refusal } from '#trade/requests.ts';

export type Language = 'ar' | 'fr';

/** What stands in a sentence. Names are looked up in the shop in the person's language, by whoever speaks. */
export type Value =
  | number
  | { readonly money: Centimes }
  | { readonly product: string }
  /** A product's unit, as `500 g`. */
  | { readonly unitOf: string }
  /** So many units of a product in the units people say: `1,5 kg`, `3 × 500 g`, `2 pièces`. */
  | { readonly amountOf: string; readonly quantity: number }
  | { readonly category: string }
  | { readonly cooperative: string }
  | { readonly commune: string }
  | { readonly distributor: string }
  | { readonly shelf: string }
  /** A text of the shop in both languages, such as a story. */
  | { readonly words: { readonly ar?: string; readonly fr?: string } }
  /** What somebody typed. */
  | { readonly typed: string }
  /** An order number, a code, a phone: always read from left to right. */
  | { readonly code: string }
  | { readonly day: Day }
  /** A moment, ms since 1970, said as an hour; with its day where that is not today. */
  | { readonly time: number }
  /** A weight in grams, said in kilograms. */
  | { readonly grams: number }
  /** Another sentence, such as a reason, with its own values. */
  | { readonly sentence: SentenceKey; readonly values?: Readonly<Record<string, Value>> }
  | { readonly list: readonly Value[] };

/** One sentence to say; `count` among the values chooses its plural form. */
export interface Statement {
  readonly key: SentenceKey;
  readonly values?: Readonly<Record<string, Value>>;
  /** Sound that belongs to the sentence; it leaves right after it, as a letter of its own. */
  readonly voice?: MediaReference;
  /** Begins a paragraph: an empty line stands above it, where there is anything above. */
  readonly paragraph?: true;
}

export interface PromptChoice {
  /** The event it stands for, `type` or `type:value`, at most 64 bytes; it is also what a tapped button brings back. */
  readonly event: string;
  /** `0` for going back or none; the others are numbered from 1 in their order. */
  readonly digit?: 0;
  readonly label: Statement;
  readonly detail?: Statement;
}

/** The question a state asks. At most ten choices, so that it fits a list on every channel. */
export interface Prompt {
  readonly lines: readonly Statement[];
  readonly choices: readonly PromptChoice[];
  readonly after?: readonly Statement[];
  /** What else than a choice answers it: a typed number, free text, a phone, a place in words or as a pin. */
  readonly expects?: 'number' | 'text' | 'phone' | 'place';
  /** A question about money or a promise: only an answer given after it was sent counts. */
  readonly binding?: true;
  readonly image?: MediaReference;
  /** Where the same question is put again: what stands in place of its lines and of what comes after it. */
  readonly again?: readonly Statement[];
}

/** What the host adds to every event: the edition in force and the moment. */
export interface Surroundings {
  readonly shop: Shop;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** The day in the programme's time zone. */
  readonly today: Day;
  /** A fresh identifier, for a basket about to be confirmed. */
  readonly freshId: string;
  /** The person's language, or undefined while it is not known. */
  readonly language: Language | undefined;
  /** What the channel knows of the person without asking; the phone in E.164 form. */
  readonly profile?: { readonly name?: string; readonly phone?: string };
}

/** What a person does, once understood. Choices arrive as their own events: `{ type: 'product', value: 'miel-thym' }`. */
export type PersonEvent =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly value: string }
  | { readonly type: 'phone'; readonly value: string }
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number }
  /** Four digits typed by somebody who gives goods, or five where one slipped in. */
  | { readonly type: 'code'; readonly value: string }
  /** An order's number, in capitals. */
  | { readonly type: 'order'; readonly value: string }
  /** Something said; `media` is kept by the house already. */
  | { readonly type: 'voice'; readonly media: MediaReference; readonly seconds?: number };

type ReadEvent = { [N in ReadName]: { readonly type: `${N}.done`; readonly answer: Reads[N]['answer'] } }[ReadName];
type CommandEvent = {
  [N in CommandName]:
    | { readonly type: `${N}.done`; readonly answer: Commands[N]['answer'] }
    | { readonly type: `${N}.refused`; readonly reason: Refusal };
}[CommandName];

/** Global words mean the same everywhere; the host knows their spellings, each flow says what they do. */
export type GlobalWord =
  | 'menu'
  | 'basket'
  | 'help'
  | 'volunteer'
  | 'stop'
  | 'orders'
  | 'back'
  | 'undo'
  | 'privacy'
  | 'forget'
  | 'again'
  | 'thanks';

/** A greeting, and the language just chosen or changed (the host has already changed it). */
export type OpeningEvent = { readonly type: 'hello' } | { readonly type: 'language'; readonly value: Language };

export type HouseEvent = Notice | Question | QuestionAgain | QuestionGone;

/** An event as a machine receives it. `C` are the flow's own choices. */
export type FlowEvent<C extends { readonly type: string }> = (
  | C
  | PersonEvent
  | ReadEvent
  | CommandEvent
  | HouseEvent
  | OpeningEvent
  | { readonly type: Exclude<GlobalWord, 'thanks'> }
  /** With the words as they were typed, where somebody may want to read them; a tap has none. */
  | { readonly type: 'thanks'; readonly text?: string }
) &
  Surroundings;

/**
 * The parameters of the five actions a machine may name: `say`, `read`, `command`, `handled` for a silent yes, and
 * `aside` for a question in passing: its choices are offered in place of the state's own, once, and mean the same in
 * every state; what the state expects (a name, a number) can still be typed.
 */
export type ReadRequest = { [N in ReadName]: { readonly name: N; readonly input: Reads[N]['input'] } }[ReadName];
export type CommandRequest = {
  [N in CommandName]: { readonly name: N; readonly input: Commands[N]['input'] };
}[CommandName];

export interface Flow {
  readonly name: 'customer' | 'cooperative' | 'distributor' | 'shelf' | 'volunteer';
  /** Goes up when a saved state of before can no longer be resumed. */
  readonly version: number;
  readonly machine: AnyStateMachine;
  /** One for each state that waits for a person, by its dotted path: `checkout.name`. */
  readonly prompts: Readonly<Record<string, (context: never, around: PromptSurroundings) => Prompt>>;
  /** The context a conversation goes on with when its saved state is of another version: what is worth keeping. */
  readonly carryOver: (context: unknown) => unknown;
}

/** What a prompt may look at besides the conversation's own context. */
export interface PromptSurroundings {
  readonly shop: Shop;
  readonly now: number;
  readonly today: Day;
  readonly language: Language;
}

/** The implementations given to `setup()`: they do nothing, because the host reads the requests and acts. */
export const requestActions = {
  say: (_: unknown, _statement: Statement) => {},
  read: (_: unknown, _request: ReadRequest) => {},
  command: (_: unknown, _request: CommandRequest) => {},
  aside: (_: unknown, _prompt: Prompt) => {},
  handled: () => {},
};
