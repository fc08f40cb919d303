/**
 * What people type, made safe to keep and to repeat: one line, without invisible characters that turn text round or make
 * two words look alike, and not longer than a bound.
 */

/** Direction controls, zero-width characters and other invisible signs, except what holds an emoji together. */
const invisible =
  /(?!\uFE0F|(?<=\p{Extended_Pictographic}\uFE0F?|\p{Emoji_Modifier})\u200D(?=\p{Extended_Pictographic}))\p{Default_Ignorable_Code_Point}|[\uFFF9-\uFFFB]/gu;
const lineBreaksAndControls = /[\p{Cc}\u2028\u2029]+/gu;
/** Letters that draw nothing stand among the letters of Hangul. */
const suspicious = /[^\p{L}\p{N}\p{P} ]|[\u115F\u1160\u3164\uFFA0]/u;

/** More code units than any emoji or letter with its marks needs; a longer one is a tower of marks. */
const longestGrapheme = 24;
const tower = /\p{M}{8}/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** A text of at most `most` characters as people count them, cut with an ellipsis where it was longer. */
function capped(text: string, most: number): string {
  if (text.length <= most && !tower.test(text)) return text;
  let kept = '';
  let count = 0;
  for (const { segment } of graphemes.segment(text)) {
    if (count === most) return `${kept.trimEnd()}…`;
    kept += segment.length <= longestGrapheme ? segment : String.fromCodePoint(segment.codePointAt(0) ?? 0);
    count += 1;
  }
  return kept;
}

/** One clean line of what somebody typed. */
export function cleanTyped(text: string, most = 300): string {
  if (!suspicious.test(text) && !text.includes('  ')) return capped(text.trim(), most);
  const visible = text.toWellFormed().replace(lineBreaksAndControls, ' ').replace(invisible, '');
  return capped(visible.replace(/\s+/gu, ' ').trim(), most);
}
