import { type Centimes, sum } from '#base/money.ts';
import type { Transaction } from '#database/database.ts';
import type { RefusedPart } from '#trade/notices.ts';
import type { TradeTools } from '#trade/tools.ts';
import { feeFrom } from './fee.ts';
import { giveBackBundles } from './give-back.ts';
import { type OrderRow, type PartRow, totalOf } from './order-row.ts';
import { tell } from './tell.ts';
import { before, orderSteps } from './transitions.ts';

/** What goes on with an order in rooms that orders know nothing of. */
export interface Onward {
  /** Its cooperatives are being asked: the keeper is asked for what stands on the shelf. */
  readonly told: (trx: Transaction, tools: TradeTools, order: OrderRow) => Promise<void>;
  /** It was cancelled after it had been told: whoever else was asked or had put something aside hears of it. */
  readonly withdrawn: (trx: Transaction, tools: TradeTools, order: OrderRow) => Promise<void>;
  /** At least one cooperative said yes and nobody is still asked; goods and fee of the order are final. */
  readonly answered: (trx: Transaction, tools: TradeTools, order: OrderRow, live: readonly PartRow[]) => Promise<void>;
  readonly partReady: (trx: Transaction, tools: TradeTools, order: OrderRow) => Promise<void>;
}

/** Called with the order locked, after each answer: when it was the last, the customer hears of all of them at once. */
export async function everybodyAnswered(
  trx: Transaction,
  tools: TradeTools,
  order: OrderRow,
  onward: Onward,
): Promise<void> {
  const parts = await trx
    .selectFrom('order_part')
    .selectAll()
    .where('order_id', '=', order.id)
    .orderBy('position')
    .execute();
  if (parts.some(({ state }) => state === 'waiting' || state === 'asked')) return;
  const live = parts.filter(({ state }) => state !== 'refused' && state !== 'withdrawn');
  const refused = await refusedParts(trx, order, parts);
  const customer = { person: order.person };
  if (live.length === 0) {
    await cancel(trx, tools, order);
    await tell(trx, tools, customer, { name: 'order.refused', order: order.number, refused });
    return;
  }
  const settled = await trx
    .updateTable('orders')
    .set({
      goods: sum(live.map(({ amount }) => amount)),
      fee: refused.length === 0 ? order.fee : feeOf(tools, order, live),
      version: order.version + 1,
    })
    .where('id', '=', order.id)
    .returningAll()
    .executeTakeFirstOrThrow();
  // What its keeper alone was asked for lies ready with the yes: one message says both.
  if (refused.length > 0 || parts.some(({ source }) => source === 'cooperative')) {
    const accepted = whoSaidYes(live);
    const fee = settled.fee === order.fee ? {} : { fee: { now: settled.fee, before: order.fee } };
    await tell(trx, tools, customer, {
      ...{ name: 'order.answered', order: order.number, accepted, refused },
      ...{ total: totalOf(settled), ...fee },
    });
  }
  await onward.answered(trx, tools, settled, live);
}

/** The cooperatives that were asked; where only the keeper said yes, those whose goods stand on the shelf. */
function whoSaidYes(live: readonly PartRow[]): readonly string[] {
  const asked = live.filter(({ source }) => source === 'cooperative');
  return [...new Set((asked.length > 0 ? asked : live).map(({ cooperative }) => cooperative))];
}

/** One for each cooperative, and one for the shelf with what was bought of it: a bundle, not what it is made of. */
async function refusedParts(
  trx: Transaction,
  { shelf }: OrderRow,
  parts: readonly PartRow[],
): Promise<readonly RefusedPart[]> {
  const refused = parts.filter(({ state }) => state === 'refused');
  if (refused.length === 0) return [];
  const lines = await trx
    .selectFrom('part_line')
    .select(['part_id', 'product', 'bundle'])
    .where(
      'part_id',
      'in',
      refused.map(({ id }) => id),
    )
    .execute();
  const linesOf = (some: readonly PartRow[]) => lines.filter(({ part_id }) => some.some(({ id }) => id === part_id));
  const made = refused.filter(({ source }) => source === 'cooperative');
  const standing = refused.filter(({ source }) => source === 'shelf');
  return [
    ...made.map((part) => ({
      cooperative: part.cooperative,
      cause: part.refusal_cause ?? 'other',
      products: named(linesOf([part]).map(({ product }) => product)),
    })),
    ...standing.slice(0, 1).map(({ refusal_cause: cause }) => ({
      shelf: shelf ?? '',
      cause: cause ?? 'other',
      products: named(linesOf(standing).map(({ product, bundle }) => bundle ?? product)),
    })),
  ];
}

/** Each once. */
function named(products: readonly string[]): readonly string[] {
  return [...new Set(products)].sort();
}

/** Fewer pick-ups may make it cheaper; never more than was shown. With all of them, what was agreed stands. */
function feeOf(tools: TradeTools, order: OrderRow, live: readonly PartRow[]): Centimes {
  if (order.commune === null) return order.fee;
  const cooperatives = live.map(({ cooperative }) => cooperative);
  return Math.min(order.fee, feeFrom(tools.shop(), cooperatives, order.commune) ?? order.fee);
}

async function cancel(trx: Transaction, tools: TradeTools, order: OrderRow): Promise<void> {
  await trx
    .updateTable('orders')
    .set({ state: 'cancelled', goods: 0, fee: 0, version: order.version + 1, closed_at: tools.clock.now() })
    .where('id', '=', order.id)
    .where('state', 'in', before(orderSteps, 'cancelled'))
    .execute();
  await giveBackBundles(trx, order.id);
}
