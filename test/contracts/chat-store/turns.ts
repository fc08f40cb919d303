import { expect, test } from 'vitest';
import type { ChatAddress } from '#channels/channel.ts';
import type { OpenStore } from '../chat-store.contract.ts';
import { amina, begin, brahim, claimed, letter, news, nextOf, text, turn } from './parts.ts';

export function turns(open: OpenStore): void {
  test('a commit writes the session and removes the head', async () => {
    const store = await open();
    const first = await begin(store, text('m1'));
    await store.admit(amina, text('m2'));
    expect(await store.commit(first, turn({ state: 'one' }))).toEqual({ outcome: 'committed', next: undefined });
    const second = claimed(await store.claimChat('w', amina));
    expect(second.head.id).toBe('m2');
    expect(second.session).toEqual({ version: 1, state: 'one' });
  });

  test('a turn that writes no session leaves it as it is', async () => {
    const store = await open();
    await store.commit(await begin(store, text('m1')), turn());
    const second = await begin(store, text('m2'));
    expect(second.session).toBeUndefined();
    await store.commit(second, turn({ state: 'one' }));
    const third = await begin(store, text('m3'));
    await store.admit(amina, text('m4'));
    const fourth = nextOf(await store.commit(third, turn(), { keep: true }));
    expect(fourth.session).toEqual({ version: 2, state: 'one' });
    await store.giveBack(fourth, { delay: 0 });
    expect(claimed(await store.claim('w')).session).toEqual({ version: 2, state: 'one' });
  });

  test('a commit that keeps the chat brings its next turn', async () => {
    const store = await open();
    const first = await begin(store, text('m1'));
    await store.admit(amina, text('m2'));
    await store.admit(amina, news('n1'));
    const second = nextOf(await store.commit(first, turn({ state: 'one', letters: [letter('a')] }), { keep: true }));
    expect(second).toMatchObject({ head: { id: 'm2' }, session: { version: 1, state: 'one' }, written: 1 });
    expect(second.fence).not.toBe(first.fence);
    expect(await store.claim('other')).toBeUndefined();
    const third = nextOf(await store.commit(second, turn({ state: 'two' }), { keep: true }));
    expect(third).toMatchObject({ head: { id: 'n1', item: news('n1') }, session: { version: 2, state: 'two' } });
    expect(await store.commit(third, turn(), { keep: true })).toEqual({ outcome: 'committed', next: undefined });
    expect(await store.counts()).toMatchObject({ waiting: 0, leased: 0 });
  });

  test('a commit that is asked again answers as the first time and changes nothing more', async () => {
    const store = await open();
    const first = await begin(store, text('m1'));
    await store.admit(amina, text('m2'));
    const outcome = turn({ state: 'one', letters: [letter('a')], commands: [] });
    const commit = await store.commit(first, outcome, { keep: true });
    expect(await store.commit(first, outcome, { keep: true })).toEqual(commit);
    const second = nextOf(commit);
    expect(second).toMatchObject({ written: 1, session: { version: 1 } });
    expect(await store.commit(second, turn(), { keep: true })).toEqual({ outcome: 'committed', next: undefined });
  });

  test('a claim is worth one commit', async () => {
    const store = await open();
    const first = await begin(store, text('m1'));
    await store.admit(amina, text('m2'));
    await store.giveBack(first, { delay: 0 });
    const again = claimed(await store.claim('w'));
    expect(await store.commit(first, turn({ state: 'late' }))).toEqual({ outcome: 'stale' });
    expect((await store.commit(again, turn({ state: 'right' }))).outcome).toBe('committed');
    expect(claimed(await store.claim('w')).session?.state).toBe('right');
  });

  test('a chat has one worker at a time', async () => {
    const [one, two] = [await open(), await open()];
    await begin(one, text('m1'));
    await one.admit(amina, text('m2'));
    expect(await two.claim('other')).toBeUndefined();
    expect(await two.claimChat('other', amina)).toBeUndefined();
  });

  test('the chat that has waited longest is claimed first', async () => {
    const store = await open();
    const chats = Array.from({ length: 12 }, (_, n): ChatAddress => `simulator:customer-${n}`);
    for (const [n, chat] of chats.entries()) {
      await store.admit(chat, text(`m${n}`, 'words', chat));
      // The stores count in milliseconds.
      for (const begun = Date.now(); Date.now() <= begun + 1; ) await store.counts();
    }
    const order: string[] = [];
    for (let claim = await store.claim('w'); claim !== undefined; claim = await store.claim('w'))
      order.push(claim.chat);
    expect(order).toEqual(chats);
  });

  test('twenty workers share the chats and each item is handled once and in order', async () => {
    const stores = [await open(), await open()];
    const chats = Array.from({ length: 20 }, (_, n): ChatAddress => `simulator:customer-${n}`);
    const handled = new Map<string, string[]>(chats.map((chat) => [chat, []]));
    await Promise.all(
      chats.map(async (chat) => {
        for (let n = 0; n < 10; n++) await stores[n % 2]?.admit(chat, text(`m${n}`, 'words', chat));
      }),
    );
    await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const store = stores[n % 2];
        for (let claim = await store?.claim(`w${n}`); claim !== undefined; claim = await store?.claim(`w${n}`)) {
          handled.get(claim.chat)?.push(claim.head.id);
          const state = `${claim.session?.state ?? ''}${claim.head.id} `;
          expect((await store?.commit(claim, turn({ state })))?.outcome).toBe('committed');
        }
      }),
    );
    const inOrder = Array.from({ length: 10 }, (_, n) => `m${n}`);
    for (const chat of chats) expect(handled.get(chat)).toEqual(inOrder);
  });

  test('a head that is given up is kept aside and the chat goes on', async () => {
    const store = await open();
    const first = await begin(store, text('m1'));
    await store.admit(amina, text('m2'));
    const sorry = turn({ buried: 'it threw five times', letters: [letter('sorry')] });
    expect(nextOf(await store.commit(first, sorry, { keep: true })).head.id).toBe('m2');
    expect(await store.counts()).toEqual({ waiting: 0, leased: 1, mail: 1, buried: 1 });
    await store.forget(amina);
    expect(await store.counts()).toEqual({ waiting: 0, leased: 0, mail: 0, buried: 0 });
  });

  test('what waits and what runs is counted', async () => {
    const store = await open();
    await begin(store, text('m1'));
    await store.admit(brahim, text('m1'));
    await store.admit(brahim, text('m2'));
    expect(await store.counts()).toEqual({ waiting: 1, leased: 1, mail: 0, buried: 0 });
  });
}
