import type { Outgoing } from './channel.ts';

/** The whole message as one text whose menu is answered by digits: body, one line for each choice, what comes after. */
export function numberedText(outgoing: Outgoing): string {
  const menu = outgoing.choices.map((choice) => choice.line).join('\n');
  return [outgoing.body, menu, outgoing.after].filter(Boolean).join('\n\n');
}
