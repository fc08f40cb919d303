import { describe, expect, it } from 'vitest';
import { sampleShop, shopWith } from '#test/support/shop.ts';
import type { Drop, OrderAgain, OrderLine } from '#trade/orders/order.ts';
import { customerWho, events } from './orders.ts';

const delivery: Drop = {
  ...{ kind: 'delivery', commune: 'bouchane', address: 'Rue 12', landmark: 'La mosquée' },
  ...{ day: '2026-01-02', mayCall: true },
};
const couscous: OrderLine = { product: 'couscous', quantity: 2, price: 2500 };
const honey: OrderLine = { product: 'honey', quantity: 3, price: 9000 };

function again(lines: readonly OrderLine[], more: Partial<OrderAgain> = {}) {
  return { type: 'order.again.done', answer: { order: 'A7H4', lines, way: delivery, ...more } };
}

describe('the same again', () => {
  it('is asked for by a word, or by an order’s number', () => {
    const customer = customerWho('fr');
    expect(customer.does('again').reads).toEqual([{ name: 'order.again', input: {} }]);
    expect(customer.does('again:A7H4').reads).toEqual([{ name: 'order.again', input: { order: 'A7H4' } }]);
  });

  it('fills the basket at today’s prices and orders nothing', () => {
    const customer = customerWho('fr', 'again');
    const heard = customer.does(again([couscous, honey]));
    expect(heard).toMatchObject({ state: 'basket', told: ['orders.againFilled', 'orders.againPlace'], commands: [] });
    expect(customer.context.lines).toEqual([
      ['couscous', 2, 2500],
      ['honey', 3, 9000],
    ]);
  });

  it('names each change: the price, what is gone, sold out or fewer, and a cooperative that is away', () => {
    const customer = customerWho('fr', 'again');
    const shop = shopWith({ couscous: { price: 3000 }, honey: { stock: { kind: 'counted', left: 1 } } });
    const tazwit = sampleShop.cooperatives.get('tazwit');
    if (tazwit === undefined) throw new Error('no tazwit');
    const away = new Map(shop.cooperatives).set('tazwit', { ...tazwit, awayUntil: '2026-11-26' });
    customer.shop = { ...shop, cooperatives: away };
    const heard = customer.does(
      again([
        couscous,
        honey,
        { product: 'jam', quantity: 1, price: 2200 },
        { product: 'nougat', quantity: 1, price: 10 },
      ]),
    );
    const text = customer.reads(heard);
    for (const line of [
      "Comme la commande A7H4, aux prix d'aujourd'hui.",
      "Un de ses produits n'est plus vendu.",
      'Le prix a changé : couscous, 30 DH au lieu de 25 DH.',
      "honey : il n'en reste que 500 g.",
      "jam : il n'y en a plus pour le moment.",
      'La coopérative tazwit est absente, dernier jour : jeudi 26 novembre.',
    ]) {
      expect(text.toLowerCase()).toContain(line.toLowerCase());
    }
    expect(customer.context.lines).toEqual([
      ['couscous', 2, 3000],
      ['honey', 1, 9000],
    ]);
    for (const line of customer.reads(heard, 'ar').split('\n').filter(Boolean)) {
      expect(line).toMatch(/^\p{Script=Arabic}/u);
    }
  });

  it('keeps what lies in the basket already, and says so', () => {
    const customer = customerWho('fr', 'add:couscous/5', 'again');
    const heard = customer.does(again([couscous, honey]));
    expect(heard.told).toEqual(['orders.againFilled', 'orders.againKept', 'orders.againPlace']);
    expect(customer.context.lines).toEqual([
      ['couscous', 5, 2500],
      ['honey', 3, 9000],
    ]);
  });

  it('never substitutes: what can no longer be had is left out', () => {
    const customer = customerWho('fr', 'again');
    const heard = customer.does(again([{ product: 'nougat', quantity: 1, price: 10 }]));
    expect(heard.told).toEqual(['orders.againNothing', 'orders.againGone']);
    expect(customer.context.lines).toEqual([]);
  });

  it('names what no longer fits a full basket', () => {
    const customer = customerWho('fr');
    const codes = Array.from({ length: 20 }, (_, at) => `p${at}`);
    const [product] = sampleShop.products.values();
    if (product === undefined) throw new Error('no product');
    customer.shop = {
      ...sampleShop,
      products: new Map([...sampleShop.products, ...codes.map((code) => [code, { ...product, code }] as const)]),
    };
    for (const code of codes) customer.does(`add:${code}/1`);
    expect(customer.does(again([honey])).told).toContain('orders.againNoRoom');
    expect(customer.context.lines).toHaveLength(20);
  });

  it('proposes the place of then, but not the day', () => {
    const customer = customerWho('fr', 'again', again([couscous]), 'deliver', '“Aïcha”');
    expect(customer.context).toMatchObject({ commune: 'bouchane', address: 'Rue 12', landmark: 'La mosquée' });
    expect(customer.state).toBe('checkout.day');
    for (const doing of ['1', { type: 'phone', value: '+212612345678' }, '1']) customer.does(doing);
    expect(customer.state).toBe('checkout.summary');
    expect(customer.reads()).toContain('Rue 12');
    expect(customer.prompt.choices.map(({ event }) => event)).toContain('edit');
  });

  it('asks how to receive it this time, with the kept way first', () => {
    const way = { kind: 'shelf', shelf: 'benguerir' } as const;
    const collected = customerWho('fr', 'again', again([couscous], { way }));
    expect(collected.reads()).toContain('Cette fois, comment souhaitez-vous recevoir vos produits ?');
    expect(collected.reads()).not.toContain('Reste à savoir');
    expect(collected.reads(undefined, 'ar')).toContain('وهذه المرة، كيف تريدون التسلّم؟');
    expect(events(collected).slice(0, 2)).toEqual(['collect', 'deliver']);
    const brought = customerWho('fr', 'again', again([couscous]));
    expect(brought.reads()).toContain('Cette fois');
    expect(events(brought).slice(0, 2)).toEqual(['deliver', 'collect']);
  });

  it('proposes the shelf of then', () => {
    const way = { kind: 'shelf', shelf: 'benguerir' } as const;
    const customer = customerWho('fr', 'again', again([couscous], { way }), 'collect', '“Aïcha”');
    expect(customer.state).toBe('checkout.summary');
    expect(customer.context.shelf).toBe('benguerir');
  });

  it('is for the person whom it was for', () => {
    const receiver = { name: 'Lalla Fatna', phone: '+212612345678' };
    const customer = customerWho('fr', 'again');
    expect(customer.does(again([couscous], { receiver })).told).toContain('orders.againReceiver');
    expect(customer.context.receiver).toEqual(receiver);
  });

  it('leaves a place that was chosen already', () => {
    const customer = customerWho('fr', 'add:honey/1', 'collect', '“Aïcha”', 'shelf:youssoufia', 'again');
    customer.does(again([couscous]));
    expect(customer.context).toMatchObject({ way: 'shelf', shelf: 'youssoufia' });
    expect(customer.context.commune).toBeUndefined();
  });

  it('of a place that is no longer served asks for one', () => {
    const customer = customerWho('fr', 'again', again([couscous], { way: { ...delivery, commune: 'far-away' } }));
    for (const doing of ['deliver', '“Aïcha”']) customer.does(doing);
    expect(customer.state).toBe('checkout.commune');
  });

  it('of nothing is answered kindly, where one is', () => {
    const customer = customerWho('ar', 'add:couscous/1', 'again');
    const heard = customer.does({ type: 'order.again.done', answer: null });
    expect(heard).toMatchObject({ state: 'basket', told: ['orders.nothingAgain'] });
    expect(customer.reads(heard)).toContain('لم نجد طلبية سابقة نعيدها');
  });
});
