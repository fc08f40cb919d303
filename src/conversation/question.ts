/** The open question: what is asked, whether it is still the same, and how it is remembered. */
import type { AnyMachineSnapshot } from 'xstate';
import type { Flow, Prompt, PromptChoice, PromptSurroundings } from '#flows/kit.ts';
import { offeredBy, type Speech } from '#speech/speech.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import { normalised } from '#understanding/normalise.ts';
import type { Opened } from './open-conversation.ts';
import { type Conversation, rememberedQuestions } from './session.ts';
import { pathOf } from './step.ts';

/** News is told without putting the open question again, unless another question has taken its place. */
export function isSameQuestion({ snapshot, conversation }: Opened, after: AnyMachineSnapshot, prompt: Prompt): boolean {
  // Whoever hears of us for the first time needs the choices to answer with.
  if (conversation.asked.length === 0) return false;
  if (snapshot === after) return true;
  if (pathOf(snapshot.value) !== pathOf(after.value)) return false;
  const offered = offeredBy(prompt).map(([, event]) => event);
  const open = conversation.asked.at(-1)?.offered.map(([, event]) => event) ?? [];
  return offered.join('\n') === open.join('\n');
}

/** The question that the state waits with; a state without one is a bug. */
export function promptOf(flow: Flow, snapshot: AnyMachineSnapshot, around: PromptSurroundings): Prompt {
  const path = pathOf(snapshot.value);
  const prompt = flow.prompts[path];
  if (!prompt) throw new Error(`${flow.name}: no prompt for the state ${path}`);
  return prompt(snapshot.context as never, around);
}

/** The event of the choice whose own label was typed, in either language. */
export function choiceNamed(text: string, prompt: Prompt, shop: Shop, speech: Speech): string | undefined {
  const words = normalised(text);
  const isNamed = ({ label }: PromptChoice) =>
    (['ar', 'fr'] as const).some((language) => normalised(speech.sentence(label, { shop, language })) === words);
  return prompt.choices.find(isNamed)?.event;
}

/** The remembered questions, with the one that the letter of this number carries. */
export function asking(conversation: Conversation, prompt: Prompt, letter: number): Conversation['asked'] {
  const asked = { letter, offered: offeredBy(prompt), expects: prompt.expects, binding: prompt.binding === true };
  return [...conversation.asked.slice(1 - rememberedQuestions), asked];
}
