/** How each command may end well, each kind of it once, and why it may be refused. */
import type { UndoableName } from '#trade/people/requests.ts';
import type { CommandName, Commands, Refusal } from '#trade/requests.ts';
import { answered } from './facts.ts';

const undoable: readonly UndoableName[] = [
  ...(['part.accept', 'part.refuse', 'part.ready', 'offer.take', 'offer.refuse'] as const),
  ...(['delivery.fail', 'delivery.retry', 'delivery.return', 'delivery.assign', 'arrival.note'] as const),
  'delivery.noteBack',
  ...(['reservation.accept', 'reservation.refuse', 'shelf.count'] as const),
  ...(['product.switch', 'product.stock', 'cooperative.away'] as const),
];

const settled = { ...answered, undoUntil: 0 };

const settledCash = { what: 'settled', order: '', cash: 5000, left: 0, cooperative: 'tazwit', amount: 5000 } as const;

export const answers: { [N in CommandName]: readonly Commands[N]['answer'][] } = {
  'order.place': [{ number: 'A7H4', total: 7500, undoUntil: answered.undoUntil }],
  'order.undo': [{ order: 'A7H4' }],
  'order.cancel': [{ order: 'A7H4' }],
  'part.accept': [answered, settled],
  'part.refuse': [answered],
  'part.ready': [answered],
  'offer.take': [answered, settled],
  'offer.refuse': [answered],
  'delivery.fail': [answered],
  'delivery.retry': [answered],
  'delivery.return': [answered],
  'delivery.noteBack': [answered],
  'delivery.assign': [answered],
  'arrival.note': [answered, settled],
  'reservation.accept': [answered],
  'reservation.refuse': [answered],
  'shelf.count': [
    {
      ...{ ...answered, order: '', total: 5000 },
      sold: [{ product: 'couscous', quantity: 2, amount: 5000 }],
      received: [{ product: 'honey', quantity: 1 }],
    },
  ],
  'product.switch': [{ ...answered, order: '' }],
  'product.stock': [{ ...answered, order: '' }],
  'cooperative.away': [{ ...answered, order: '' }],
  'cash.give': [{ cooperative: 'tazwit', amount: 5000 }],
  'handover.confirm': [
    ...(['pickedUp', 'delivered', 'collected'] as const).map((what) => ({
      ...{ what, order: 'A7H4', cash: 7500, left: what === 'pickedUp' ? 1 : 0 },
    })),
    ...[2500, 0].map((held) => ({ ...settledCash, held })),
  ],
  'help.ask': [{ request: 'help-1' }],
  'help.take': [{ request: 'help-1', who: 'Aïcha' }],
  'help.reply': [{ request: 'help-1', who: 'Aïcha' }],
  'help.close': [{ request: 'help-1', who: 'Aïcha' }],
  'voice.keep': [{ note: 'note-1', by: Date.UTC(2026, 10, 23, 13) }],
  'voice.ask': [{ request: 'help-1' }],
  'person.forget': [{}],
  'answer.undo': undoable.map((what) => {
    if (what === 'product.switch' || what === 'product.stock') return { what, product: 'couscous' };
    return what === 'cooperative.away' || what === 'shelf.count' ? { what } : { what, order: 'A7H4' };
  }),
};

/** Each flow treats some in a way of its own; the others stand for all. */
export const refusals: readonly Refusal[] = [
  ...(['basketEmpty', 'priceChanged', 'productGone', 'outOfStock', 'dayGone', 'placeNotServed'] as const),
  ...(['alreadyTold', 'alreadyAnswered', 'offerGone', 'notYours', 'notYet', 'codeUnknown', 'nothingHeld'] as const),
  ...(['tooManyTries', 'shelfGone', 'tooLate', 'nothingToUndo', 'ordersOpen', 'alreadyTaken'] as const),
  ...(['unknown', 'failed'] as const),
];
