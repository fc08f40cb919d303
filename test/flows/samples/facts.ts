/** Facts that the samples of all roles are made of. */
import type { OfferView, RoundStop } from '#trade/deliveries/delivery.ts';
import type { OrderView, PartView } from '#trade/orders/order.ts';
import type { ReservationView } from '#trade/shelves/requests.ts';

export const day = '2026-11-25';
export const line = { product: 'couscous', quantity: 2, price: 2500 };
export const delivery = { kind: 'delivery', commune: 'bouchane', address: 'Rue 12', day, mayCall: true } as const;
export const shelf = { kind: 'shelf', shelf: 'benguerir' } as const;
export const stop = { cooperative: 'tazwit', state: 'ready', code: '4821' } as const;
export const sound = { source: 'kept/sound', mimeType: 'audio/ogg' } as const;
export const answered = { order: 'A7H4', undoUntil: Date.UTC(2026, 10, 23, 9, 2) } as const;

export const order = {
  ...{ number: 'A7H4', total: 7500, fee: 2500, way: delivery, lines: [line], isCancellable: false },
} as const satisfies Partial<OrderView>;

export const offer = {
  id: 'offer-1',
  order: 'A7H4',
  state: 'open',
  day,
  stops: [stop],
  commune: 'bouchane',
  fee: 2500,
  cash: 7500,
  weight: 1200,
  awkward: ['rug'],
  expiresAt: Date.UTC(2026, 10, 23, 10),
} as const satisfies OfferView;

export const part = {
  ...{ id: 'part-1', order: 'A7H4', lines: [line], amount: 5000, day },
  way: { kind: 'delivery', commune: 'bouchane' },
} as const satisfies Partial<PartView>;

export const round = {
  order: 'A7H4',
  state: 'taken',
  day,
  stops: [stop],
  receiver: 'Aïcha',
  phone: '+212612345678',
  commune: 'bouchane',
  address: 'Rue 12',
  cash: 7500,
  fee: 2500,
} as const satisfies RoundStop;

export const reservation = {
  ...{ id: 'reservation-1', order: 'A7H4', state: 'asked', receiver: 'Aïcha', lines: [line], cash: 5000 },
} as const satisfies ReservationView;
