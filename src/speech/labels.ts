/** Short texts for buttons and rows: without direction marks, and cut between words where they are too long. */
import { withoutMarks } from './bidi.ts';

export const longestLabel = 24;
export const longestDetail = 72;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** Letters and signs of Latin and Arabic writing that are one character each, so that nothing need be looked at twice. */
const simple = /^[\u0020-\u02FF\u0620-\u064A\u0660-\u066D\u2010-\u2027]*$/;
/** What no text ends with: signs, little words such as « de », a bracket that was not closed. */
const danglingAtEnd = /(?:\s\([^)]*|\s\p{Script=Latin}{1,2})?[\s,،;؛:.(«"'’\u2013-]*$/u;

/** Whether it can stand in a list row as it is. */
export function fitsLabel(marked: string): boolean {
  return marked.length <= longestLabel || withoutMarks(marked).length <= longestLabel;
}

/** At most `most` UTF-16 units, never within a character, with an ellipsis where something was left out. */
export function cut(marked: string, most: number): string {
  const text = withoutMarks(marked);
  if (text.length <= most) return text;
  let kept = wholeCharacters(text, most - 1);
  const space = kept.lastIndexOf(' ');
  const endsWord = text[kept.length] === ' ';
  if (!endsWord && space >= most / 2) kept = kept.slice(0, space);
  return `${kept.replace(danglingAtEnd, '')}…`;
}

function wholeCharacters(text: string, most: number): string {
  if (simple.test(text.slice(0, most + 1))) return text.slice(0, most);
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > most) break;
    kept += segment;
  }
  return kept;
}
