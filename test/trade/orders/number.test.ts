import { expect, test } from 'vitest';
import { seededIds } from '#test/support/seeded-ids.ts';
import { isOrderNumber, orderNumber } from '#trade/orders/number.ts';

test('an order number has four characters, letters and digits, none that look alike', () => {
  const ids = seededIds();
  for (let n = 0; n < 500; n += 1) {
    const number = orderNumber(ids);
    expect(number).toMatch(/^[A-Z0-9]{4}$/);
    expect(number).toMatch(/[A-Z]/);
    expect(number).toMatch(/[0-9]/);
    expect(number).not.toMatch(/[0OQ1IL2Z5S6G8BU]/);
    expect(isOrderNumber(number)).toBe(true);
  }
});

test('a hand-over code, a word and a longer text are no order numbers', () => {
  for (const text of ['3479', 'CAFE', 'A7H44', 'A7H', 'a7h4', 'A0H4']) expect(isOrderNumber(text)).toBe(false);
});
