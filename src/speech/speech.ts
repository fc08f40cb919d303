/**
 * From what is meant to what is said: statements and a prompt become one message in the person's language, with its
 * choices numbered, values formatted and isolated against mixed direction.
 */

import type { Outgoing } from '#channels/channel.ts';
import type { Language, Prompt, PromptSurroundings, Statement } from '#flows/kit.ts';

export interface Utterance {
  /** What is told first, in order. */
  readonly statements: readonly Statement[];
  /** The question that is open afterwards, if it is to be asked (again). */
  readonly prompt: Prompt | undefined;
}

/** The choices of a message that was sent, as the chat keeps them: digit and event. */
export type Offered = readonly (readonly [digit: string, event: string])[];

export interface Speech {
  /** Everything that one turn says, merged into as few messages as can be: one, and one for each sound. The question is in the last. */
  say(utterance: Utterance, around: PromptSurroundings): readonly Outgoing[];
  /** One sentence alone, for pages and terminals. */
  sentence(statement: Statement, around: { shop: PromptSurroundings['shop']; language: Language }): string;
}

/** The digits under which a prompt's choices are offered: `0` where the choice says so, else 1, 2, 3… in their order. */
export function offeredBy(prompt: Prompt): Offered {
  let next = 1;
  return prompt.choices.map((choice) => [choice.digit === 0 ? '0' : String(next++), choice.event] as const);
}
