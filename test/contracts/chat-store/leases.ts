import { expect, test } from 'vitest';
import { until } from '#test/support/until.ts';
import type { OpenStore } from '../chat-store.contract.ts';
import { amina, begin, brahim, claimed, text, turn } from './parts.ts';

const short = { lease: 60 };

export function leases(open: OpenStore): void {
  test('a chat whose worker died is claimed again when its lease has ended, and the loss is counted', async () => {
    const store = await open(short);
    const lost = await begin(store, text('m1'));
    const again = await until('the lease has ended', () => store.claim('other'));
    expect(again).toMatchObject({ head: { id: 'm1' }, losses: 1, throws: 0 });
    expect(again.fence).not.toBe(lost.fence);
    const third = await until('the second lease has ended', () => store.claimChat('third', amina));
    expect(third.losses).toBe(2);
  });

  test('a worker that comes back too late changes nothing', async () => {
    const store = await open(short);
    const late = await begin(store, text('m1'));
    await store.admit(amina, text('m2'));
    const again = await until('the lease has ended', () => store.claim('other'));
    const command = { name: 'order.place', input: {} };
    expect(await store.commit(late, turn({ state: 'late', commands: [command] }))).toEqual({ outcome: 'stale' });
    await store.giveBack(late, { delay: 60_000, threw: true });
    expect(await store.renew(late)).toBe(false);
    expect(await store.commit(again, turn({ state: 'right' }))).toMatchObject({ outcome: 'committed' });
    expect(await store.commit(late, turn({ state: 'late' }))).toEqual({ outcome: 'stale' });
    const next = claimed(await store.claimChat('w', amina));
    expect(next).toMatchObject({ head: { id: 'm2' }, session: { version: 1, state: 'right' }, throws: 0, losses: 0 });
  });

  test('a worker whose lease has ended but whom nobody has replaced may still commit', async () => {
    const store = await open({ lease: 1 });
    const claim = await begin(store, text('m1'));
    expect((await store.commit(claim, turn({ state: 'one' }))).outcome).toBe('committed');
  });

  test('a lease can be prolonged', async () => {
    const brief = await open({ lease: 30 });
    const patient = await open({ lease: 60_000 });
    const claim = await begin(brief, text('m1'));
    expect(await patient.renew(claim)).toBe(true);
    await brief.admit(brahim, text('m1'));
    await begin(brief, text('m2'), 'simulator:other');
    await until('the other lease has ended', async () => {
      const reclaimed = await brief.claim('w');
      expect(reclaimed?.chat).not.toBe(amina);
      return reclaimed?.losses === 1;
    });
    expect((await brief.commit(claim, turn())).outcome).toBe('committed');
  });

  test('a chat given back is claimed again with its head undone, not before the delay', async () => {
    const store = await open();
    const claim = await begin(store, text('m1'));
    await store.giveBack(claim, { delay: 80 });
    expect(await store.claim('w')).toBeUndefined();
    expect(await store.claimChat('w', amina)).toBeUndefined();
    const again = await until('the delay has passed', () => store.claim('w'));
    expect(again).toMatchObject({ head: { id: 'm1' }, throws: 0, losses: 0 });
  });

  test('later items do not overtake one that was given back', async () => {
    const store = await open();
    const claim = await begin(store, text('m1'));
    await store.giveBack(claim, { delay: 80 });
    await store.admit(amina, text('m2'));
    expect(await store.claim('w')).toBeUndefined();
    expect((await until('the delay has passed', () => store.claim('w'))).head.id).toBe('m1');
  });

  test('throws are counted until the head is done', async () => {
    const store = await open();
    let claim = await begin(store, text('m1'));
    await store.admit(amina, text('m2'));
    for (const throws of [1, 2, 3]) {
      await store.giveBack(claim, { delay: 0, threw: true });
      claim = claimed(await store.claim('w'));
      expect(claim.throws).toBe(throws);
    }
    await store.commit(claim, turn());
    expect(claimed(await store.claim('w'))).toMatchObject({ head: { id: 'm2' }, throws: 0 });
  });

  test('a chat given back twice is given back once', async () => {
    const store = await open();
    const claim = await begin(store, text('m1'));
    await store.giveBack(claim, { delay: 0, threw: true });
    await store.giveBack(claim, { delay: 60_000, threw: true });
    expect(claimed(await store.claim('w')).throws).toBe(1);
  });
}
