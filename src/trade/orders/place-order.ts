import { dayOf } from '#base/clock.ts';
import { TransientError } from '#base/errors.ts';
import type { Transaction } from '#database/database.ts';
import { later } from '#trade/later.ts';
import { personOf } from '#trade/people/people.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import { checkOrder } from './check.ts';
import { feeFrom } from './fee.ts';
import { makers } from './makers.ts';
import { numberRest, orderNumber } from './number.ts';
import type { PlacedOrder, PlaceOrder } from './order.ts';
import { type OrderRow, totalOf } from './order-row.ts';
import { giveBackStock, isCounted, quantities, reserveStock } from './reserve-stock.ts';
import { amountOf, type Share, split } from './split.ts';

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
  const now = tools.clock.now();
  const refusal = checkOrder(shop, input, dayOf(now, tools.settings.timeZone));
  if (refusal !== undefined) return { ok: false, reason: refusal };

  const shares = split(shop, input.lines);
  const bundles = input.lines.filter((line) => (shop.products.get(line.product)?.parts.length ?? 0) > 0);
  const made = [...shares.flatMap((share) => share.lines), ...bundles];
  const wanted = quantities(made.filter((line) => isCounted(shop, line.product)));
  if (!(await reserveStock(trx, wanted))) return { ok: false, reason: 'outOfStock' };

  const order = await insertOrder(trx, tools, orderRow(tools, input, person, now));
  if (order === undefined) {
    await giveBackStock(trx, wanted);
    return answer(await orderOfBasket(trx, input.basketId), person);
  }
  const reserved = new Set(wanted.keys());
  await insertLines(
    trx,
    order.id,
    input,
    new Set(bundles.map((line) => line.product).filter((code) => reserved.has(code))),
  );
  for (const [position, share] of shares.entries()) await insertPart(trx, tools, order.id, position, share, reserved);
  await later(tools.outbox, trx, 'order.tell', { order: order.id }, { after: order.undo_until });
  return answer(order, person);
}

function answer(order: OrderRow | undefined, person: string): Outcome<PlacedOrder> {
  if (order === undefined || order.person !== person) return { ok: false, reason: 'notYours' };
  return { ok: true, answer: { number: order.number, total: totalOf(order), undoUntil: order.undo_until } };
}

function orderOfBasket(trx: Transaction, basket: string): Promise<OrderRow | undefined> {
  return trx.selectFrom('orders').selectAll().where('basket_id', '=', basket).executeTakeFirst();
}

function orderRow(tools: TradeTools, input: PlaceOrder, person: string, now: number): Omit<OrderRow, 'number'> {
  const { way, payer, receiver } = input;
  const shop = tools.shop();
  const codes = input.lines.map((line) => line.product);
  const drop = way.kind === 'delivery' ? way : undefined;
  // The customer said yes to the fee shown; should it have fallen since, the lower one is owed.
  const fee =
    drop === undefined ? 0 : Math.min(input.fee, feeFrom(shop, makers(shop, codes), drop.commune) ?? input.fee);
  return {
    id: tools.ids.next(),
    number_held: true,
    basket_id: input.basketId,
    person,
    taken_by: null,
    language: input.language,
    edition: shop.edition,
    state: 'confirmed',
    version: 1,
    payer_name: payer.name,
    payer_phone: payer.phone ?? null,
    receiver_name: receiver.name,
    receiver_phone: receiver.phone ?? null,
    payment: input.payment,
    way: way.kind,
    commune: drop?.commune ?? null,
    address: drop?.address ?? null,
    landmark: drop?.landmark ?? null,
    latitude: drop?.location?.latitude ?? null,
    longitude: drop?.location?.longitude ?? null,
    day: drop?.day ?? null,
    may_call: drop?.mayCall ?? false,
    shelf: way.kind === 'shelf' ? way.shelf : null,
    goods: amountOf(input.lines),
    fee,
    placed_at: now,
    undo_until: now + tools.settings.undoSeconds * 1000,
    closed_at: null,
  };
}

/** Far more than ever needed: with a thousand numbers held, one draw in a hundred meets one of them. */
const mostDraws = 100;

/** Under a number that is free; `undefined` when the basket has become an order meanwhile. */
async function insertOrder(
  trx: Transaction,
  tools: TradeTools,
  row: Omit<OrderRow, 'number'>,
): Promise<OrderRow | undefined> {
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const number = orderNumber(tools.ids);
    await trx
      .updateTable('orders')
      .set({ number_held: false })
      .where('number', '=', number)
      .where('number_held', '=', true)
      .where('closed_at', '<', row.placed_at - numberRest)
      .execute();
    const order = await trx
      .insertInto('orders')
      .values({ ...row, number })
      .onConflict((conflict) => conflict.doNothing())
      .returningAll()
      .executeTakeFirst();
    if (order !== undefined) return order;
    if ((await orderOfBasket(trx, row.basket_id)) !== undefined) return undefined;
  }
  throw new TransientError('no free order number was found');
}

async function insertLines(trx: Transaction, order: string, input: PlaceOrder, reserved: ReadonlySet<string>) {
  await trx
    .insertInto('order_line')
    .values(
      input.lines.map(({ product, quantity, price }, position) => ({
        ...{ order_id: order, position, product, quantity, price },
        reserved: reserved.has(product) ? quantity : 0,
      })),
    )
    .execute();
}

async function insertPart(
  trx: Transaction,
  tools: TradeTools,
  order: string,
  position: number,
  { cooperative, amount, lines }: Share,
  reserved: ReadonlySet<string>,
) {
  const id = tools.ids.next();
  await trx
    .insertInto('order_part')
    .values({ id, order_id: order, position, cooperative, state: 'waiting', version: 1, amount })
    .execute();
  await trx
    .insertInto('part_line')
    .values(
      lines.map(({ product, bundle, quantity, price, weight, size }, at) => ({
        ...{ part_id: id, position: at, product, quantity, price, weight, size },
        bundle: bundle ?? null,
        reserved: reserved.has(product) ? quantity : 0,
      })),
    )
    .execute();
}
