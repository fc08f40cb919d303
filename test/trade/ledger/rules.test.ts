import fc from 'fast-check';
import { expect, it } from 'vitest';
import { share, sum } from '#base/money.ts';
import {
  type Account,
  type Booking,
  collectedBookings,
  counterBooking,
  deliveredBookings,
  type Posting,
  settledBooking,
} from '#trade/ledger/rules.ts';

const amount = fc.integer({ min: 0, max: 10_000_000 });
/** An order's goods and how they divide among its makers. */
const sale = fc
  .tuple(amount, fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 1, maxLength: 9 }))
  .map(([goods, makers]) => {
    const shares = share(
      goods,
      makers.map((_, index) => index + 1),
    );
    const parts = makers.map((cooperative, index) => ({ cooperative, amount: shares[index] ?? 0 }));
    return { order: 'order-1', person: 'person-1', goods, parts };
  });

function balance(bookings: readonly Booking[], matches: (account: Account) => boolean): number {
  const postings: Posting[] = bookings.flatMap((booking) => booking.postings);
  return sum(postings.filter(({ account }) => matches(account)).map((posting) => posting.amount));
}

it('books a delivery so that the cash held is all that makers and distributor are owed', () => {
  const fact = {
    ...{ order: 'order-1', person: 'amina', distributor: 'hassan', goods: 14_000, fee: 3000 },
    parts: [
      { cooperative: 'tazwit', amount: 5000 },
      { cooperative: 'nour', amount: 9000 },
    ],
  };
  expect(deliveredBookings(fact)).toEqual([
    {
      ...{ key: 'order-1|sold', kind: 'sold', order: 'order-1' },
      postings: [
        { account: 'customer:amina', amount: 17_000 },
        { account: 'cooperative:tazwit', amount: -5000 },
        { account: 'cooperative:nour', amount: -9000 },
        { account: 'distributor:hassan', amount: -3000 },
      ],
    },
    {
      ...{ key: 'order-1|paid', kind: 'paid', order: 'order-1' },
      postings: [
        { account: 'customer:amina', amount: -17_000 },
        { account: 'cash:distributor:hassan', amount: 17_000 },
      ],
    },
  ]);
});

it('always adds up to zero, in every booking', () => {
  fc.assert(
    fc.property(sale, amount, fc.boolean(), (sold, fee, isPaidBefore) => {
      const cash = isPaidBefore ? { cash: 0 } : {};
      const bookings = [
        ...deliveredBookings({ ...sold, ...cash, distributor: 'hassan', fee }),
        ...collectedBookings({ ...sold, ...cash, shelf: 'benguerir' }),
      ];
      for (const { postings } of bookings) expect(sum(postings.map((posting) => posting.amount))).toBe(0);
    }),
  );
});

it('owes makers and distributor what the customer pays, to the centime', () => {
  fc.assert(
    fc.property(sale, amount, (sold, fee) => {
      const delivered = deliveredBookings({ ...sold, distributor: 'hassan', fee });
      const owed = (account: Account) => account.startsWith('cooperative:') || account.startsWith('distributor:');
      const held = (account: Account) => account.startsWith('cash:');
      expect(balance(delivered, owed)).toBe(0 - sold.goods - fee);
      expect(balance(delivered, held)).toBe(sold.goods + fee);
      expect(balance(delivered, (account) => account.startsWith('customer:'))).toBe(0);
      for (const { cooperative, amount: own } of sold.parts) {
        expect(balance(delivered, (account) => account === `cooperative:${cooperative}`)).toBe(0 - own);
      }
      const collected = collectedBookings({ ...sold, shelf: 'benguerir' });
      expect(balance(collected, owed)).toBe(0 - sold.goods);
      expect(balance(collected, held)).toBe(sold.goods);
    }),
  );
});

it('books what was sold over a counter so that the shelf holds what its makers are owed', () => {
  const parts = [
    { cooperative: 'tazwit', amount: 4200 },
    { cooperative: 'nour', amount: 9800 },
  ];
  expect(counterBooking({ count: 'count-1', shelf: 'youssoufia', parts })).toEqual({
    ...{ key: 'count|count-1', kind: 'counter', order: null },
    postings: [
      { account: 'cash:shelf:youssoufia', amount: 14_000 },
      { account: 'cooperative:tazwit', amount: -4200 },
      { account: 'cooperative:nour', amount: -9800 },
    ],
  });
  fc.assert(
    fc.property(sale, ({ parts: any }) => {
      const { postings } = counterBooking({ count: 'count-2', shelf: 'benguerir', parts: any });
      expect(sum(postings.map((posting) => posting.amount))).toBe(0);
    }),
  );
});

it('books what went to a cooperative so that its holder holds less and it is owed less, by the same amount', () => {
  const fact = { handover: 'handover-1', cooperative: 'tazwit', amount: 7500 };
  const { key, kind, order, postings } = settledBooking({ ...fact, holder: { distributor: 'hassan' } });
  expect({ key, kind, order }).toEqual({ key: 'handover|handover-1', kind: 'settled', order: null });
  expect(postings).toEqual([
    { account: 'cash:distributor:hassan', amount: -7500 },
    { account: 'cooperative:tazwit', amount: 7500 },
  ]);
  expect(settledBooking({ ...fact, holder: { shelf: 'benguerir' } }).postings[0]?.account).toBe('cash:shelf:benguerir');
});

it('refuses goods that are not the sum of their parts', () => {
  const parts = [{ cooperative: 'tazwit', amount: 4999 }];
  const off = () => collectedBookings({ order: 'order-1', person: 'amina', shelf: 'benguerir', goods: 5000, parts });
  expect(off).toThrow('the parts of an order make 4999 centimes, its goods 5000');
});
