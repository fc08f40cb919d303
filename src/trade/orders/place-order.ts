import { dayOf } from '#base/clock.ts';
import type { Transaction } from '#database/database.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import { later } from '#trade/later.ts';
import { personOf } from '#trade/people/people.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome, Refusal } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import { checkOrder } from './check.ts';
import type { PlacedOrder, PlaceOrder } from './order.ts';
import { type OrderRow, totalOf } from './order-row.ts';
import {
  giveBackStock,
  giveBackToShelf,
  isCounted,
  type Quantities,
  quantities,
  reserveStock,
  takeFromShelf,
} from './reserve-stock.ts';
import { type Share, split } from './split.ts';
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
  const taken = stockOf(shop, input, shares);
  const refused = await take(trx, taken);
  if (refused !== undefined) return { ok: false, reason: refused };

  const order = await writeOrder(trx, tools, input, person);
  if (order === undefined) {
    await giveBackStock(trx, taken.made);
    await giveBackToShelf(trx, taken.shelf, taken.standing);
    return answer(await orderOfBasket(trx, input.basketId), person);
  }
  const reserved = new Set(taken.made.keys());
  const bundles = input.lines.map((line) => line.product).filter((code) => isBundle(shop, code) && reserved.has(code));
  await writeLines(trx, order.id, input, new Set(bundles));
  await writeParts(trx, tools, order.id, shares, reserved);
  await later(tools.outbox, trx, 'order.tell', { order: order.id }, { after: order.undo_until });
  return answer(order, person);
}

/** What an order takes out of which stock. */
interface Taken {
  /** Of counted stock. */
  readonly made: Quantities;
  readonly shelf: string;
  readonly standing: Quantities;
}

function stockOf(shop: Shop, { lines, way }: PlaceOrder, shares: readonly Share[]): Taken {
  const asked = shares.filter(({ source }) => source === 'cooperative').flatMap((share) => share.lines);
  const bundles = lines.filter((line) => line.fromShelf === undefined && isBundle(shop, line.product));
  return {
    made: quantities([...asked, ...bundles].filter((line) => isCounted(shop, line.product))),
    shelf: way.kind === 'shelf' ? way.shelf : '',
    standing: quantities(lines.filter((line) => line.fromShelf === true)),
  };
}

/** Takes all of it or nothing; first what is counted and then from the shelf, as whoever gives back does. */
async function take(trx: Transaction, { made, shelf, standing }: Taken): Promise<Refusal | undefined> {
  if (!(await reserveStock(trx, made))) return 'outOfStock';
  if (await takeFromShelf(trx, shelf, standing)) return undefined;
  await giveBackStock(trx, made);
  return 'shelfGone';
}

function isBundle(shop: Shop, code: string): boolean {
  return (shop.products.get(code)?.parts.length ?? 0) > 0;
}

function answer(order: OrderRow | undefined, person: string): Outcome<PlacedOrder> {
  if (order === undefined || order.person !== person) return { ok: false, reason: 'notYours' };
  return { ok: true, answer: { number: order.number, total: totalOf(order), undoUntil: order.undo_until } };
}
