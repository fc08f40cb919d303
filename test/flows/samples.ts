/** What may arrive in a conversation besides the choices it offers, with answers of the trade of every kind. */
import type { MachineEvent } from '#conversation/step.ts';
import type { CommandRequest, GlobalWord, ReadRequest } from '#flows/kit.ts';
import type { OfferView, RoundStop } from '#trade/deliveries/delivery.ts';
import type { CommandName, Commands, ReadName, Reads, Refusal } from '#trade/requests.ts';

export interface Samples {
  readonly typed: Readonly<Record<'number' | 'text' | 'phone' | 'place' | 'nothing', readonly MachineEvent[]>>;
  /** Words, and news of the house. */
  readonly anywhere: readonly MachineEvent[];
  answersTo(command: CommandRequest): readonly MachineEvent[];
  answersToRead(read: ReadRequest): readonly MachineEvent[];
}

const day = '2026-11-25';
const line = { product: 'couscous', quantity: 2, price: 2500 };
const delivery = { kind: 'delivery', commune: 'bouchane', address: 'Rue 12', day, mayCall: true } as const;
const shelf = { kind: 'shelf', shelf: 'benguerir' } as const;
const stop = { cooperative: 'tazwit', state: 'ready', code: '4821' } as const;
const order = { number: 'A7H4', total: 7500, fee: 2500, way: delivery } as const;

