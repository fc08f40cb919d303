/** What the house sends: questions and notices, each kind once for each role. */
import type { MachineEvent } from '#conversation/step.ts';
import type {
  CooperativeNotice,
  CustomerNotice,
  DistributorNotice,
  PersonNotice,
  QuestionKind,
  ShelfNotice,
  VolunteerNotice,
} from '#trade/notices.ts';
import { day, line, sound } from './facts.ts';

const order = 'A7H4';

const person: readonly PersonNotice[] = [
  { name: 'help.taken' },
  { name: 'help.replied', words: 'Bonjour, je regarde.' },
  { name: 'answer.failed', order, reason: 'alreadyAnswered' },
];

const customer: readonly CustomerNotice[] = [
  { name: 'order.answered', order, accepted: ['tazwit'], refused: [], total: 7500 },
  {
    ...{ name: 'order.answered', order, accepted: ['tazwit'], total: 7500, fee: { now: 2500, before: 3000 } },
    refused: [
      { cooperative: 'nour', cause: 'away', products: ['honey'] },
      { shelf: 'benguerir', cause: 'outOfStock', products: ['couscous'] },
    ],
  },
  { name: 'order.refused', order, refused: [{ cooperative: 'nour', cause: 'outOfStock', products: ['honey'] }] },
  { name: 'order.refused', order, refused: [{ shelf: 'benguerir', cause: 'other', products: ['honey'] }] },
  ...(['reminder', 'second', 'volunteer'] as const).flatMap((step): readonly CustomerNotice[] => [
    { name: 'order.silent', order, who: { cooperative: 'tazwit' }, step },
    { name: 'order.silent', order, who: { shelf: 'benguerir' }, step },
  ]),
  { name: 'order.cancelled', order },
  { name: 'delivery.taken', order, distributor: 'hassan', day },
  { name: 'delivery.searching', order, cause: 'lapsed' },
  { name: 'delivery.searching', order, cause: 'refused' },
  { name: 'delivery.unassigned', order },
  { name: 'delivery.onTheWay', order, distributor: 'hassan', code: '4821', cash: 7500 },
  { name: 'delivery.delivered', order, paid: 7500 },
  ...(['nobodyThere', 'placeNotFound', 'notWanted', 'cannotPay', 'breakdown', 'other'] as const).map(
    (cause) => ({ name: 'delivery.failed', order, distributor: 'hassan', cause }) as const,
  ),
  { name: 'delivery.retried', order, distributor: 'hassan' },
  { name: 'delivery.returned', order },
  { name: 'shelf.ready', order, shelf: 'benguerir', code: '4821', cash: 5000 },
  { name: 'shelf.collected', order, paid: 5000 },
];

const cooperative: readonly CooperativeNotice[] = [
  { name: 'pickup.planned', order, distributor: 'hassan', day },
  { name: 'part.paid', order, amount: 5000, heldBy: 'hassan' },
  { name: 'part.paid', order, amount: 5000, heldBy: 'benguerir' },
  { name: 'part.answeredFor', order, isAccepted: true },
  { name: 'part.answeredFor', order, isAccepted: false },
  { name: 'part.withdrawn', order },
  { name: 'cash.coming', from: { distributor: 'hassan' }, amount: 7500, code: '4821' },
  { name: 'cash.coming', from: { shelf: 'benguerir' }, amount: 7500, code: '4821', isMore: true },
  { name: 'cash.received', from: { distributor: 'hassan' }, amount: 7500 },
  { name: 'cash.received', from: { shelf: 'benguerir' }, amount: 7500 },
  { name: 'part.returned', order },
  { name: 'shelf.sold', shelf: 'benguerir', lines: [line], amount: 5000 },
];

const distributor: readonly DistributorNotice[] = [
  { name: 'pickup.ready', order, stops: [{ cooperative: 'tazwit', code: '4821' }] },
  { name: 'pickup.done', order, cooperative: 'tazwit', left: 1 },
  { name: 'pickup.done', order, cooperative: 'tazwit', left: 0 },
  { name: 'delivery.assigned', order, commune: 'bouchane', day },
  { name: 'delivery.again', order },
  { name: 'delivery.back', order },
];

const shelf: readonly ShelfNotice[] = [
  { name: 'shelf.expected', order, cooperatives: ['tazwit'] },
  { name: 'shelf.complete', order, receiver: 'Aïcha', cash: 5000 },
  { name: 'shelf.complete', order, receiver: 'Aïcha', cash: 0 },
  { name: 'reservation.answeredFor', order, isAccepted: true },
  { name: 'reservation.answeredFor', order, isAccepted: false },
  { name: 'reservation.withdrawn', order },
];

const volunteer: readonly VolunteerNotice[] = [
  { name: 'help.asked', request: 'help-1', who: 'Aïcha' },
  { name: 'help.asked', request: 'help-1', who: 'Aïcha', phone: '+212612345678', words: 'Bonjour' },
  { name: 'help.asked', request: 'help-1', who: 'Aïcha', words: 'A7H4', isMore: true },
  { name: 'help.asked', request: 'help-1', who: 'Aïcha', voice: sound, isMore: true },
  { name: 'help.gone', request: 'help-1', who: 'Aïcha' },
  { name: 'part.silent', order, part: 'part-1', cooperative: 'tazwit' },
  { name: 'reservation.silent', order, reservation: 'reservation-1', shelf: 'benguerir' },
  { name: 'silence.over', order, who: { cooperative: 'tazwit' }, isAccepted: true },
  { name: 'silence.over', order, who: { shelf: 'benguerir' }, isAccepted: false },
  { name: 'delivery.unassigned', order, commune: 'bouchane', day },
  { name: 'delivery.failed', order, distributor: 'hassan', cause: 'nobodyThere' },
  { name: 'delivery.failed', order, distributor: 'hassan', cause: 'other', words: 'La route est coupée' },
  { name: 'command.parked', command: 'order.place', chat: 'simulator:amina' },
];

function questions(kind: QuestionKind): readonly MachineEvent[] {
  const id = `${kind}-1`;
  const plain = (['question', 'question.again', 'question.gone'] as const).map((type) => ({ type, kind, id, order }));
  const whys = ['cancelled', 'lapsed', 'accepted', 'refused', 'told'] as const;
  return [...plain, ...whys.map((why) => ({ type: 'question.gone', kind, id, order, why }))];
}

const notices = (all: readonly { readonly name: string }[]): readonly MachineEvent[] =>
  [...all, ...person].map((notice) => ({ type: 'notice', notice }));

export const news: Readonly<Record<string, readonly MachineEvent[]>> = {
  customer: notices(customer),
  cooperative: [...notices(cooperative), ...questions('part')],
  distributor: [...notices(distributor), ...questions('offer')],
  shelf: [...notices(shelf), ...questions('reservation')],
  volunteer: notices(volunteer),
};
