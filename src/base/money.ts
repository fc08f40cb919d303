/** An amount in centimes of a dirham, always a whole number: 45 DH is 4500. */
export type Centimes = number;

/** Adds amounts; throws when one of them is not a whole number of centimes, because that is always a bug. */
export function sum(amounts: Iterable<Centimes>): Centimes {
  let total = 0;
  for (const amount of amounts) {
    if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of centimes: ${amount}`);
    total += amount;
  }
  return total;
}

/**
 * Splits a total by weights so that the shares add up to it exactly: the centimes lost to rounding go to the largest
 * remainders, the earlier share first when they are equal.
 */
export function share(total: Centimes, weights: readonly number[]): Centimes[] {
  const whole = weights.reduce((a, b) => a + b, 0);
  if (whole <= 0) throw new RangeError('shares need at least one positive weight');
  const exact = weights.map((weight) => (total * weight) / whole);
  const shares = exact.map(Math.floor);
  const missing = total - sum(shares);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
