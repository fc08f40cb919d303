import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { amina, openTrade, staff, type TestTrade, volunteer } from '#test/support/trade.ts';
import type { Notification } from '#trade/notices.ts';
import { personOf } from '#trade/people/people.ts';
import type { Actor } from '#trade/people/roles.ts';
import { bindStaff, unbindStaff } from '#trade/people/staff.ts';
import { keepVoice } from '#trade/people/voice-notes.ts';

const salma: Actor = { ...volunteer, chat: 'simulator:salma' };
const day = 24 * 3_600_000;

let trade: TestTrade;
beforeAll(async () => {
  trade = await openTrade();
  await trade.transaction(async (trx) => {
    await bindStaff(trx, volunteer.chat, 'volunteer', '');
    await bindStaff(trx, salma.chat, 'volunteer', '');
  });
});
afterAll(() => trade.database.close());
beforeEach(() => trade.told());

let chats = 0;
function somebody(): Actor {
  chats += 1;
  return { ...amina, chat: `simulator:somebody-${chats}` };
}

const toVolunteers = { role: 'volunteer' } as const;
const told = (to: Notification['to'], notice: object) => ({ to, event: { type: 'notice', notice } });
const only = ({ chat, role, of }: Actor) => ({ chat, role, of });
const show = (request: string, actor = volunteer) => trade.read(actor, 'help.show', { request });

describe('a call for a volunteer', () => {
  it('tells the volunteers who asks, for what and how to reach them', async () => {
    const asker = somebody();
    const asked = { words: 'Où est le rayon ?', name: 'Amina', phone: '+212600000001' };
    const { request } = await trade.done(asker, 'help.ask', asked);
    const { words, name: who, phone } = asked;
    expect(trade.told()).toEqual([told(toVolunteers, { name: 'help.asked', request, who, phone, words })]);
    expect(await show(request)).toEqual({
      ...{ request, who, phone, role: 'customer', state: 'open', isMine: false, since: trade.clock.at },
      messages: [{ from: 'person', words }],
    });
  });

  it('tells the name that is known from an order', async () => {
    const asker = somebody();
    await trade.transaction((trx) => personOf(trx, asker.chat, { name: 'Zineb', language: 'ar' }));
    const { request } = await trade.done(asker, 'help.ask', {});
    expect(trade.told()).toEqual([told(toVolunteers, { name: 'help.asked', request, who: 'Zineb' })]);
  });

  it('names the cooperative whose chat asks, and at least the chat of somebody unknown', async () => {
    const asker = somebody();
    const first = await trade.done(staff('cooperative', 'tazwit'), 'help.ask', {});
    const second = await trade.done(asker, 'help.ask', {});
    expect(trade.told()).toEqual([
      told(toVolunteers, { name: 'help.asked', request: first.request, who: 'tazwit' }),
      told(toVolunteers, { name: 'help.asked', request: second.request, who: asker.chat.slice(10) }),
    ]);
  });

  it('is added to while it is open, and one week after its last word is a new one', async () => {
    const asker = somebody();
    const { request } = await trade.done(asker, 'help.ask', { words: 'Bonjour' });
    trade.clock.at += 6 * day;
    expect(await trade.done(asker, 'help.ask', { words: 'Encore moi', name: 'Hind' })).toEqual({ request });
    expect(trade.told().slice(1)).toEqual([
      told(toVolunteers, { name: 'help.asked', request, who: 'Hind', words: 'Encore moi', isMore: true }),
    ]);
    trade.clock.at += 6 * day;
    expect(await trade.done(asker, 'help.ask', { words: 'Toujours moi' })).toEqual({ request });
    trade.clock.at += 7 * day;
    expect((await trade.done(asker, 'help.ask', {})).request).not.toBe(request);
  });

  it('of a chat with two roles is two talks', async () => {
    const asker = somebody();
    const { request } = await trade.done(asker, 'help.ask', { words: 'Bonjour' });
    const cooperative: Actor = { ...asker, role: 'cooperative', of: 'nour' };
    expect((await trade.done(cooperative, 'help.ask', { words: 'Salam' })).request).not.toBe(request);
  });
});

