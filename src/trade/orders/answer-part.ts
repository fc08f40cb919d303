import type { Transaction } from '#database/database.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import { everybodyAnswered, type Onward } from './everybody-answered.ts';
import { giveBackPart } from './give-back.ts';
import type { PartState, RefusalCause } from './order.ts';
import { lockOrder, type OrderRow } from './order-row.ts';
import { askNoMore } from './tell.ts';
import { before, partSteps } from './transitions.ts';

type PartAnswer = Outcome<{ order: string }>;

export async function acceptPart(
  trx: Transaction,
  actor: Actor,
  input: { part: string },
  tools: TradeTools,
  onward: Onward,
): Promise<PartAnswer> {
  const order = await orderOfOwnPart(trx, actor, input.part);
  if (order === undefined) return { ok: false, reason: 'notYours' };
  const change = { state: 'accepted', answered_at: tools.clock.now() } as const;
  if (!(await movePart(trx, input.part, change))) return answeredBefore(trx, input.part);
  return answered(trx, actor, input.part, tools, order, onward);
}

export async function refusePart(
  trx: Transaction,
  actor: Actor,
  input: { part: string; cause: RefusalCause; words?: string },
  tools: TradeTools,
  onward: Onward,
): Promise<PartAnswer> {
  const order = await orderOfOwnPart(trx, actor, input.part);
  if (order === undefined) return { ok: false, reason: 'notYours' };
  const change = {
    state: 'refused',
    answered_at: tools.clock.now(),
    refusal_cause: input.cause,
    refusal_words: input.words ?? null,
  } as const;
  if (!(await movePart(trx, input.part, change))) return answeredBefore(trx, input.part);
  await giveBackPart(trx, input.part);
  return answered(trx, actor, input.part, tools, order, onward);
}

/** The goods of a part lie ready to be fetched. */
export async function readyPart(
  trx: Transaction,
  actor: Actor,
  input: { part: string },
  tools: TradeTools,
  onward: Onward,
): Promise<PartAnswer> {
  const order = await orderOfOwnPart(trx, actor, input.part);
  if (order === undefined) return { ok: false, reason: 'notYours' };
  const change = { state: 'ready', ready_at: tools.clock.now() } as const;
  if (!(await movePart(trx, input.part, change))) return answeredBefore(trx, input.part);
  await onward.partReady(trx, tools, order);
  return { ok: true, answer: { order: order.number } };
}

async function orderOfOwnPart(trx: Transaction, actor: Actor, part: string): Promise<OrderRow | undefined> {
  if (actor.role !== 'cooperative') return undefined;
  const own = await trx
    .selectFrom('order_part')
    .select('order_id')
    .where('id', '=', part)
    .where('cooperative', '=', actor.of)
    .executeTakeFirst();
  return own === undefined ? undefined : lockOrder(trx, own.order_id);
}

interface PartChange {
  readonly state: PartState;
  readonly answered_at?: number;
  readonly ready_at?: number;
  readonly refusal_cause?: RefusalCause;
  readonly refusal_words?: string | null;
}

/** False when the part is in no state from which it can become so. */
async function movePart(trx: Transaction, part: string, change: PartChange): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('order_part')
    .set((row) => ({ ...change, version: row('version', '+', 1) }))
    .where('id', '=', part)
    .where('state', 'in', before(partSteps, change.state))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

async function answeredBefore(trx: Transaction, part: string): Promise<PartAnswer> {
  const { state } = await trx.selectFrom('order_part').select('state').where('id', '=', part).executeTakeFirstOrThrow();
  return { ok: false, reason: state === 'waiting' || state === 'asked' ? 'notYet' : 'alreadyAnswered' };
}

async function answered(
  trx: Transaction,
  actor: Actor,
  part: string,
  tools: TradeTools,
  order: OrderRow,
  onward: Onward,
): Promise<PartAnswer> {
  const about = { kind: 'part', id: part, order: order.number } as const;
  await askNoMore(trx, tools, { role: 'cooperative', of: actor.of }, about);
  await everybodyAnswered(trx, tools, order, onward);
  return { ok: true, answer: { order: order.number } };
}
