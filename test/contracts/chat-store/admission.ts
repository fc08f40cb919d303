import { expect, test } from 'vitest';
import { until } from '#test/support/until.ts';
import type { OpenStore } from '../chat-store.contract.ts';
import { amina, begin, brahim, claimed, news, nextOf, text, turn } from './parts.ts';

export function admission(open: OpenStore): void {
  test('an item is admitted once under its id', async () => {
    const store = await open();
    expect(await store.admit(amina, text('m1'))).toEqual({ outcome: 'admitted', claim: undefined });
    expect(await store.admit(amina, text('m1'))).toEqual({ outcome: 'duplicate' });
    const commit = await store.commit(claimed(await store.claim('w')), turn(), { keep: true });
    expect(commit).toEqual({ outcome: 'committed', next: undefined });
  });

  test('the same id in another chat is another item', async () => {
    const store = await open();
    await store.admit(amina, text('m1'));
    expect((await store.admit(brahim, text('m1'))).outcome).toBe('admitted');
  });

  test('an item is a duplicate long after its turn', async () => {
    const store = await open();
    await store.commit(await begin(store, text('m1')), turn());
    expect(await store.admit(amina, text('m1'), { claimFor: 'w' })).toEqual({ outcome: 'duplicate' });
  });

  test('an id may come again once it is no longer kept as seen', async () => {
    const store = await open({ seenFor: 40 });
    await store.commit(await begin(store, text('m1')), turn());
    await until('the id is forgotten', async () => (await store.admit(amina, text('m1'))).outcome === 'admitted');
  });

  test('of fifty copies that arrive at the same moment at two processes one is admitted', async () => {
    const stores = [await open(), await open()];
    const admissions = await Promise.all(
      Array.from({ length: 50 }, (_, n) => stores[n % 2]?.admit(amina, text('m1'), { claimFor: `w${n}` })),
    );
    expect(admissions.filter((one) => one?.outcome === 'admitted')).toHaveLength(1);
    expect(admissions.filter((one) => one?.outcome === 'duplicate')).toHaveLength(49);
  });

  test('items are handled in the order of admission', async () => {
    const store = await open();
    for (const id of ['m1', 'm2', 'm3']) await store.admit(amina, text(id));
    const handled: string[] = [];
    for (let claim = await store.claim('w'); claim !== undefined; claim = await store.claim('w')) {
      handled.push(claim.head.id);
      await store.commit(claim, turn());
    }
    expect(handled).toEqual(['m1', 'm2', 'm3']);
  });

  test('texts and ids come back as they were, whatever is in them', async () => {
    const store = await open();
    const words = [
      'a ||| b',
      '"],[0',
      'ل\u202eن',
      'nul \u0000 end',
      'half \ud83d',
      '🧺'.repeat(2_000),
      "it's \\ % $1 ?",
      '',
    ];
    let claim = await begin(store, text('id "] | [0,\n🧺', words[0]));
    for (const [n, word] of words.slice(1).entries()) await store.admit(amina, text(`m${n}`, word));
    for (const word of words) {
      expect(claim.head).toMatchObject({ kind: 'item', item: { incoming: { text: word } } });
      const commit = await store.commit(claim, turn({ state: JSON.stringify(word) }), { keep: true });
      if (word !== words.at(-1)) claim = nextOf(commit);
      if (word !== words.at(-1)) expect(claim.session?.state).toBe(JSON.stringify(word));
    }
  });

  test('the claim comes back with the admission when nothing else waits', async () => {
    const store = await open();
    const claim = await begin(store, text('m1'));
    expect(claim).toEqual({
      chat: amina,
      fence: claim.fence,
      head: { kind: 'item', id: 'm1', item: text('m1'), seen: 0, pending: false },
      session: undefined,
      written: 0,
      throws: 0,
      losses: 0,
    });
  });

  test('no claim comes back while another item waits or runs', async () => {
    const store = await open();
    await store.admit(amina, text('m1'));
    expect(await store.admit(amina, text('m2'), { claimFor: 'w' })).toEqual({ outcome: 'admitted', claim: undefined });
    const claim = claimed(await store.claim('w'));
    expect(await store.admit(amina, news('n1'), { claimFor: 'w' })).toEqual({ outcome: 'admitted', claim: undefined });
    expect(claim.head.id).toBe('m1');
  });

  test('a flood of one person is capped and said once', async () => {
    const store = await open({ floodLimit: 3 });
    for (const id of ['m1', 'm2', 'm3']) expect((await store.admit(amina, text(id))).outcome).toBe('admitted');
    expect(await store.admit(amina, text('m4'))).toEqual({ outcome: 'flooded', notice: true });
    expect(await store.admit(amina, text('m5'))).toEqual({ outcome: 'flooded', notice: false });
    expect(await store.admit(amina, text('m1'))).toEqual({ outcome: 'duplicate' });
    expect((await store.admit(brahim, text('m1'))).outcome).toBe('admitted');
  });

  test('neither the house nor a catch-up after an outage is capped', async () => {
    const store = await open({ floodLimit: 1 });
    await store.admit(amina, text('m1'));
    expect((await store.admit(amina, text('m2'), { exempt: true })).outcome).toBe('admitted');
    expect((await store.admit(amina, news('n1'))).outcome).toBe('admitted');
    expect((await store.admit(amina, text('m3'))).outcome).toBe('flooded');
  });

  test('what a flood kept out is admitted when it is sent again later', async () => {
    const store = await open({ floodLimit: 2, floodWindow: 60 });
    await store.admit(amina, text('m1'));
    await store.admit(amina, text('m2'));
    await until('the flood is over', async () => (await store.admit(amina, text('m3'))).outcome === 'admitted');
  });

  test('the cap counts what arrives, not what waits', async () => {
    const store = await open({ floodLimit: 2 });
    for (let n = 0; n < 30; n++) await store.admit(amina, news(`n${n}`));
    expect((await store.admit(amina, text('m1'))).outcome).toBe('admitted');
  });

  test('a forgotten chat has no session, inbox or letters, and the same ids stay seen', async () => {
    const store = await open();
    await store.commit(await begin(store, text('m1')), turn({ state: 'old', letters: [] }));
    const claim = await begin(store, text('m2'));
    await store.admit(amina, text('m3'));
    await store.forget(amina);
    expect(await store.commit(claim, turn({ state: 'late' }))).toEqual({ outcome: 'stale' });
    expect(await store.claim('w')).toBeUndefined();
    expect(await store.admit(amina, text('m1'))).toEqual({ outcome: 'duplicate' });
    expect((await begin(store, text('m4'))).session).toBeUndefined();
  });
}
