import { expect, test } from 'vitest';
import type { OpenStore } from '../chat-store.contract.ts';
import { amina, begin, claimed, letter, text, turn } from './parts.ts';

/** Far longer than a store waits before it looks again by itself. */
const long = 600_000;

export function waking(open: OpenStore): void {
  test('whoever waits for a turn is woken when one is admitted elsewhere', async () => {
    const [one, two] = [await open(), await open()];
    expect(await one.claim('w')).toBeUndefined();
    const woken = one.waitForTurn(long);
    await two.admit(amina, text('m1'));
    await woken;
    while ((await one.claim('w')) === undefined) await one.waitForTurn(long);
  });

  test('what is admitted between a look and the wait is not slept through', async () => {
    const store = await open();
    expect(await store.claim('w')).toBeUndefined();
    await store.admit(amina, text('m1'));
    await store.waitForTurn(long);
    while ((await store.claim('w')) === undefined) await store.waitForTurn(long);
  });

  test('whoever waits for a turn is woken when a delay has passed', async () => {
    const store = await open();
    await store.giveBack(await begin(store, text('m1')), { delay: 60 });
    let claim = await store.claim('w');
    while (claim === undefined) {
      await store.waitForTurn(long);
      claim = await store.claim('w');
    }
    expect(claimed(claim).head.id).toBe('m1');
  });

  test('whoever waits for mail is woken when a letter is written elsewhere', async () => {
    const [one, two] = [await open(), await open()];
    expect(await one.claimMail('s', ['simulator'])).toBeUndefined();
    const woken = one.waitForMail(long);
    await two.commit(await begin(two, text('m1')), turn({ letters: [letter('one')] }));
    await woken;
    while ((await one.claimMail('s', ['simulator'])) === undefined) await one.waitForMail(long);
  });

  test('a wait ends when its time has passed', async () => {
    const store = await open();
    await store.waitForTurn(5);
    await store.waitForMail(5);
  });

  test('stopping wakes whoever waits', async () => {
    const store = await open();
    const waiting = [store.waitForTurn(long), store.waitForMail(long)];
    await store.stop();
    await Promise.all(waiting);
  });
}
