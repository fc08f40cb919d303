import { dayOf } from '#base/clock.ts';
import type { Transaction } from '#database/database.ts';
import { later } from '#trade/later.ts';
import { personOf } from '#trade/people/people.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import { checkOrder } from './check.ts';
import type { PlacedOrder, PlaceOrder } from './order.ts';
import { type OrderRow, totalOf } from './order-row.ts';
import { giveBackStock, isCounted, quantities, reserveStock } from './reserve-stock.ts';
import { split } from './split.ts';
import { orderOfBasket, writeLines, writeOrder, writeParts } from './write-order.ts';

/** Makes an order of a basket, once: the same basket confirmed again gives the order that it became. */
export async function placeOrder(
  trx: Transaction,
  actor: Actor,
  input: PlaceOrder,
  tools: TradeTools,
): Promise<Outcome<PlacedOrder>> {
  const person = await personOf(trx, actor.chat, { ...input.payer, language: input.language });
  const before = await orderOfBasket(trx, input.basketId);
  if (before !== undefined) return answer(before, person);

  const shop = tools.shop();
  const refusal = checkOrder(shop, input, dayOf(tools.clock.now(), tools.settings.timeZone));
  if (refusal !== undefined) return { ok: false, reason: refusal };

  const shares = split(shop, input.lines);
  const bundles = input.lines.filter((line) => (shop.products.get(line.product)?.parts.length ?? 0) > 0);
  const made = [...shares.flatMap((share) => share.lines), ...bundles];
  const wanted = quantities(made.filter((line) => isCounted(shop, line.product)));
  if (!(await reserveStock(trx, wanted))) return { ok: false, reason: 'outOfStock' };

  const order = await writeOrder(trx, tools, input, person);
  if (order === undefined) {
    await giveBackStock(trx, wanted);
    return answer(await orderOfBasket(trx, input.basketId), person);
  }
  const reserved = new Set(wanted.keys());
  const reservedBundles = new Set(bundles.map((line) => line.product).filter((code) => reserved.has(code)));
  await writeLines(trx, order.id, input, reservedBundles);
  await writeParts(trx, tools, order.id, shares, reserved);
  await later(tools.outbox, trx, 'order.tell', { order: order.id }, { after: order.undo_until });
  return answer(order, person);
}

function answer(order: OrderRow | undefined, person: string): Outcome<PlacedOrder> {
  if (order === undefined || order.person !== person) return { ok: false, reason: 'notYours' };
  return { ok: true, answer: { number: order.number, total: totalOf(order), undoUntil: order.undo_until } };
}
