import { expect, test } from 'vitest';
import { before, orderSteps, partSteps, unreachable } from '#trade/orders/transitions.ts';

test('an order is undone or told, and never both', () => {
  expect(before(orderSteps, 'undone')).toEqual(['confirmed']);
  expect(before(orderSteps, 'told')).toEqual(['confirmed']);
  expect(orderSteps.undone).toEqual([]);
});

test('a part is answered once', () => {
  expect(before(partSteps, 'accepted')).toEqual(['asked']);
  expect(before(partSteps, 'refused')).toEqual(['asked']);
});

test('a state that nothing leads to is found', () => {
  expect(unreachable<'a' | 'b' | 'c'>({ a: ['b'], b: ['a'], c: ['a'] }, 'a')).toEqual(['c']);
});