const offer = {
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

const part = {
  ...{ id: 'part-1', order: 'A7H4', lines: [line], amount: 5000, day },
  way: { kind: 'delivery', commune: 'bouchane' },
} as const;

const round = {
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

const reads: { [N in ReadName]: readonly Reads[N]['answer'][] } = {
  'orders.mine': [
    [],
    [
      { ...order, state: 'confirmed', parts: [{ cooperative: 'tazwit', state: 'waiting' }] },
      { ...order, state: 'told', parts: [{ cooperative: 'tazwit', state: 'asked' }] },
      { ...order, state: 'told', distributor: 'hassan', parts: [{ cooperative: 'tazwit', state: 'accepted' }] },
      { ...order, state: 'delivering', distributor: 'hassan', code: '4821', parts: [] },
      { ...order, state: 'delivered', parts: [] },
    ],
    [
      { ...order, way: shelf, state: 'told', code: '4821', parts: [{ cooperative: 'tazwit', state: 'arrived' }] },
      { ...order, state: 'told', parts: [{ cooperative: 'tazwit', state: 'ready' }] },
      { ...order, way: shelf, state: 'collected', parts: [] },
      { ...order, state: 'cancelled', parts: [] },
      { ...order, state: 'undone', parts: [] },
    ],
  ],
  'part.show': [
    null,
    { ...part, state: 'asked' },
    { ...part, state: 'accepted' },
    { ...part, state: 'ready', way: shelf },
    { ...part, state: 'refused' },
  ],
  'parts.open': [
    [],
    [
      { ...part, state: 'accepted' },
      { ...part, id: 'part-2', state: 'ready' },
    ],
  ],
  'offer.show': [null, offer, { ...offer, state: 'lapsed' }],
  'round.mine': [[], [round, { ...round, state: 'onTheWay', order: 'B2K9' }]],
  'shelf.expected': [[], [{ part: 'part-1', order: 'A7H4', cooperative: 'tazwit', lines: [line], ready: true }]],
  'shelf.waiting': [[], [{ order: 'A7H4', receiver: 'Aïcha', cash: 5000 }]],
};

const undoUntil = Date.UTC(2026, 10, 23, 9, 2);

const answers: { [N in CommandName]: readonly Commands[N]['answer'][] } = {
  'order.place': [{ number: 'A7H4', total: 7500, undoUntil }],
  'order.undo': [{ order: 'A7H4' }],
  'part.accept': [{ order: 'A7H4' }],
  'part.refuse': [{ order: 'A7H4' }],
  'part.ready': [{ order: 'A7H4' }],
  'offer.take': [{ order: 'A7H4' }],
  'offer.refuse': [{ order: 'A7H4' }],
  'arrival.note': [
    { order: 'A7H4', complete: false },
    { order: 'A7H4', complete: true },
  ],
  'handover.confirm': (['pickedUp', 'delivered', 'collected'] as const).map((what) => ({
    ...{ what, order: 'A7H4', cash: 7500, left: what === 'pickedUp' ? 1 : 0 },
  })) as Commands['handover.confirm']['answer'][],
  'help.ask': [{}],
};

const refusals: readonly Refusal[] = [
  ...(['basketEmpty', 'priceChanged', 'productGone', 'outOfStock', 'dayGone', 'placeNotServed'] as const),
  ...(['alreadyTold', 'alreadyAnswered', 'offerGone', 'notYours', 'notYet', 'codeUnknown'] as const),
  ...(['tooManyTries', 'failed'] as const),
];

const words: readonly GlobalWord[] = [
  ...(['menu', 'basket', 'help', 'volunteer', 'stop', 'orders', 'back', 'undo', 'privacy', 'thanks'] as const),
];

const customerNews: readonly MachineEvent[] = [
  { name: 'order.answered', order: 'A7H4', accepted: ['tazwit'], refused: [], total: 7500 },
  {
    ...{ name: 'order.answered', order: 'A7H4', accepted: ['tazwit'], total: 7500 },
    refused: [{ cooperative: 'nour', cause: 'away', products: ['honey'] }],
  },
  {
    name: 'order.refused',
    order: 'A7H4',
    refused: [{ cooperative: 'nour', cause: 'outOfStock', products: ['honey'] }],
  },
  { name: 'delivery.taken', order: 'A7H4', distributor: 'hassan', day },
  { name: 'delivery.unassigned', order: 'A7H4' },
  { name: 'delivery.onTheWay', order: 'A7H4', distributor: 'hassan', code: '4821', cash: 7500 },
  { name: 'delivery.delivered', order: 'A7H4', paid: 7500 },
  { name: 'shelf.ready', order: 'A7H4', shelf: 'benguerir', code: '4821', cash: 5000 },
  { name: 'shelf.collected', order: 'A7H4', paid: 5000 },
].map((notice) => ({ type: 'notice', notice }));

const questions = (kind: 'part' | 'offer'): readonly MachineEvent[] => {
  const id = `${kind}-1`;
  return [
    { type: 'question', kind, id, order: 'A7H4' },
    { type: 'question.gone', kind, id, order: 'A7H4' },
  ];
};

/** What the house sends to each role. */
const news: Readonly<Record<string, readonly MachineEvent[]>> = {
  customer: customerNews,
  cooperative: questions('part'),
  distributor: questions('offer'),
};

const place: MachineEvent = { type: 'location', latitude: 32.24, longitude: -7.95 };
const text: MachineEvent = { type: 'text', text: 'Aïcha Benali' };
const number: MachineEvent = { type: 'number', value: '2' };

export function samplesFor(role: string): Samples {
  return {
    typed: {
      number: [number, { type: 'number', value: '500' }],
      text: [text, { type: 'text', text: '?' }],
      phone: [{ type: 'phone', value: '+212612345678' }, text, number],
      place: [text, place],
      nothing: [],
    },
    anywhere: [
      ...words.map((type) => ({ type })),
      ...['yes', 'no', 'hello'].map((type) => ({ type })),
      { type: 'language', value: 'fr' },
      { type: 'product', value: 'couscous' },
      { type: 'code', value: '4821' },
      ...(news[role] ?? []),
    ],
    answersTo: ({ name }) => [
      ...answers[name].map((answer) => ({ type: `${name}.done`, answer })),
      ...refusals.map((reason) => ({ type: `${name}.refused`, reason })),
    ],
    answersToRead: ({ name }) => reads[name].map((answer) => ({ type: `${name}.done`, answer })),
  };
}
