import { expect, test } from 'vitest';
import { until } from '#test/support/until.ts';
import type { OpenStore } from '../chat-store.contract.ts';
import { amina, begin, claimed, letter, nextOf, text, turn } from './parts.ts';

const place = { name: 'order.place', input: { basket: 'b1' } };
const note = { name: 'name.keep', input: 'أمينة' };

export function commands(open: OpenStore): void {
  test('commands are claimed in order, before the items that wait', async () => {
    const store = await open();
    const first = await begin(store, text('m1'));
    await store.admit(amina, text('m2'));
    const second = nextOf(await store.commit(first, turn({ commands: [place, note] }), { keep: true }));
    expect(second.head).toEqual({ kind: 'command', id: 'm1|1', command: { key: 'm1|1', ...place } });
    const third = nextOf(await store.commit(second, turn({ state: 'placed' }), { keep: true }));
    expect(third.head).toEqual({ kind: 'command', id: 'm1|2', command: { key: 'm1|2', ...note } });
    const fourth = nextOf(await store.commit(third, turn(), { keep: true }));
    expect(fourth.head).toMatchObject({ kind: 'item', id: 'm2', pending: false });
    expect(fourth.session).toEqual({ version: 2, state: 'placed' });
  });

  test('the answer to a command may command in its turn', async () => {
    const store = await open();
    const first = await begin(store, text('m1'));
    const second = nextOf(await store.commit(first, turn({ commands: [place] }), { keep: true }));
    const third = nextOf(await store.commit(second, turn({ commands: [note] }), { keep: true }));
    expect(third.head).toMatchObject({ kind: 'command', id: 'm1|1|1' });
  });

  test('a command waits for any worker when its chat was not kept', async () => {
    const [one, two] = [await open(), await open()];
    await one.commit(await begin(one, text('m1')), turn({ commands: [place] }));
    expect(claimed(await two.claim('other')).head.id).toBe('m1|1');
  });

  test('while a command is put off, items are claimed and told that an answer is pending', async () => {
    const store = await open();
    const first = await begin(store, text('m1'));
    await store.admit(amina, text('m2'));
    const command = nextOf(await store.commit(first, turn({ commands: [place] }), { keep: true }));
    await store.giveBack(command, { delay: 60_000 });
    const item = claimed(await store.claim('w'));
    expect(item.head).toMatchObject({ kind: 'item', id: 'm2', pending: true });
    expect(await store.commit(item, turn(), { keep: true })).toEqual({ outcome: 'committed', next: undefined });
    await store.admit(amina, text('m3'));
    expect(claimed(await store.claim('w')).head).toMatchObject({ id: 'm3', pending: true });
  });

  test('a command that was put off comes back when its time has come, ahead of the items', async () => {
    const store = await open();
    const first = await begin(store, text('m1'));
    const command = nextOf(await store.commit(first, turn({ commands: [place] }), { keep: true }));
    await store.giveBack(command, { delay: 80 });
    const admission = await store.admit(amina, text('m2'), { claimFor: 'w' });
    expect(admission).toEqual({ outcome: 'admitted', claim: undefined });
    const item = claimed(await store.claim('w'));
    expect(item.head.id).toBe('m2');
    await store.admit(amina, text('m3'));
    await until('the command may be claimed', async () => {
      await store.giveBack(item, { delay: 0 });
      const claim = await store.claim('w');
      if (claim?.head.kind === 'command') return true;
      if (claim) await store.giveBack(claim, { delay: 0 });
      return false;
    });
  });

  test('throws of a command and of an item are counted apart', async () => {
    const store = await open();
    const first = await begin(store, text('m1'));
    await store.admit(amina, text('m2'));
    const command = nextOf(await store.commit(first, turn({ commands: [place] }), { keep: true }));
    await store.giveBack(command, { delay: 60_000, threw: true });
    const item = claimed(await store.claim('w'));
    expect(item.throws).toBe(0);
    await store.giveBack(item, { delay: 0, threw: true });
    expect(claimed(await store.claim('w'))).toMatchObject({ throws: 1, head: { id: 'm2' } });
  });

  test('a command that fails for good can be kept aside too', async () => {
    const store = await open();
    const first = await begin(store, text('m1'));
    const command = nextOf(await store.commit(first, turn({ commands: [place] }), { keep: true }));
    await store.commit(command, turn({ buried: 'no such basket', letters: [letter('a volunteer looks after it')] }));
    expect(await store.counts()).toEqual({ waiting: 0, leased: 0, mail: 1, buried: 1 });
  });
}