describe('a volunteer', () => {
  it('takes a request over: the person is told, the other volunteers too, and more words reach the taker alone', async () => {
    const asker = somebody();
    const { request } = await trade.done(asker, 'help.ask', { words: 'Bonjour', name: 'Hind' });
    trade.told();
    expect(await trade.done(volunteer, 'help.take', { request })).toEqual({ request, who: 'Hind' });
    expect(trade.told()).toEqual([
      told(only(salma), { name: 'help.gone', request, who: 'Hind' }),
      told(only(asker), { name: 'help.taken' }),
    ]);
    await trade.done(asker, 'help.ask', { words: 'Merci' });
    expect(trade.told().map(({ to }) => to)).toEqual([only(volunteer)]);
    expect(await show(request)).toMatchObject({ state: 'taken', isMine: true });
    expect(await show(request, salma)).toMatchObject({ state: 'taken', isMine: false });

    expect(await trade.done(volunteer, 'help.take', { request })).toEqual({ request, who: 'Hind' });
    expect(trade.told()).toEqual([]);
    for (const command of ['help.take', 'help.close'] as const) {
      expect(await trade.command(salma, command, { request })).toEqual({ ok: false, reason: 'alreadyTaken' });
    }
    const reply = { request, words: 'Je m’en occupe' };
    expect(await trade.command(salma, 'help.reply', reply)).toEqual({ ok: false, reason: 'alreadyTaken' });
  });

  it('replies to the role that asked, and has the request then', async () => {
    const asker = staff('cooperative', 'amal');
    const { request } = await trade.done(asker, 'help.ask', { words: 'السلام' });
    trade.told();
    await trade.done(salma, 'help.reply', { request, words: 'On vous appelle' });
    expect(trade.told()).toEqual([
      told(only(volunteer), { name: 'help.gone', request, who: 'amal' }),
      told(only(asker), { name: 'help.replied', words: 'On vous appelle' }),
    ]);
    expect((await show(request, salma))?.messages).toEqual([
      { from: 'person', words: 'السلام' },
      { from: 'volunteer', words: 'On vous appelle' },
    ]);
  });

  it('closes a request, and what the person writes then is a new one', async () => {
    const asker = somebody();
    const { request } = await trade.done(asker, 'help.ask', { words: 'Bonjour' });
    await trade.done(volunteer, 'help.close', { request });
    const again = await trade.command(salma, 'help.reply', { request, words: 'Oui ?' });
    expect(again).toEqual({ ok: false, reason: 'alreadyAnswered' });
    expect((await trade.done(asker, 'help.ask', { words: 'Au fait' })).request).not.toBe(request);
  });

  it('who has left leaves a request to the others', async () => {
    const gone: Actor = { ...volunteer, chat: 'simulator:gone' };
    await trade.transaction((trx) => bindStaff(trx, gone.chat, 'volunteer', ''));
    const asker = somebody();
    const { request } = await trade.done(asker, 'help.ask', { words: 'Bonjour' });
    await trade.done(gone, 'help.take', { request });
    await trade.transaction((trx) => unbindStaff(trx, gone.chat));
    trade.told();
    await trade.done(asker, 'help.ask', { words: 'Il y a quelqu’un ?' });
    expect(trade.told().map(({ to }) => to)).toEqual([toVolunteers]);
    await trade.done(salma, 'help.take', { request });
    expect(await show(request, salma)).toMatchObject({ state: 'taken', isMine: true });
  });

  it('is the only one who may do so', async () => {
    const asker = somebody();
    const { request } = await trade.done(asker, 'help.ask', { words: 'Bonjour' });
    for (const actor of [asker, staff('distributor', 'hassan')]) {
      expect(await show(request, actor)).toBeNull();
      expect(await trade.command(actor, 'help.take', { request })).toEqual({ ok: false, reason: 'notYours' });
    }
    const unknown = await trade.command(volunteer, 'help.take', { request: 'nowhere' });
    expect(unknown).toEqual({ ok: false, reason: 'unknown' });
  });
});

describe('a voice note', () => {
  const media = { source: 'kept/note', mimeType: 'audio/ogg' };

  it('is kept, and listened to within four hours of daytime', async () => {
    trade.clock.at = Date.parse('2026-11-22T19:00:00Z');
    const settings = { ...trade.tools.settings, timeZone: 'Africa/Abidjan' };
    const input = { media, seconds: 4 };
    const kept = await trade.transaction((trx) => keepVoice(trx, somebody(), input, { ...trade.tools, settings }));
    // One of the four is left of their day, which ends at eight in the evening.
    expect(kept).toMatchObject({ ok: true, answer: { by: Date.parse('2026-11-23T12:00:00Z') } });
    expect(trade.told()).toEqual([]);
  });

  it('reaches the volunteers when its sender wants them to listen, once', async () => {
    const asker = somebody();
    const { request } = await trade.done(asker, 'help.ask', { words: 'Bonjour' });
    const { note } = await trade.done(asker, 'voice.keep', { media });
    trade.told();
    expect(await trade.done(asker, 'voice.ask', { note })).toEqual({ request });
    expect(await trade.done(asker, 'voice.ask', { note })).toEqual({ request });
    const who = asker.chat.slice(10);
    expect(trade.told()).toEqual([
      told(toVolunteers, { name: 'help.asked', request, who, voice: media, isMore: true }),
    ]);
    expect((await show(request))?.messages).toEqual([
      { from: 'person', words: 'Bonjour' },
      { from: 'person', voice: media },
    ]);
    expect(await trade.command(somebody(), 'voice.ask', { note })).toEqual({ ok: false, reason: 'unknown' });
    expect(await trade.command(asker, 'voice.ask', { note: '' })).toEqual({ ok: false, reason: 'unknown' });
  });
});
