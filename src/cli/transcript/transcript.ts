/**
 * A conversation written down as one reads it, to be kept and played again:
 *
 *     # A remark.
 *     @amina                          whose phone; it may change at any line
 *     > bonjour                       what the person does
 *     > [location 32.2363, -7.9536]
 *     > [choice product:miel-thym]
 *     < Bonjour et bienvenue…         what Bladi says; a message goes on in the lines indented by two spaces
 *       1. Les produits
 *
 * What differs from one time to the next stands as `{number}`, `{code}` or `{day}`, with a digit where there are
 * several: `{code2}`. The same name is the same value throughout, also in what a person types. A line that is only `…`
 * stands for whatever is said there.
 */
import { UsageError } from '../command.ts';

export interface Line {
  readonly chat: string;
  readonly from: 'person' | 'bot';
  readonly text: string;
  /** Where it begins in the file. */
  readonly at: number;
}

export function parseTranscript(source: string, name: string): Line[] {
  const lines: Line[] = [];
  let chat: string | undefined;
  let open: { from: Line['from']; chat: string; text: string[]; at: number } | undefined;
  const finish = () => {
    if (open) lines.push({ ...open, text: open.text.join('\n').trimEnd() });
    open = undefined;
  };
  for (const [index, line] of source.split(/\r?\n/).entries()) {
    const mark = line[0];
    if (mark === '>' || mark === '<') {
      finish();
      if (chat === undefined) throw new UsageError(`${name}:${index + 1} speaks before a line such as @amina.`);
      open = { from: mark === '>' ? 'person' : 'bot', chat, text: [line.slice(1).trimStart()], at: index + 1 };
    } else if (open && (line.startsWith('  ') || line.trim() === '')) {
      open.text.push(line.slice(2));
    } else if (mark === '@') {
      finish();
      chat = line.slice(1).trim();
    } else if (mark === '#' || line.trim() === '') {
      finish();
    } else {
      throw new UsageError(`${name}:${index + 1} begins with none of @ > < # or two spaces.`);
    }
  }
  finish();
  return lines;
}

/** One turn of somebody as lines of a transcript. */
export function writeLine({ from, text }: Pick<Line, 'from' | 'text'>): string {
  const mark = from === 'person' ? '>' : '<';
  return `${mark} ${text.split('\n').join('\n  ')}`.replace(/[ \t]+$/gm, '');
}

/** What a person's line asks the simulator to do. */
export function actOf(text: string): object {
  const [, kind, value = ''] = /^\[(choice|location) (.+)\]$/.exec(text.trim()) ?? [];
  if (kind === 'choice') return { choice: value };
  if (kind === 'location') {
    const [latitude = Number.NaN, longitude = Number.NaN] = value.split(',').map(Number);
    if (Number.isNaN(latitude + longitude)) throw new UsageError('A place is written [location 32.2363, -7.9536].');
    return { location: { latitude, longitude } };
  }
  return { text };
}
