import { expect, test } from 'vitest';
import type { ChatStore, MailClaim } from '#chats/chat-store.ts';
import { until } from '#test/support/until.ts';
import type { OpenStore } from '../chat-store.contract.ts';
import { amina, begin, brahim, letter, nextOf, text, turn } from './parts.ts';

const channels = ['simulator', 'telegram'];

async function write(store: ChatStore, id: string, ...bodies: string[]): Promise<void> {
  await store.commit(await begin(store, text(id)), turn({ letters: bodies.map(letter) }));
}

async function mailOf(store: ChatStore): Promise<MailClaim> {
  const claim = await store.claimMail('sender', channels);
  if (claim === undefined) throw new Error('there was no mail');
  return claim;
}

export function mail(open: OpenStore): void {
  test('letters are claimed in order, with numbers that go up and keys of their own', async () => {
    const store = await open();
    await write(store, 'm1', 'one', 'two');
    await write(store, 'm2', 'three');
    const claim = await mailOf(store);
    expect(claim).toMatchObject({ chat: amina, attempts: 0 });
    expect(claim.letters).toEqual([
      { number: 1, key: 'simulator:amina|1', outgoing: letter('one') },
      { number: 2, key: 'simulator:amina|2', outgoing: letter('two') },
      { number: 3, key: 'simulator:amina|3', outgoing: letter('three') },
    ]);
  });

  test('the letters of a chat have one sender at a time, and do not hold its turns', async () => {
    const store = await open();
    await write(store, 'm1', 'one');
    await mailOf(store);
    await write(store, 'm2', 'two');
    expect(await store.claimMail('other', channels)).toBeUndefined();
    expect((await begin(store, text('m3'))).written).toBe(2);
  });

  test('a letter is removed when it is settled', async () => {
    const store = await open();
    await write(store, 'm1', 'one', 'two');
    const claim = await mailOf(store);
    expect(await store.settleMail(claim, 1)).toBe(true);
    expect(await store.counts()).toMatchObject({ mail: 1 });
    expect(await store.claimMail('other', channels)).toBeUndefined();
    expect(await store.settleMail(claim, 2)).toBe(true);
    expect(await store.counts()).toMatchObject({ mail: 0 });
    expect(await store.claimMail('other', channels)).toBeUndefined();
  });

  test('letters written while others leave are claimed after them', async () => {
    const store = await open();
    await write(store, 'm1', 'one');
    const claim = await mailOf(store);
    await write(store, 'm2', 'two');
    await store.settleMail(claim, 1);
    const next = await mailOf(store);
    expect(next.letters.map(({ number }) => number)).toEqual([2]);
    expect(await store.settleMail(next, 2)).toBe(true);
  });

  test('a settlement that is told again is settled once', async () => {
    const store = await open();
    await write(store, 'm1', 'one', 'two');
    const claim = await mailOf(store);
    expect(await store.settleMail(claim, 1)).toBe(true);
    expect(await store.settleMail(claim, 1)).toBe(true);
    expect(await store.counts()).toMatchObject({ mail: 1 });
  });

  test('letters put off are claimed later, and failed attempts are counted until one leaves', async () => {
    const store = await open();
    await write(store, 'm1', 'one', 'two');
    await store.deferMail(await mailOf(store), 50);
    expect(await store.claimMail('sender', channels)).toBeUndefined();
    const second = await until('the delay has passed', () => store.claimMail('sender', channels));
    expect(second.attempts).toBe(1);
    await store.deferMail(second, 0);
    const third = await mailOf(store);
    expect(third.attempts).toBe(2);
    await store.settleMail(third, 1);
    await store.deferMail(third, 0);
    expect(await mailOf(store)).toMatchObject({ attempts: 1, letters: [{ number: 2 }] });
  });

  test('letters put off are not sent sooner because another is written', async () => {
    const store = await open();
    await write(store, 'm1', 'one');
    await store.deferMail(await mailOf(store), 60_000);
    await write(store, 'm2', 'two');
    expect(await store.claimMail('sender', channels)).toBeUndefined();
  });

  test('the letters of a sender that died are claimed again, and the dead settles nothing', async () => {
    const store = await open({ mailLease: 50 });
    await write(store, 'm1', 'one');
    const lost = await mailOf(store);
    const again = await until('the lease has ended', () => store.claimMail('other', channels));
    expect(again.letters).toEqual(lost.letters);
    expect(await store.settleMail(lost, 1)).toBe(false);
    await store.deferMail(lost, 60_000);
    expect(await store.settleMail(again, 1)).toBe(true);
  });

  test('each channel has its mail claimed by those who send for it', async () => {
    const store = await open();
    await store.commit(await begin(store, text('m1'), brahim), turn({ letters: [letter('one')] }));
    expect(await store.claimMail('sender', ['simulator'])).toBeUndefined();
    expect((await store.claimMail('sender', ['telegram', 'simulator']))?.chat).toBe(brahim);
  });

  test('letters that are handed over count as sent', async () => {
    const store = await open();
    const first = await begin(store, text('m1'));
    await store.commit(first, turn({ letters: [letter('one'), letter('two')], handOver: true }));
    expect(await store.claimMail('sender', channels)).toBeUndefined();
    const second = await begin(store, text('m2'));
    expect(second).toMatchObject({ written: 2, head: { seen: 2 } });
    await store.commit(second, turn({ letters: [letter('three')] }));
    expect((await mailOf(store)).letters.map(({ number }) => number)).toEqual([3]);
  });

  test('an item knows which letter had left when it was admitted', async () => {
    const store = await open();
    const first = await begin(store, text('m1'));
    await store.admit(amina, text('m2'));
    const second = nextOf(await store.commit(first, turn({ letters: [letter('one'), letter('two')] }), { keep: true }));
    expect(second.head).toMatchObject({ id: 'm2', seen: 0 });
    await store.admit(amina, text('m3'));
    const claim = await mailOf(store);
    await store.settleMail(claim, 1);
    await store.admit(amina, text('m4'));
    await store.settleMail(claim, 2);
    await store.admit(amina, text('m5'));
    const third = nextOf(await store.commit(second, turn(), { keep: true }));
    expect(third.head).toMatchObject({ id: 'm3', seen: 0 });
    const fourth = nextOf(await store.commit(third, turn(), { keep: true }));
    expect(fourth.head).toMatchObject({ id: 'm4', seen: 1 });
    expect(nextOf(await store.commit(fourth, turn(), { keep: true })).head).toMatchObject({ id: 'm5', seen: 2 });
  });

  test('after a chat was forgotten its letters have new numbers', async () => {
    const store = await open();
    await write(store, 'm1', 'one', 'two');
    const lost = await mailOf(store);
    await store.forget(amina);
    expect(await store.settleMail(lost, 1)).toBe(false);
    expect(await store.claimMail('sender', channels)).toBeUndefined();
    const claim = await begin(store, text('m2'));
    expect(claim).toMatchObject({ written: 2, head: { seen: 2 } });
    await store.commit(claim, turn({ letters: [letter('three')] }));
    expect((await mailOf(store)).letters.map(({ number }) => number)).toEqual([3]);
  });
}
