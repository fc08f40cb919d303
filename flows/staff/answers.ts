/** What is said after an answer: that it is noted, for how long it can be taken back, and what was taken back. */
import type { SentenceKey } from '#locales/sentences.ts';
import type { UndoableName, Undone } from '#trade/people/requests.ts';
import type { Statement, Surroundings } from '../kit.ts';
import { about } from './lines.ts';

const second = 1000;
const minute = 60 * second;
/** What an answer takes to be kept and told is not counted: two minutes are said to be two minutes. */
const onTheWay = 5 * second;

/** Nothing when the answer has taken effect already. */
export function undoLines(undoUntil: number, now: number): readonly Statement[] {
  const left = undoUntil - now;
  if (left <= 0) return [];
  const minutes = Math.floor((left + onTheWay) / minute);
  if (minutes === 0) return [{ key: 'staff.undoSeconds', values: { count: Math.ceil(left / second) } }];
  return [{ key: 'staff.undoMinutes', values: { count: minutes } }];
}

export type AnsweredEvent = Pick<Surroundings, 'now'> & { answer: { order: string; undoUntil: number } };

/** After an answer about an order: what it means, then how to come back on it. */
export function notedLines(keys: readonly SentenceKey[], { now, answer }: AnsweredEvent): readonly Statement[] {
  return [...keys.map((key) => about(key, answer.order)), ...undoLines(answer.undoUntil, now)];
}

const undone: Readonly<Record<UndoableName, SentenceKey>> = {
  'part.accept': 'staff.undoneYes',
  'part.refuse': 'staff.undoneNo',
  'part.ready': 'staff.undoneReady',
  'offer.take': 'staff.undoneYes',
  'offer.refuse': 'staff.undoneNo',
  'delivery.fail': 'staff.undoneFailed',
  'delivery.retry': 'staff.undoneRetry',
  'delivery.return': 'staff.undoneReturn',
  'delivery.noteBack': 'staff.undoneBack',
  'delivery.assign': 'staff.undoneAssign',
  'arrival.note': 'staff.undoneArrival',
  'reservation.accept': 'staff.undoneYes',
  'reservation.refuse': 'staff.undoneNo',
  'shelf.count': 'staff.undoneCount',
  'product.switch': 'staff.undoneProduct',
  'product.stock': 'staff.undoneProduct',
  'cooperative.away': 'staff.undoneAway',
};

export function undoneLine({ what, order, product }: Undone): Statement {
  const values = { order: { code: order ?? '' }, product: { product: product ?? '' } };
  return { key: undone[what], values };
}
