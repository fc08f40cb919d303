import type { Transaction } from '#database/database.ts';
import { cashHeld } from '#trade/ledger/cash-held.ts';
import { settled } from '#trade/ledger/ledger.ts';
import type { HandoverRow } from '#trade/orders/hand-over.ts';
import { tell } from '#trade/orders/tell.ts';
import type { TradeTools } from '#trade/tools.ts';
import type { HandOver } from './requests.ts';

/** A cooperative has counted the cash that is its own, and has it. */
export async function receiveCash(trx: Transaction, tools: TradeTools, handover: HandoverRow): Promise<HandOver> {
  const { id, giver_role: role, giver, cooperative, amount } = handover;
  if (role === 'cooperative' || cooperative === null || amount === null)
    throw new Error('cash changed hands for nobody');
  const { total, owed } = await cashHeld(trx, { role, of: giver });
  // What somebody holds for a cooperative only grows until it is handed over, one hand-over at a time.
  const most = owed.find((one) => one.cooperative === cooperative)?.amount ?? 0;
  if (amount > most) throw new Error(`${amount} centimes changed hands where ${most} were held`);
  const from = role === 'shelf' ? { shelf: giver } : { distributor: giver };
  await settled(trx, { handover: id, holder: from, cooperative, amount });
  await tell(trx, tools, { role: 'cooperative', of: cooperative }, { name: 'cash.received', from, amount });
  return { what: 'settled', order: '', cash: amount, left: 0, cooperative, amount, held: total - amount };
}
