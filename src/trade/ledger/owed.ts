import { type Kysely, sql } from 'kysely';
import { type Centimes, sum } from '#base/money.ts';
import type { Tables } from '#database/tables.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Holder, Owed } from './requests.ts';

const mostOrders = 5;

/** One order, or one count of a shelf, in which a cooperative sold something; or cash that it received, below zero. */
interface Sale {
  readonly order: string | null;
  readonly amount: Centimes;
  /** `distributor:hassan`, without the `cash:` of the account. */
  readonly holder: string;
  /** There is cash of it; none of what was paid before. */
  readonly isCash: boolean;
}

/** What a cooperative is owed, in whose hands the cash is, and for which orders. */
export async function owedTo(db: Kysely<Tables>, actor: Actor): Promise<Owed> {
  if (actor.role !== 'cooperative') return { total: 0, heldBy: [], orders: [] };
  const sales = await salesOf(db, actor.of);
  const byHolder = new Map<string, Centimes>();
  for (const { holder, amount } of sales) byHolder.set(holder, (byHolder.get(holder) ?? 0) + amount);
  return {
    total: sum(sales.map(({ amount }) => amount)),
    heldBy: [...byHolder]
      .filter(([, amount]) => amount !== 0)
      .sort(([, one], [, other]) => other - one)
      .map(([holder, amount]) => ({ holder: holderOf(holder), amount })),
    orders: openOrders(sales).slice(0, mostOrders),
  };
}

/** The orders of which cash is still to come: what a holder hands over is for their oldest sales. */
function openOrders(sales: readonly Sale[]): readonly { order: string; amount: Centimes }[] {
  const left = new Map<string, Centimes>();
  for (const { holder, amount, isCash } of sales) if (isCash) left.set(holder, (left.get(holder) ?? 0) + amount);
  return sales.flatMap(({ order, amount, holder, isCash }) => {
    if (!isCash) return order === null ? [] : [{ order, amount }];
    const open = Math.max(0, Math.min(amount, left.get(holder) ?? 0));
    left.set(holder, (left.get(holder) ?? 0) - open);
    return order === null || open === 0 ? [] : [{ order, amount: open }];
  });
}

/**
 * The newest first. The cash of an order is booked beside its sale; of one that was paid before nothing was, and whoever
 * handed over its goods answers for it.
 */
async function salesOf(db: Kysely<Tables>, cooperative: string): Promise<readonly Sale[]> {
  const account = `cooperative:${cooperative}`;
  const { rows } = await sql<Sale>`
    with sold as (
      select order_id, case when order_id is null then id end as counted, -sum(amount)::bigint as amount, max(id) as last
      from posting join ledger_transaction on id = transaction_id
      where account = ${account}
      group by 1, 2
    )
    select orders.number as "order", sold.amount, cash.account is not null as "isCash", coalesce(
      substr(cash.account, 6),
      'distributor:' || delivery.distributor,
      'shelf:' || orders.shelf
    ) as holder
    from sold
      cross join lateral (
        select min(account) as account
        from posting join ledger_transaction on id = transaction_id
        where starts_with(account, 'cash:')
          and (ledger_transaction.order_id = sold.order_id or transaction_id = sold.counted)
      ) as cash
      left join orders on orders.id = sold.order_id
      left join delivery on delivery.order_id = sold.order_id
    order by sold.last desc`.execute(db);
  return rows;
}

function holderOf(account: string): Holder {
  const colon = account.indexOf(':');
  const name = account.slice(colon + 1);
  return account.startsWith('shelf:') ? { shelf: name } : { distributor: name };
}
