/** Facts of the trade as staff conversations are shown them. */
import type { MachineEvent } from '#conversation/step.ts';
import type { OfferView, RoundStop } from '#trade/deliveries/delivery.ts';
import type { GoneCause, Question, QuestionGone } from '#trade/notices.ts';
import type { PartView } from '#trade/orders/order.ts';
import type { UndoableName } from '#trade/people/requests.ts';

export function aPart(id: string, order: string, changes: Partial<PartView> = {}): PartView {
  return {
    id,
    order,
    state: 'asked',
    lines: [
      { product: 'couscous-orge', quantity: 2, price: 2500 },
      { product: 'miel-thym', quantity: 1, price: 12_000 },
    ],
    amount: 17_000,
    day: '2026-11-26',
    way: { kind: 'delivery', commune: 'bouchane' },
    ...changes,
  };
}

export function anOffer(id: string, order: string, changes: Partial<OfferView> = {}): OfferView {
  return {
    id,
    order,
    state: 'open',
    day: '2026-11-26',
    stops: [{ cooperative: 'zhour', state: 'notReady' }],
    commune: 'bouchane',
    fee: 2000,
    cash: 19_000,
    weight: 2700,
    awkward: [],
    expiresAt: Date.UTC(2026, 10, 23, 9, 20),
    ...changes,
  };
}

export function aRoundStop(order: string, changes: Partial<RoundStop> = {}): RoundStop {
  return {
    order,
    state: 'taken',
    day: '2026-11-26',
    stops: [{ cooperative: 'zhour', state: 'ready', code: '4821' }],
    receiver: 'Amina',
    commune: 'bouchane',
    address: '12, derb el Ferrane',
    cash: 19_000,
    fee: 2000,
    ...changes,
  };
}

export function aQuestion(kind: Question['kind'], id: string, order: string): Question & { [field: string]: unknown } {
  return { type: 'question', kind, id, order };
}

export function aQuestionGone(
  kind: Question['kind'],
  id: string,
  order: string,
  why?: GoneCause,
): QuestionGone & { [field: string]: unknown } {
  return { type: 'question.gone', kind, id, order, ...(why && { why }) };
}

/** How the answer of a staff member comes back; without a moment it has taken effect at once. */
export function answered(command: UndoableName, order: string, undoUntil = 0): MachineEvent {
  return { type: `${command}.done`, answer: { order, undoUntil } };
}

export function aReminder(kind: Question['kind'], id: string, order: string): MachineEvent {
  return { type: 'question.again', kind, id, order };
}
