import { describe, expect, it } from 'vitest';
import { sampleShop, shopWith } from '#test/support/shop.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import { Customer } from './play.ts';

function withBasket(...adds: readonly string[]): Customer {
  const customer = new Customer();
  customer.does('hello');
  for (const add of adds) customer.does(`add:${add}`);
  return customer;
}

function collecting(...adds: readonly string[]): Customer {
  const customer = withBasket(...adds);
  for (const does of ['collect', '“Aïcha”']) customer.does(does);
  return customer;
}

/** The shop with other things on the shelf of Benguerir. */
function shopWithStanding(stock: Readonly<Record<string, number>>): Shop {
  const shelf = sampleShop.shelves.get('benguerir');
  if (!shelf) throw new Error('no shelf');
  const changed = { ...shelf, stock: new Map(Object.entries(stock)) };
  return { ...sampleShop, shelves: new Map(sampleShop.shelves).set('benguerir', changed) };
}

describe('the solidarity basket', () => {
  it('is six digits away from the menu, for whoever has a name already', () => {
    const customer = new Customer();
    customer.profile = { name: 'Aïcha' };
    const path = [
      ['hello', 'welcome'],
      ['2', 'card'],
      ['1', 'basket'],
      ['2', 'checkout.name'],
      ['1', 'checkout.shelf'],
      ['1', 'checkout.summary'],
      ['1', 'placing'],
    ] as const;
    customer.shop = {
      ...sampleShop,
      products: new Map([...sampleShop.products].filter(([code]) => code !== 'uneven')),
    };
    for (const [does, state] of path) expect(customer.does(does).state, does).toBe(state);
  });

  it('names its parts and who makes them', () => {
    const customer = withBasket();
    customer.does('product:bundle');
    expect(customer.reads()).toContain('Dedans : couscous, honey et cumin');
    expect(customer.reads()).toContain('Coopératives : tazwit, nour et amal');
  });

  it('that stands on the shelf is taken from there, and only the keeper is waited for', () => {
    const customer = collecting('bundle/2');
    expect(customer.reads()).toContain('1. benguerir : tout ce que vous avez choisi y est déjà');
    expect(customer.reads()).toContain('Horaires : text');
    expect(customer.reads()).toContain('Accès : text');
    expect(customer.reads()).toContain('Paiement : en espèces, à la personne qui tient le rayon.');
    customer.does('1');
    expect(customer.reads()).toContain('Vous pouvez venir dès que la personne qui le tient a répondu');
    expect(customer.reads(undefined, 'ar')).toContain('كل شيء موجود على الرف.');
    expect(customer.reads()).toContain('Horaires : text. Accès : text.');
    expect(customer.reads()).toContain('Paiement : en espèces, à la personne qui tient le rayon.');
    const [command] = customer.does('1').commands;
    expect(command?.input).toMatchObject({
      lines: [{ product: 'bundle', quantity: 2, price: 10_000, fromShelf: true }],
      way: { kind: 'shelf', shelf: 'benguerir' },
    });
  });
});

