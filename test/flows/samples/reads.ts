/** What each read may be answered with, each kind of it once. */
import type { ReadName, Reads } from '#trade/requests.ts';
import { day, delivery, line, offer, order, part, reservation, round, shelf, sound } from './facts.ts';

const making = { cooperative: 'tazwit', source: 'cooperative' } as const;
const standing = { cooperative: 'tazwit', source: 'shelf' } as const;
const request = { request: 'help-1', who: 'Aïcha', role: 'customer', since: 0, isMine: false } as const;
const story = {
  ...{ order: 'A7H4', placedAt: 0, customer: { name: 'Aïcha', phone: '+212612345678' }, total: 7500 },
  ...{ way: delivery, isCancellable: false },
} as const;

export const reads: { [N in ReadName]: readonly Reads[N]['answer'][] } = {
  'orders.mine': [
    [],
    [{ ...order, state: 'confirmed', isCancellable: true, parts: [{ ...making, state: 'waiting' }] }],
    [
      { ...order, state: 'told', isCancellable: true, parts: [{ ...making, state: 'asked' }] },
      { ...order, number: 'B3K9', state: 'told', distributor: 'hassan', parts: [{ ...making, state: 'accepted' }] },
      { ...order, number: 'C4K9', state: 'delivering', distributor: 'hassan', code: '4821', parts: [] },
      { ...order, number: 'D3K9', state: 'delivered', parts: [] },
    ],
  ],
  'order.mine': [
    null,
    { ...order, state: 'confirmed', isCancellable: true, parts: [{ ...making, state: 'waiting' }] },
    { ...order, state: 'told', isCancellable: true, parts: [{ ...making, state: 'asked' }] },
    { ...order, state: 'told', trouble: 'unassigned', parts: [{ ...making, state: 'ready' }] },
    { ...order, state: 'delivering', trouble: 'failed', distributor: 'hassan', code: '4821', parts: [] },
    { ...order, way: shelf, state: 'told', isCancellable: true, parts: [{ ...standing, state: 'asked' }] },
    { ...order, way: shelf, state: 'told', code: '4821', parts: [{ ...standing, state: 'arrived' }] },
    ...(['delivered', 'collected', 'cancelled', 'returned', 'undone'] as const).map((state) => ({
      ...{ ...order, state, parts: [] },
    })),
  ],
  'order.again': [
    null,
    { order: 'A7H4', lines: [line], way: delivery },
    {
      order: 'A7H4',
      lines: [
        { ...line, price: 2000 },
        { ...line, product: 'gone' },
      ],
      way: shelf,
    },
    { order: 'A7H4', lines: [{ ...line, product: 'gone' }], way: shelf },
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
  'round.mine': [
    [],
    [
      { ...round, voice: sound },
      { ...round, state: 'onTheWay', order: 'B3K9' },
      { ...round, state: 'failed', failure: 'nobodyThere', order: 'C3K9' },
    ],
  ],
  'shelf.expected': [[], [{ part: 'part-1', order: 'A7H4', cooperative: 'tazwit', lines: [line], ready: true }]],
  'shelf.waiting': [[], [{ order: 'A7H4', receiver: 'Aïcha', cash: 5000 }]],
  'shelf.stock': [
    [],
    [
      { product: 'couscous', left: 3 },
      { product: 'honey', left: 0 },
    ],
  ],
  'reservation.show': [null, reservation, { ...reservation, state: 'withdrawn' }],
  'reservations.open': [[], [reservation]],
  'products.mine': [
    [],
    [
      { product: 'couscous', isOff: false, stock: { kind: 'onDemand' } },
      { product: 'honey', isOff: true, stock: { kind: 'counted', left: 4 } },
    ],
  ],
  'owed.mine': [
    { total: 0, heldBy: [], orders: [] },
    {
      total: 7500,
      heldBy: [
        { holder: { distributor: 'hassan' }, amount: 5000 },
        { holder: { shelf: 'benguerir' }, amount: 2500 },
      ],
      orders: [{ order: 'A7H4', amount: 5000 }],
    },
  ],
  'cash.mine': [
    { total: 0, own: 0, owed: [] },
    { total: 7500, own: 2500, owed: [{ cooperative: 'tazwit', amount: 5000 }] },
    { total: 2500, own: 2500, owed: [] },
    { total: 5000, own: 0, owed: [{ cooperative: 'tazwit', amount: 5000 }], isAtTill: true },
  ],
  'data.mine': [
    { chats: 1, orders: [], places: [], voiceNotes: 0, helpRequests: 0, openOrders: [] },
    {
      ...{ name: 'Aïcha', phone: '+212612345678', since: day, chats: 1, voiceNotes: 1, helpRequests: 1 },
      orders: [{ order: 'A7H4', day, total: 7500 }],
      places: [{ commune: 'bouchane', address: 'Rue 12' }],
      openOrders: ['A7H4'],
    },
  ],
  'stuck.list': [
    [],
    [
      { id: 'part:part-1', since: 0, kind: 'part', part: 'part-1', order: 'A7H4', cooperative: 'tazwit' },
      {
        ...{ id: 'reservation:reservation-1', since: 0, kind: 'reservation', order: 'B3K9', shelf: 'benguerir' },
        reservation: 'reservation-1',
      },
      { id: 'unassigned:A7H4', since: 0, kind: 'unassigned', order: 'A7H4', commune: 'bouchane', day },
      { id: 'failed:C3K9', since: 0, kind: 'failed', order: 'C3K9', distributor: 'hassan', cause: 'nobodyThere' },
      { id: 'returned:D3K9', since: 0, kind: 'returned', order: 'D3K9', distributor: 'hassan' },
      { id: 'help:help-1', since: 0, kind: 'help', request: 'help-1', who: 'Aïcha', isMine: false },
      { id: 'help:help-2', since: 0, kind: 'help', request: 'help-2', who: 'Karim', isMine: true },
    ],
  ],
  'order.story': [
    null,
    {
      ...{ ...story, state: 'told', isCancellable: true },
      parts: [{ ...making, part: 'part-1', state: 'asked', askedAt: 0 }],
    },
    {
      ...{ ...story, state: 'told', isCancellable: true },
      parts: [{ ...making, part: 'part-1', state: 'asked', askedAt: 0, effectiveAt: 120_000 }],
    },
    {
      ...{ ...story, state: 'told', receiver: 'Fatima', parts: [] },
      delivery: { state: 'unassigned', day, askedBefore: ['hassan'] },
    },
    {
      ...{ ...story, state: 'delivering', parts: [] },
      delivery: { state: 'failed', distributor: 'hassan', day, failure: 'nobodyThere', askedBefore: [] },
    },
    {
      ...{ ...story, way: shelf, state: 'told', isCancellable: true },
      parts: [{ ...standing, part: 'part-1', state: 'asked' }],
      reservation: { reservation: 'reservation-1', state: 'asked', askedAt: 0 },
    },
    { ...story, state: 'delivered', parts: [{ ...making, part: 'part-1', state: 'handedOver' }] },
    {
      ...{ ...story, state: 'returned', parts: [{ ...making, part: 'part-1', state: 'returned' }] },
      delivery: { state: 'returned', distributor: 'hassan', day, askedBefore: [] },
    },
    {
      ...{ ...story, state: 'returned', parts: [{ ...making, part: 'part-1', state: 'returned' }] },
      delivery: { state: 'returned', distributor: 'hassan', day, askedBefore: [], isBack: true },
    },
  ],
  'help.show': [
    null,
    {
      ...request,
      state: 'open',
      messages: [
        { from: 'person', words: 'Bonjour' },
        { from: 'person', voice: sound },
      ],
    },
    {
      ...request,
      state: 'taken',
      isMine: true,
      phone: '+212612345678',
      messages: [{ from: 'volunteer', words: 'Oui' }],
    },
    { ...request, state: 'taken', messages: [] },
    { ...request, state: 'closed', messages: [] },
  ],
};
