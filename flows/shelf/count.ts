/** An evening count as keepers type it: `1=7 2=12`, `١=٧`, `1:7`, with commas, line breaks or « et » between. */

/** The number of a product in the list, and the units that stand on the shelf. */
export type Pair = readonly [number: number, left: number];

export interface ReadCount {
  readonly pairs: readonly Pair[];
  /** What was not understood, as it was typed; what stands beside it counts all the same. */
  readonly unclear: readonly string[];
}

const pair = /^و?(\d{1,4})[=:](\d{1,4})$/;
const separators = /[\s,،;؛]+/;
/** « and », in the ways in which it stands alone. */
const between = new Set(['et', 'and', 'w', 'و', '']);

/** `most` is the last number of the list. */
export function readCount(text: string, most: number): ReadCount {
  const pairs: Pair[] = [];
  const unclear: string[] = [];
  for (const word of wordsOf(text)) {
    const [, number, left] = pair.exec(word) ?? [];
    if (number !== undefined && isListed(Number(number), most)) pairs.push([Number(number), Number(left)]);
    else if (!between.has(word.toLowerCase())) unclear.push(word);
  }
  return { pairs, unclear };
}

function isListed(number: number, most: number): boolean {
  return number >= 1 && number <= most;
}

/** Spaces round the sign, and « و » or a full stop between two pairs, are only ways of writing. */
function wordsOf(text: string): readonly string[] {
  return westernDigits(text)
    .replace(/\s*([=:＝：])\s*/g, (_, sign: string) => (sign === '=' || sign === '＝' ? '=' : ':'))
    .replace(/(\d)[.و]+(?=\s|$|\d+[=:])/g, '$1 ')
    .split(separators);
}

const arabicDigits = /[٠-٩۰-۹]/g;

function westernDigits(text: string): string {
  return text.replace(arabicDigits, (digit) => String(digit.charCodeAt(0) & 15));
}
