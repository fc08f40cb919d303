import type { Choice, Outgoing } from '#channels/channel.ts';
import type { Language, Prompt, PromptSurroundings, Statement } from '#flows/kit.ts';
import { cut, fitsLabel, longestDetail, longestLabel } from './labels.ts';
import { createSentenceBook, type SentenceBook } from './sentence-book.ts';
import { offeredBy, type Speech } from './speech.ts';
import { spoken } from './values.ts';
import { filled, type Voice } from './voice.ts';

/** What the person is asked to share, for channels that have a button for it. */
const asks = { place: 'location', phone: 'phone', number: undefined, text: undefined } as const;

/** Speech over the sentences in `locales/`; hours are those of the programme's time zone. */
export function createSpeech(timeZone: string = 'Africa/Casablanca'): Speech {
  const books: Readonly<Record<Language, SentenceBook>> = {
    ar: createSentenceBook('ar'),
    fr: createSentenceBook('fr'),
  };
  return {
    say({ statements, prompt }, { shop, today, language }: PromptSurroundings) {
      if (statements.length === 0 && prompt === undefined) return [];
      return letters(statements, prompt, { book: books[language], language, shop, today, timeZone });
    },
    sentence(statement, { shop, language }) {
      return spoken(statement, { book: books[language], language, shop, today: undefined, timeZone });
    },
  };
}

/** One letter, and before it what comes up to each sound, with the sound right after: the question stays last. */
function letters(statements: readonly Statement[], prompt: Prompt | undefined, voice: Voice): Outgoing[] {
  const said: Outgoing[] = [];
  let open: Statement[] = [];
  const sounding = statements.concat(prompt?.lines.some((line) => line.voice) ? prompt.lines : []);
  for (const statement of sounding) {
    open.push(statement);
    if (statement.voice === undefined) continue;
    said.push(merged(open, undefined, voice));
    said.push({ language: voice.language, body: '', choices: [], voice: statement.voice });
    open = [];
  }
  const rest = prompt && sounding.length > statements.length ? { ...prompt, lines: [] } : prompt;
  if (open.length > 0 || rest !== undefined) said.push(merged(open, rest, voice));
  return said;
}

function merged(statements: readonly Statement[], prompt: Prompt | undefined, voice: Voice): Outgoing {
  const told = lines(statements, voice);
  if (prompt === undefined) return { language: voice.language, body: told, choices: [] };
  const asked = lines(prompt.lines, voice);
  const after = lines(prompt.after ?? [], voice);
  const ask = prompt.expects === undefined ? undefined : asks[prompt.expects];
  return {
    language: voice.language,
    body: told === '' || asked === '' ? told + asked : `${told}\n\n${asked}`,
    choices: choicesOf(prompt, voice),
    ...(after === '' ? {} : { after }),
    ...(prompt.image === undefined ? {} : { image: prompt.image }),
    ...(ask === undefined ? {} : { ask }),
  };
}

function lines(statements: readonly Statement[], voice: Voice): string {
  return statements.reduce((text, statement) => {
    if (text === '') return spoken(statement, voice);
    return `${text}${statement.paragraph ? '\n\n' : '\n'}${spoken(statement, voice)}`;
  }, '');
}

/** The whole name where it fits, else the short one. */
function labelOf(statement: Statement, whole: string, voice: Voice): string {
  return cut(fitsLabel(whole) ? whole : spoken(statement, { ...voice, brief: true }), longestLabel);
}

function choicesOf(prompt: Prompt, voice: Voice): Choice[] {
  const offered = offeredBy(prompt);
  return prompt.choices.map((choice, index) => {
    const digit = offered[index]?.[0] ?? '';
    const label = spoken(choice.label, voice);
    const base = { id: choice.event, digit, label: labelOf(choice.label, label, voice) };
    if (choice.detail === undefined) return { ...base, line: filled('common.menuLine', { digit, label }, voice) };
    const detail = spoken(choice.detail, voice);
    return {
      ...base,
      detail: cut(detail, longestDetail),
      line: filled('common.menuLineDetail', { digit, label, detail }, voice),
    };
  });
}
