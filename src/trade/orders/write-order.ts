import { dayOf } from '#base/clock.ts';
import { TransientError } from '#base/errors.ts';
import type { Transaction } from '#database/database.ts';
import type { TradeTools } from '#trade/tools.ts';
import { readyBy } from './days.ts';
import { feeFrom } from './fee.ts';
import { makers } from './makers.ts';
import { numberRest, orderNumber } from './number.ts';
import type { PlaceOrder } from './order.ts';
import type { OrderRow } from './order-row.ts';
import { amountOf, type Share } from './split.ts';

type Unnumbered = Omit<OrderRow, 'number'>;

/** Far more than ever needed: with a thousand numbers held, one draw in a hundred meets one of them. */
const mostDraws = 100;

/** Writes the order under a number that is free; `undefined` when its basket has become an order meanwhile. */
export async function writeOrder(
  trx: Transaction,
  tools: TradeTools,
  input: PlaceOrder,
  person: string,
): Promise<OrderRow | undefined> {
  const row = orderRow(tools, input, person);
  for (let draw = 0; draw < mostDraws; draw += 1) {
    const number = orderNumber(tools.ids);
    const order = await insertOrder(trx, row, number);
    if (order !== undefined) return order;
    if ((await orderOfBasket(trx, row.basket_id)) !== undefined) return undefined;
    const again = (await releaseNumber(trx, number, row.placed_at)) ? await insertOrder(trx, row, number) : undefined;
    if (again !== undefined) return again;
  }
  throw new TransientError('no free order number was found');
}

export function orderOfBasket(trx: Transaction, basket: string): Promise<OrderRow | undefined> {
  return trx.selectFrom('orders').selectAll().where('basket_id', '=', basket).executeTakeFirst();
}

/** Of the products in `reserved`, the line's whole quantity was taken out of stock, unless it stands on the shelf. */
export async function writeLines(
  trx: Transaction,
  order: string,
  input: PlaceOrder,
  reserved: ReadonlySet<string>,
): Promise<void> {
  const rows = input.lines.map(({ product, quantity, price, fromShelf = false }, position) => ({
    ...{ order_id: order, position, product, quantity, price },
    reserved: reserved.has(product) && !fromShelf ? quantity : 0,
    from_shelf: fromShelf ? quantity : 0,
  }));
  await trx.insertInto('order_line').values(rows).execute();
}

export async function writeParts(
  trx: Transaction,
  tools: TradeTools,
  order: string,
  shares: readonly Share[],
  reserved: ReadonlySet<string>,
): Promise<void> {
  const parts = shares.map((share, position) => ({ ...share, id: tools.ids.next(), position }));
  await trx
    .insertInto('order_part')
    .values(
      parts.map(({ id, position, cooperative, source, amount }) => ({
        ...{ id, order_id: order, position, cooperative, source, amount },
        state: 'waiting' as const,
        version: 1,
      })),
    )
    .execute();
  const lines = parts.flatMap(({ id, source, lines: made }) =>
    made.map(({ product, bundle, quantity, price, weight, size }, position) => ({
      ...{ part_id: id, position, product, quantity, price, weight, size },
      bundle: bundle ?? null,
      reserved: source === 'cooperative' && reserved.has(product) ? quantity : 0,
    })),
  );
  await trx.insertInto('part_line').values(lines).execute();
}

function insertOrder(trx: Transaction, row: Unnumbered, number: string): Promise<OrderRow | undefined> {
  return trx
    .insertInto('orders')
    .values({ ...row, number })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

/** An order that was closed long enough ago gives its number away. */
async function releaseNumber(trx: Transaction, number: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('orders')
    .set({ number_held: false })
    .where('number', '=', number)
    .where('number_held', '=', true)
    .where('closed_at', '<', now - numberRest)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

function orderRow(tools: TradeTools, input: PlaceOrder, person: string): Unnumbered {
  const now = tools.clock.now();
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
    voice_note: drop?.voiceNote ?? null,
    latitude: drop?.location?.latitude ?? null,
    longitude: drop?.location?.longitude ?? null,
    day: drop?.day ?? readyBy(shop, input.lines, dayOf(now, tools.settings.timeZone)).day,
    may_call: drop?.mayCall ?? false,
    shelf: way.kind === 'shelf' ? way.shelf : null,
    goods: amountOf(input.lines),
    fee,
    placed_at: now,
    undo_until: now + tools.settings.undoSeconds * 1000,
    closed_at: null,
  };
}
