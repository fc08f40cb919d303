import { describe, expect, it } from 'vitest';
import type { PersonData } from '#trade/people/requests.ts';
import { customerWho, events } from './orders.ts';

const nothing: PersonData = { chats: 1, orders: [], places: [], voiceNotes: 0, helpRequests: 0, openOrders: [] };
const known: PersonData = {
  ...nothing,
  ...{ name: 'Aïcha', phone: '+212612345678', since: '2026-03-02', voiceNotes: 2 },
  orders: [{ order: 'A7H4', day: '2026-03-02', total: 7500 }],
  places: [
    { commune: 'bouchane', address: 'Rue 12' },
    { commune: 'benguerir', address: '' },
  ],
};

const data = (answer: PersonData) => ({ type: 'data.mine.done', answer });

describe('my data', () => {
  it('says who answers for them, what is kept and who sees it', () => {
    const customer = customerWho('fr');
    expect(customer.does('privacy').reads).toEqual([{ name: 'data.mine', input: undefined }]);
    const heard = customer.does(data(known));
    const text = customer.reads(heard);
    for (const said of [
      'Sample en est responsable',
      'Nom : Aïcha',
      'Téléphone : 06 12 34 56 78',
      'Rue 12 et Benguerir',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).toContain('Commandes : 1');
    expect(text).toContain('Messages vocaux : 2');
    expect(text).toContain('La coopérative voit');
    expect(events(customer)).toEqual(['forget', 'back']);
    for (const line of customer.reads(heard, 'ar').split('\n').filter(Boolean)) {
      expect(line).toMatch(/^\p{Script=Arabic}/u);
    }
  });

  it('are none where nothing is kept', () => {
    expect(customerWho('fr').does(data(nothing)).told).toContain('orders.dataNothing');
  });

  it('lead back to what was interrupted', () => {
    const customer = customerWho('fr', 'add:couscous/1', 'deliver', 'privacy', data(known));
    expect(customer.does('0').state).toBe('checkout.name');
    customer.does('basket');
    customer.does(data(known));
    expect(customer.does('0').state).toBe('basket');
    customer.does('menu');
    customer.does(data(known));
    expect(customer.does('0').state).toBe('home');
  });
});

describe('forget me', () => {
  it('asks once, saying what goes and what accounting keeps', () => {
    const customer = customerWho('fr', 'forget', data(known));
    expect(customer.prompt.binding).toBe(true);
    expect(customer.reads()).toContain('Il reste pour les comptes, sans votre nom');
    expect(customer.reads(undefined, 'ar')).toContain('ويبقى للحسابات، بلا اسمكم');
    const kept = customer.does('no');
    expect(kept).toMatchObject({ state: 'privacy.shown', told: ['orders.dataKept'], commands: [] });
    expect(customer.reads(kept)).toContain("rien n'est effacé.\n\nQue souhaitez-vous faire ?");
    expect(customer.reads(kept, 'ar')).toContain('ماذا تريدون');
  });

  it('empties the conversation once all is erased', () => {
    const customer = customerWho('fr', 'add:couscous/1', 'deliver', '“Aïcha”', 'forget', data(known));
    expect(customer.does('1').commands).toEqual([{ name: 'person.forget', input: {} }]);
    const heard = customer.does({ type: 'person.forget.done', answer: {} });
    expect(heard).toMatchObject({ state: 'home', told: ['orders.forgotten'] });
    expect(JSON.parse(customer.session).context).toEqual({ lines: [] });
  });

  it('names the orders that are under way, and erases nothing', () => {
    const customer = customerWho('fr', 'forget');
    const heard = customer.does(data({ ...known, openOrders: ['A7H4', 'B3K9'] }));
    expect(heard).toMatchObject({ state: 'privacy.shown', told: ['orders.forgetLater'], commands: [] });
    expect(customer.reads(heard)).toContain('Encore en cours : A7H4 et B3K9.');
    expect(customer.reads(heard, 'ar')).toContain('«انسوني»');
  });

  it('names them too when one was begun meanwhile', () => {
    const customer = customerWho('fr', 'forget', data(known), 'forgetNow');
    const refused = customer.does({ type: 'person.forget.refused', reason: 'ordersOpen' });
    expect(refused.reads).toEqual([{ name: 'data.mine', input: undefined }]);
    expect(customer.does(data({ ...known, openOrders: ['A7H4'] })).told).toEqual(['orders.forgetLater']);
  });

  it('says so when it failed', () => {
    const customer = customerWho('fr', 'forget', data(known), 'yes');
    const heard = customer.does({ type: 'person.forget.refused', reason: 'failed' });
    expect(heard).toMatchObject({ state: 'privacy.shown', told: ['orders.notForgotten'] });
  });

  it('erases nothing on a yes tapped later: it asks again', () => {
    const customer = customerWho('fr', 'add:couscous/1');
    expect(customer.does('forgetNow')).toMatchObject({ state: 'privacy.forgetting', commands: [] });
    expect(customer.does(data(known)).commands).toEqual([]);
  });
});
