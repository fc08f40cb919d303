/** What may arrive in a conversation besides the choices it offers, with answers of the trade of every kind. */
import type { MachineEvent } from '#conversation/step.ts';
import type { CommandRequest, GlobalWord, ReadRequest } from '#flows/kit.ts';
import { answers, refusals } from './samples/answers.ts';
import { sound } from './samples/facts.ts';
import { news } from './samples/news.ts';
import { reads } from './samples/reads.ts';

export interface Samples {
  readonly typed: Readonly<Record<'number' | 'text' | 'phone' | 'place' | 'nothing', readonly MachineEvent[]>>;
  /** Words, and news of the house. */
  readonly anywhere: readonly MachineEvent[];
  answersTo(command: CommandRequest): readonly MachineEvent[];
  answersToRead(read: ReadRequest): readonly MachineEvent[];
}

const words: readonly GlobalWord[] = [
  ...(['menu', 'basket', 'help', 'volunteer', 'stop', 'orders', 'back', 'undo', 'privacy', 'thanks'] as const),
  ...(['forget', 'again'] as const),
];

const place: MachineEvent = { type: 'location', latitude: 32.24, longitude: -7.95 };
const text: MachineEvent = { type: 'text', text: 'Aïcha Benali' };
const number: MachineEvent = { type: 'number', value: '2' };

export function samplesFor(role: string): Samples {
  return {
    typed: {
      number: [number, { type: 'number', value: '500' }],
      text: [text, { type: 'text', text: '?' }, { type: 'text', text: '1=7 2=12' }, { type: 'text', text: '1=3 2=0' }],
      phone: [{ type: 'phone', value: '+212612345678' }, text, number],
      place: [text, place],
      nothing: [],
    },
    anywhere: [
      ...words.map((type) => ({ type })),
      ...['yes', 'no', 'hello'].map((type) => ({ type })),
      { type: 'thanks', text: 'Merci beaucoup !' },
      { type: 'language', value: 'fr' },
      { type: 'product', value: 'couscous' },
      { type: 'code', value: '4821' },
      { type: 'order', value: 'A7H4' },
      { type: 'voice', media: sound, seconds: 4 },
      ...(news[role] ?? []),
    ],
    answersTo: ({ name }) => [
      ...answers[name].map((answer) => ({ type: `${name}.done`, answer })),
      ...refusals.map((reason) => ({ type: `${name}.refused`, reason })),
    ],
    answersToRead: ({ name }) => reads[name].map((answer) => ({ type: `${name}.done`, answer })),
  };
}
