import type { Transaction } from '#database/database.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import { aboutOf, openAnswers } from '../answers/open-answer.ts';
import { everybodyAnswered, type Onward } from './everybody-answered.ts';
import { giveBackPart } from './give-back.ts';
import type { PartState, RefusalCause } from './order.ts';
import { lockOrder, type OrderRow, type PartRow } from './order-row.ts';
import { ask, askNoMore, tell } from './tell.ts';
import { before, partSteps } from './transitions.ts';

type PartAnswer = Outcome<{ order: string }>;

/** Whether a part may be answered so now; changes nothing. */
export async function checkPart(
  trx: Transaction,
  actor: Actor,
  id: string,
  state: 'accepted' | 'refused' | 'ready',
): Promise<PartAnswer> {
  const found = await lockPart(trx, actor, id);
  // A volunteer may have the cooperative's word, but cannot see whether the goods lie ready.
  if (found === undefined || (state === 'ready' && actor.role !== 'cooperative')) {
    return { ok: false, reason: 'notYours' };
  }
  const { part, order } = found;
  const isNext = before(partSteps, state).includes(part.state);
  if (isNext || (state === 'ready' && (await isBeingAccepted(trx, part)))) {
    return { ok: true, answer: { order: order.number } };
  }
  return { ok: false, reason: part.state === 'waiting' || part.state === 'asked' ? 'notYet' : 'alreadyAnswered' };
}

export async function acceptPart(
  trx: Transaction,
  actor: Actor,
  input: { part: string },
  tools: TradeTools,
  onward: Onward,
): Promise<PartAnswer> {
  const checked = await checkPart(trx, actor, input.part, 'accepted');
  if (!checked.ok) return checked;
  const part = await movePart(trx, input.part, { state: 'accepted', answered_at: tools.clock.now() });
  await tellAnswered(trx, actor, tools, part, checked.answer.order);
  await answered(trx, actor, tools, part, onward);
  return checked;
}

export async function refusePart(
  trx: Transaction,
  actor: Actor,
  input: { part: string; cause: RefusalCause; words?: string },
  tools: TradeTools,
  onward: Onward,
): Promise<PartAnswer> {
  const checked = await checkPart(trx, actor, input.part, 'refused');
  if (!checked.ok) return checked;
  const part = await movePart(trx, input.part, {
    state: 'refused',
    answered_at: tools.clock.now(),
    refusal_cause: input.cause,
    refusal_words: input.words ?? null,
  });
  await giveBackPart(trx, part.id);
  await tellAnswered(trx, actor, tools, part, checked.answer.order);
  await answered(trx, actor, tools, part, onward);
  return checked;
}

/**
 * What a volunteer wrote down for a cooperative, it must know: it is the one who makes the goods. What it answers itself
 * the volunteers must know who were told to call it.
 */
async function tellAnswered(
  trx: Transaction,
  actor: Actor,
  tools: TradeTools,
  { cooperative, state, escalated_at }: PartRow,
  order: string,
): Promise<void> {
  const isAccepted = state === 'accepted';
  if (actor.role !== 'volunteer') {
    if (escalated_at === null) return;
    await tell(trx, tools, { role: 'volunteer' }, { name: 'silence.over', order, who: { cooperative }, isAccepted });
    return;
  }
  const to = { role: 'cooperative', of: cooperative, contacts: 'all' } as const;
  await tell(trx, tools, to, { name: 'part.answeredFor', order, isAccepted });
}

/** The goods of a part lie ready to be fetched. */
export async function readyPart(
  trx: Transaction,
  actor: Actor,
  input: { part: string },
  tools: TradeTools,
  onward: Onward,
): Promise<PartAnswer> {
  const found = await lockPart(trx, actor, input.part);
  if (found === undefined) return { ok: false, reason: 'notYours' };
  const { part, order } = found;
  // "Yes" may have been taken back in another chat of the cooperative.
  if (part.state === 'asked') return { ok: false, reason: 'notYet' };
  if (part.state !== 'accepted') return { ok: false, reason: 'alreadyAnswered' };
  await movePart(trx, part.id, { state: 'ready', ready_at: tools.clock.now() });
  await onward.partReady(trx, tools, order);
  return { ok: true, answer: { order: order.number } };
}

/** The question is put again where the answer was given; in other chats of the cooperative it still waits. */
export async function askPartAgain(
  trx: Transaction,
  { chat, role, of }: Actor,
  input: { part: string },
  tools: TradeTools,
): Promise<void> {
  if (role !== 'cooperative') return;
  const asked = await trx
    .selectFrom('order_part')
    .innerJoin('orders', 'orders.id', 'order_part.order_id')
    .select('orders.number')
    .where('order_part.id', '=', input.part)
    .where('order_part.state', '=', 'asked')
    .executeTakeFirst();
  if (asked === undefined) return;
  await ask(trx, tools, { chat, role, of }, { kind: 'part', id: input.part, order: asked.number });
}

/** A part that the actor may answer for, with its order locked. A shelf's own is its keeper's to answer. */
async function lockPart(
  trx: Transaction,
  actor: Actor,
  id: string,
): Promise<{ part: PartRow; order: OrderRow } | undefined> {
  if (actor.role !== 'cooperative' && actor.role !== 'volunteer') return undefined;
  const parts = trx.selectFrom('order_part').selectAll().where('id', '=', id).where('source', '=', 'cooperative');
  const found = await parts.executeTakeFirst();
  if (found === undefined || (actor.role === 'cooperative' && found.cooperative !== actor.of)) return undefined;
  const order = await lockOrder(trx, found.order_id);
  return { part: await parts.executeTakeFirstOrThrow(), order };
}

/** The cooperative has said yes and could still take that back: "ready" takes effect after it. */
async function isBeingAccepted(trx: Transaction, { id, state }: PartRow): Promise<boolean> {
  const about = aboutOf('part', id);
  return state === 'asked' && (await openAnswers(trx, [about])).get(about)?.name === 'part.accept';
}

interface PartChange {
  readonly state: PartState;
  readonly answered_at?: number;
  readonly ready_at?: number;
  readonly refusal_cause?: RefusalCause;
  readonly refusal_words?: string | null;
}

/** With its order locked and its state looked at. */
function movePart(trx: Transaction, part: string, change: PartChange): Promise<PartRow> {
  return trx
    .updateTable('order_part')
    .set((row) => ({ ...change, version: row('version', '+', 1) }))
    .where('id', '=', part)
    .where('state', 'in', before(partSteps, change.state))
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function answered(
  trx: Transaction,
  actor: Actor,
  tools: TradeTools,
  part: PartRow,
  onward: Onward,
): Promise<void> {
  const order = await lockOrder(trx, part.order_id);
  const to = { role: 'cooperative', of: part.cooperative, contacts: 'all' } as const;
  const why = actor.role === 'volunteer' ? 'told' : part.state === 'accepted' ? 'accepted' : 'refused';
  await askNoMore(trx, tools, to, { kind: 'part', id: part.id, order: order.number, why });
  await everybodyAnswered(trx, tools, order, onward);
}
