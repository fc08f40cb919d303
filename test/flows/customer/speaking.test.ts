import { describe, expect, it } from 'vitest';
import { Customer } from './play.ts';

const placed = { number: 'A7H4', total: 17_000, undoUntil: Date.UTC(2026, 10, 23, 9, 2) };

function greeted(): Customer {
  const customer = new Customer();
  customer.does('hello');
  return customer;
}

describe('the first words', () => {
  it('are asked in both languages at once when nothing tells which', () => {
    const customer = new Customer();
    customer.language = undefined;
    customer.does('hello');
    expect(customer.reads()).toContain('بأي لغة نكمل؟');
    expect(customer.reads()).toContain('Quelle langue préférez-vous ?');
    expect(customer.does('2')).toMatchObject({ state: 'welcome' });
  });

  it('say who speaks, that it is automatic, the rule of the price, the data and the other language', () => {
    const customer = new Customer();
    customer.language = 'ar';
    const text = customer.reads(customer.does('hello'));
    for (const said of ['مرحبا بكم في «بلادي»', 'جواب آلي', 'متطوّع', 'بلا ربح لنا', 'معطياتكم', 'écrivez : fr']) {
      expect(text).toContain(said);
    }
    for (const line of text.split('\n').filter((one) => !one.startsWith('Pour'))) {
      expect(line).toMatch(/^\p{Script=Arabic}/u);
    }
  });

  it('are answered at once when they name a product, with the welcome beneath', () => {
    const customer = new Customer();
    const heard = customer.does('product:honey');
    const text = customer.reads(heard);
    expect(heard.state).toBe('card');
    expect(text.indexOf('honey')).toBeLessThan(text.indexOf('Bonjour et bienvenue'));
    customer.does('1');
    expect(customer.does('product:honey').statements).toEqual([]);
    expect(customer.reads()).not.toContain('Bonjour et bienvenue');
  });

  it('keep the product in mind while the language is asked', () => {
    const customer = new Customer();
    customer.language = undefined;
    expect(customer.does('product:honey').state).toBe('language');
    expect(customer.does('language:fr').state).toBe('card');
  });

  it('of any other kind are answered after the greeting', () => {
    const customer = new Customer();
    expect(customer.does('orders')).toMatchObject({ state: 'welcome', reads: [{ name: 'orders.mine' }] });
  });
});

describe('words that mean the same everywhere', () => {
  it('are understood where they lead already', () => {
    const customer = greeted();
    customer.does('menu');
    expect(customer.does('menu')).toMatchObject({ state: 'home', handled: true });
    customer.does('basket');
    expect(customer.does('basket')).toMatchObject({ state: 'basket', handled: true });
  });

  it('do not disturb the open question', () => {
    const customer = greeted();
    for (const does of ['add:couscous/1', 'deliver']) customer.does(does);
    const words = [
      ['help', 'customer.help', 'customer.helpWords'],
      ['thanks', 'common.thanks'],
      ['language:ar', 'customer.languageChanged'],
    ] as const;
    for (const [word, ...told] of words) expect(customer.does(word)).toMatchObject({ state: 'checkout.name', told });
  });

  it('end what is told without being asked for, with a short line and no menu', () => {
    const customer = greeted();
    for (const does of ['add:couscous/1', 'deliver']) customer.does(does);
    const heard = customer.does('stop');
    expect(heard).toMatchObject({ state: 'checkout.name', told: [] });
    expect(heard.asides.map(({ lines, choices }) => [lines, choices.map(({ event }) => event)])).toEqual([
      [[{ key: 'customer.stopped' }], ['menu']],
    ]);
  });

  it('are answered where nothing lies further back', () => {
    const customer = greeted();
    expect(customer.does('back')).toMatchObject({ state: 'welcome', told: ['customer.alreadyHome'] });
    customer.does('menu');
    expect(customer.does('back')).toMatchObject({ state: 'home', told: ['customer.alreadyHome'] });
  });

  it('call a volunteer and say so once it is done', () => {
    const customer = greeted();
    expect(customer.does('volunteer').commands).toEqual([{ name: 'help.ask', input: {} }]);
    expect(customer.does({ type: 'help.ask.done', answer: {} }).told).toEqual(['orders.helpTold']);
  });
});

describe('an older version of the conversation', () => {
  it('goes on from the basket, with name and phone kept', () => {
    const customer = new Customer();
    customer.renew({ lines: [['couscous', 2, 2500], 'rubbish'], name: 'Aïcha', phone: '+212612345678', cart: {} });
    expect(customer.does({ type: 'number', value: '1' }).state).toBe('basket');
    expect(customer.context).toMatchObject({ lines: [['couscous', 2, 2500]], name: 'Aïcha' });
  });

  it('goes on from nothing when nothing can be read', () => {
    for (const saved of [undefined, null, 'x', { lines: 'x' }]) {
      const customer = new Customer();
      customer.renew(saved);
      expect(customer.does('hello').state).toBe('welcome');
    }
  });
});

describe('news of an order', () => {
  it('is told in any state without disturbing the open question', () => {
    const customer = greeted();
    for (const does of ['add:couscous/1', 'collect', '“Aïcha”']) customer.does(does);
    const notice = { name: 'shelf.ready', order: 'A7H4', shelf: 'benguerir', code: '4821', cash: 5000 };
    const heard = customer.does({ type: 'notice', notice });
    expect(heard.state).toBe('checkout.shelf');
    expect(customer.reads(heard)).toContain('4821');
  });

  it('names what is left to pay when a cooperative could not accept', () => {
    const customer = greeted();
    const refused = [{ cooperative: 'nour', cause: 'notEnoughTime', products: ['honey'] }];
    const notice = { name: 'order.answered', order: 'A7H4', accepted: ['tazwit'], refused, total: 7500 };
    const text = customer.reads(customer.does({ type: 'notice', notice }));
    expect(text).toContain('Commande A7H4 : une partie seulement est acceptée, par tazwit.');
    expect(text).toContain('La coopérative nour ne peut pas cette fois : le délai est trop court.');
    expect(text).toContain('Il manquera donc : honey.');
    expect(text).toContain('Nouveau total : 75 DH.');
  });

  it('reaches a customer whose order is being recorded', () => {
    const customer = greeted();
    for (const does of ['add:couscous/1', 'collect', '“Aïcha”', '1', '1']) customer.does(does);
    const heard = customer.does({ type: 'notice', notice: { name: 'delivery.unassigned', order: 'B2K9' } });
    expect(heard).toMatchObject({ state: 'placing', told: ['orders.newsUnassigned'] });
    expect(customer.does({ type: 'order.place.done', answer: placed }).state).toBe('placed');
  });
});
