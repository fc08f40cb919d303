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

/**
 * The event of the choice whose own label was typed, in either language; or of the only one whose label has all the words
 * that were typed, as « Youssoufia » for « Rayon de Youssoufia ».
 */
export function choiceNamed(text: string, prompt: Prompt, shop: Shop, speech: Speech): string | undefined {
  const typed = normalised(text);
  const labelsOf = ({ label }: PromptChoice) =>
    (['ar', 'fr'] as const).map((language) => normalised(speech.sentence(label, { shop, language })));
  const whole = prompt.choices.find((choice) => labelsOf(choice).includes(typed));
  if (whole !== undefined) return whole.event;
  const words = typed.split(' ');
  if (!words.some((word) => word.length >= tellingLetters)) return undefined;
  const named = prompt.choices.filter((choice) => labelsOf(choice).some((label) => hasAll(label.split(' '), words)));
  return named.length === 1 ? named[0]?.event : undefined;
}

/** Shorter words stand in too many labels to name one of them. */
const tellingLetters = 5;

/** Arabic writes «بـ» and «لـ» as one word with what follows. */
function hasAll(label: readonly string[], words: readonly string[]): boolean {
  return words.every((word) =>
    label.some((own) => own === word || (own.length - word.length === 1 && /^[بل]/u.test(own) && own.endsWith(word))),
  );
}

/** The remembered questions, with the one that the letter of this number carries. */
export function asking(conversation: Conversation, prompt: Prompt, letter: number): Conversation['asked'] {
  const asked = { letter, offered: offeredBy(prompt), expects: prompt.expects, binding: prompt.binding === true };
  return [...conversation.asked.slice(1 - rememberedQuestions), asked];
}
