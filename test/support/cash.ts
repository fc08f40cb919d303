import { collectedAndPaid, deliveredAndPaid, soldOverTheCounter } from '#trade/ledger/ledger.ts';
import type { Notification } from '#trade/notices.ts';
import type { Actor } from '#trade/people/roles.ts';
import { staff, type TestTrade } from './trade.ts';

let facts = 0;

/** Goods of one cooperative were sold: the distributor or the shelf has the cash. */
export async function sell(trade: TestTrade, seller: Actor, cooperative: string, amount: number, fee = 0) {
  facts += 1;
  const sale = {
    ...{ order: `order-${facts}`, person: 'amina', goods: amount },
    parts: [{ cooperative, amount }],
  };
  await trade.transaction((trx) =>
    seller.role === 'distributor'
      ? deliveredAndPaid(trx, { ...sale, distributor: seller.of, fee })
      : collectedAndPaid(trx, { ...sale, shelf: seller.of }),
  );
}

/** An evening count of a shelf says that so much of a cooperative was sold. */
export async function count(trade: TestTrade, shelf: string, cooperative: string, amount: number) {
  facts += 1;
  const fact = { count: `count-${facts}`, shelf, parts: [{ cooperative, amount }] };
  await trade.transaction((trx) => soldOverTheCounter(trx, fact));
}

/** The code that a cooperative was told last; empty when it was told none. */
export function codeTold(told: readonly Notification[], cooperative: string): string {
  const codes = told.flatMap(({ to, event }) => {
    if (!('of' in to) || to.of !== cooperative || event.type !== 'notice') return [];
    return event.notice.name === 'cash.coming' ? [event.notice.code] : [];
  });
  return codes.at(-1) ?? '';
}

/** Announces the cash that somebody holds for a cooperative, and gives the code that it was told. */
export async function announce(trade: TestTrade, giver: Actor, cooperative: string): Promise<string> {
  await trade.done(giver, 'cash.give', { cooperative });
  return codeTold(trade.told(), cooperative);
}

/** What a cooperative is still owed by one holder. */
export async function owedBy(trade: TestTrade, cooperative: string, holder: string): Promise<number> {
  const { heldBy } = await trade.read(staff('cooperative', cooperative), 'owed.mine');
  return heldBy.find((one) => Object.values(one.holder)[0] === holder)?.amount ?? 0;
}
