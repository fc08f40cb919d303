import type { Transaction } from '#database/database.ts';
import { cashHeld, isAtTill } from '#trade/ledger/cash-held.ts';
import { lockGiver, openHandover } from '#trade/orders/hand-over.ts';
import { tell } from '#trade/orders/tell.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { Outcome } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import type { CashGiven } from './requests.ts';

/**
 * A distributor or a keeper is about to hand a cooperative all the cash they hold for it. The cooperative is told a code
 * for this amount and no other: whoever has told a code for less never vouches for more.
 */
export async function giveCash(
  trx: Transaction,
  actor: Actor,
  { cooperative }: { cooperative: string },
  tools: TradeTools,
): Promise<Outcome<CashGiven>> {
  const { role, of } = actor;
  if ((role !== 'distributor' && role !== 'shelf') || isAtTill(actor, tools)) return { ok: false, reason: 'notYours' };
  await lockGiver(trx, tools, { giver_role: role, giver: of });
  const { owed } = await cashHeld(trx, actor);
  const amount = owed.find((one) => one.cooperative === cooperative)?.amount ?? 0;
  if (amount <= 0) return { ok: false, reason: 'nothingHeld' };

  const before = await announcedBefore(trx, tools, { role, of, cooperative, amount });
  const code =
    before.code ??
    (await openHandover(trx, tools, {
      ...{ order_id: null, part_id: null, kind: 'settlement', giver_role: role, giver: of },
      ...{ distributor: role === 'distributor' ? of : null, cooperative, amount },
    }));
  const from = role === 'shelf' ? { shelf: of } : { distributor: of };
  await tell(
    trx,
    tools,
    { role: 'cooperative', of: cooperative },
    { name: 'cash.coming', from, amount, code, ...(before.wasLess ? { isMore: true } : {}) },
  );
  return { ok: true, answer: { cooperative, amount } };
}

interface Announced extends CashGiven {
  readonly role: 'distributor' | 'shelf';
  readonly of: string;
}

/** The code of an announcement of the same amount, which lasts from now on; one of another amount becomes void. */
async function announcedBefore(
  trx: Transaction,
  tools: TradeTools,
  { role, of, cooperative, amount }: Announced,
): Promise<{ code?: string; wasLess: boolean }> {
  const open = await trx
    .selectFrom('handover')
    .select(['id', 'code', 'amount'])
    .where('kind', '=', 'settlement')
    .where('state', '=', 'open')
    .where('giver_role', '=', role)
    .where('giver', '=', of)
    .where('cooperative', '=', cooperative)
    .executeTakeFirst();
  if (open === undefined) return { wasLess: false };
  const isSame = open.amount === amount;
  await trx
    .updateTable('handover')
    .set(isSame ? { opened_at: tools.clock.now() } : { state: 'void' })
    .where('id', '=', open.id)
    .execute();
  return isSame ? { code: open.code, wasLess: false } : { wasLess: true };
}
