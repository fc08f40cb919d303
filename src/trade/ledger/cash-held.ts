import { type Kysely, sql } from 'kysely';
import { type Centimes, sum } from '#base/money.ts';
import type { Tables } from '#database/tables.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { ReadTools } from '#trade/tools.ts';
import type { CashHeld } from './requests.ts';

interface Share {
  readonly account: string;
  readonly amount: Centimes;
}

/** The cash of whoever asks, and whether they can hand it over. */
export async function cashOf(
  db: Kysely<Tables>,
  actor: Actor,
  _: undefined,
  tools: Pick<ReadTools, 'shop'>,
): Promise<CashHeld> {
  const held = await cashHeld(db, actor);
  return isAtTill(actor, tools) ? { ...held, isAtTill: true } : held;
}

export function isAtTill({ role, of }: Pick<Actor, 'role' | 'of'>, { shop }: Pick<ReadTools, 'shop'>): boolean {
  return role === 'shelf' && shop().shelves.get(of)?.cashier === 'till';
}

/** The cash in somebody's hands: what of it is their own, and what belongs to which cooperative. */
export async function cashHeld(db: Kysely<Tables>, actor: Pick<Actor, 'role' | 'of'>): Promise<CashHeld> {
  if (actor.role !== 'distributor' && actor.role !== 'shelf') return { total: 0, own: 0, owed: [] };
  const shares = await sharesOf(db, `cash:${actor.role}:${actor.of}`);
  const owed = shares.flatMap(({ account, amount }) => {
    const [kind, cooperative] = account.split(':', 2);
    return kind === 'cooperative' && cooperative !== undefined && amount !== 0 ? [{ cooperative, amount }] : [];
  });
  const total = sum(shares.map(({ amount }) => amount));
  return {
    total,
    own: total - sum(owed.map(({ amount }) => amount)),
    owed: owed.sort((one, other) => other.amount - one.amount),
  };
}

/**
 * Whose the cash is follows from the sale that it paid: of the same order, or of the same count of a shelf. A sale that
 * was paid before put no cash into anybody's hands, and what was earned in it is not taken from the cash of others. What
 * was handed over to a cooperative stands here as a sale does, below zero.
 */
async function sharesOf(db: Kysely<Tables>, cash: string): Promise<readonly Share[]> {
  const { rows } = await sql<Share>`
    with paid as (
      select order_id, case when order_id is null then id end as counted
      from posting join ledger_transaction on id = transaction_id
      where account = ${cash}
      group by 1, 2
      having sum(amount) <> 0
    )
    select account, -sum(amount)::bigint as amount
    from posting
      join ledger_transaction on id = transaction_id
      join paid on ledger_transaction.order_id = paid.order_id or id = paid.counted
    where account <> ${cash}
    group by account
    order by account`.execute(db);
  return rows;
}