describe('an order of which some stands on the shelf', () => {
  it('says before the shelf is chosen what stands on which', () => {
    const customer = collecting('couscous/2', 'quinoa/1');
    const text = customer.reads();
    expect(text).toContain('1. benguerir : avec couscous déjà sur place ; le reste y sera apporté');
    expect(text).toContain('2. youssoufia : les coopératives y apportent vos produits');
    expect(customer.reads(undefined, 'ar')).toContain('الموجود هناك: الcouscous، والباقي يُحمل إليه');
  });

  it('says in the summary what is ready, what is made, the first day and what sets it', () => {
    const customer = collecting('couscous/2', 'quinoa/1');
    customer.does('1');
    const text = customer.reads();
    for (const said of [
      'Déjà au rayon : couscous.',
      'À préparer et à apporter au rayon : quinoa.',
      'mercredi 25 novembre',
      'Plus tôt, ce produit ne serait pas prêt : quinoa.',
    ]) {
      expect(text).toContain(said);
    }
    const [command] = customer.does('1').commands;
    expect(command?.input).toMatchObject({
      lines: [{ product: 'couscous', fromShelf: true }, { product: 'quinoa' }],
    });
    expect(JSON.stringify(command?.input).match(/fromShelf/g)).toHaveLength(1);
  });

  it('never takes half a line from the shelf', () => {
    const customer = collecting('couscous/4');
    customer.does('1');
    expect(JSON.stringify(customer.does('1').commands)).not.toContain('fromShelf');
  });

  it('takes nothing from a shelf for the door', () => {
    const customer = withBasket('couscous/2');
    for (const does of ['deliver', '“Aïcha”', 'commune:bouchane', '“Rue 12”', 'skip', '1', 'noPhone', '1'])
      customer.does(does);
    expect(customer.state).toBe('placing');
  });

  it('keeps its yes to what was shown, also when the shelf was filled since', () => {
    const customer = collecting('couscous/4');
    customer.does('1');
    customer.shop = shopWithStanding({ couscous: 9 });
    expect(JSON.stringify(customer.does('1').commands)).not.toContain('fromShelf');
  });

  it('shows the summary afresh when the shelf has sold it meanwhile', () => {
    const customer = collecting('couscous/2');
    for (const does of ['1', '1']) customer.does(does);
    customer.shop = shopWithStanding({ couscous: 1 });
    const heard = customer.does({ type: 'order.place.refused', reason: 'shelfGone' });
    expect(heard).toMatchObject({
      state: 'checkout.summary',
      told: ['common.refused_shelfGone', 'customer.shelfLineGone'],
    });
    expect(customer.reads(heard)).toContain("couscous, 2 × 500 g (1 kg) : il n'y en a plus assez dans ce rayon.");
    expect(customer.reads(heard, 'ar')).toContain('لم يبق على هذا الرف ما يكفي من الcouscous');
    expect(customer.reads()).not.toContain('Déjà au rayon');
    expect(JSON.stringify(customer.does('1').commands)).not.toContain('fromShelf');
  });

  it('says which other shelf has what the chosen one has sold meanwhile', () => {
    const customer = collecting('couscous/2', 'bundle/1');
    for (const does of ['1', '1']) customer.does(does);
    const { shelves } = shopWithStanding({ couscous: 1, bundle: 1 });
    const other = shelves.get('youssoufia');
    if (!other) throw new Error('no shelf');
    const standing = new Map(shelves).set('youssoufia', { ...other, stock: new Map([['couscous', 2]]) });
    customer.shop = { ...sampleShop, shelves: standing };
    const heard = customer.does({ type: 'order.place.refused', reason: 'shelfGone' });
    expect(heard.told).toEqual(['common.refused_shelfGone', 'customer.shelfLineGoneElsewhere']);
    expect(customer.reads(heard)).toContain('mais il y en a encore assez là : youssoufia.');
    expect(customer.reads(heard, 'ar')).toContain('ما يكفي في الyoussoufia');
  });

  it('says where the last ones stand when nobody makes what the chosen shelf has sold meanwhile', () => {
    const customer = collecting('couscous/2');
    for (const does of ['1', '1']) customer.does(does);
    customer.shop = { ...shopWith({ couscous: { stock: { kind: 'out' } } }), shelves: shopWithStanding({}).shelves };
    const heard = customer.does({ type: 'order.place.refused', reason: 'shelfGone' });
    expect(heard).toMatchObject({ state: 'basket', told: ['common.refused_shelfGone', 'customer.lineOut'] });
  });

  it('tells where the rest stands when the chosen shelf has none and nobody makes it', () => {
    const customer = collecting('couscous/2');
    customer.shop = shopWith({ couscous: { stock: { kind: 'out' } } });
    const heard = customer.does('shelf:youssoufia');
    expect(heard).toMatchObject({ state: 'checkout.way', told: ['customer.lineElsewhere'] });
    expect(customer.reads(heard)).toContain("il n'en reste assez que là : benguerir.");
    expect(customer.reads(heard, 'ar')).toContain('لا يوجد ما يكفي من الcouscous');
    for (const does of ['2', '1']) customer.does(does);
    expect(customer.state).toBe('checkout.summary');
    expect(customer.context.standing).toEqual(['couscous']);
  });
});

describe('the day in the summary', () => {
  const toDay = ['deliver', '“Aïcha”', 'commune:bouchane', '“Rue 12”', 'skip'];

  it('names the product that sets the first day, and nothing for a later one', () => {
    const customer = withBasket('rug/1');
    for (const does of toDay) customer.does(does);
    expect(customer.reads()).toContain('Plus tôt, ce produit ne serait pas prêt : rug.');
    for (const does of ['1', 'noPhone']) customer.does(does);
    expect(customer.state).toBe('checkout.summary');
    expect(customer.reads()).toContain('Plus tôt, ce produit ne serait pas prêt : rug.');
    for (const does of ['edit', 'correct:day', '2']) customer.does(does);
    expect(customer.reads()).not.toContain('Plus tôt');
  });

  it('says that it waits for a cooperative to come back', () => {
    const customer = withBasket('honey/1');
    const nour = sampleShop.cooperatives.get('nour');
    if (!nour) throw new Error('no nour');
    const away = new Map(sampleShop.cooperatives).set('nour', { ...nour, awayUntil: '2026-12-01' });
    customer.shop = { ...sampleShop, cooperatives: away };
    for (const does of toDay) customer.does(does);
    expect(customer.reads()).toContain("Dernier jour d'absence de la coopérative : mardi 1er décembre.");
    expect(customer.reads(undefined, 'ar')).toContain('لأن هذا المنتوج من تعاونية مغلقة هذه الأيام');
  });
});
