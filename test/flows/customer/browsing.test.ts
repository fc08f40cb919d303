import { describe, expect, it } from 'vitest';
import { sampleShop, shopWith } from '#test/support/shop.ts';
import type { Cooperative } from '#trade/catalogue/shop.ts';
import { Customer } from './play.ts';

function greeted(): Customer {
  const customer = new Customer();
  customer.does('hello');
  return customer;
}

function events({ prompt }: Customer): string[] {
  return prompt.choices.map(({ event }) => event);
}

/** The shop with one cooperative changed. */
function shopWhere(slug: string, change: Partial<Cooperative>) {
  const found = sampleShop.cooperatives.get(slug);
  if (!found) throw new Error(`no cooperative ${slug}`);
  return { ...sampleShop, cooperatives: new Map(sampleShop.cooperatives).set(slug, { ...found, ...change }) };
}

describe('looking around by place', () => {
  it('leads from the products to shelves, provinces and all cooperatives, and back', () => {
    const customer = greeted();
    for (const does of ['1', '3']) customer.does(does);
    expect(customer.state).toBe('places');
    expect(events(customer)).toEqual([
      ...['onShelf:benguerir', 'onShelf:youssoufia', 'province:rehamna', 'province:youssoufia'],
      ...['cooperatives', 'back'],
    ]);
    expect(customer.does('0').state).toBe('products');
  });

  it('shows what stands free on a shelf today, with how much is left', () => {
    const customer = greeted();
    customer.does('places');
    customer.does('1');
    expect(customer.state).toBe('list');
    expect(events(customer)).toEqual(['product:bundle', 'product:couscous', 'back']);
    expect(customer.reads()).toContain("benguerir, aujourd'hui : que voulez-vous voir ?");
    expect(customer.reads()).toContain('2. couscous : 3 sur place, 25 DH, 500 g');
    expect(customer.reads(undefined, 'ar')).toContain('هذا ما يوجد اليوم في الbenguerir.');
    expect(customer.does('2').state).toBe('card');
    expect(customer.does('0').state).toBe('list');
    expect(customer.does('0').state).toBe('places');
  });

  it('says kindly that a shelf is empty, and leads to the products', () => {
    const customer = greeted();
    customer.does('onShelf:youssoufia');
    expect(customer.reads()).toContain("youssoufia : rien sur place aujourd'hui.");
    expect(customer.reads(undefined, 'ar')).toContain('لا شيء اليوم في');
    expect(events(customer)).toEqual(['products', 'back']);
    expect(customer.does('1').state).toBe('products');
  });

  it('shows the cooperatives of a province, and comes back to it from one of them', () => {
    const customer = greeted();
    customer.does('places');
    customer.does('3');
    expect(customer.reads()).toContain('Province de Rehamna : quelle coopérative voulez-vous voir ?');
    expect(events(customer)).toEqual(['cooperative:tazwit', 'cooperative:nour', 'cooperative:rahma', 'back']);
    for (const [does, state] of [
      ['2', 'cooperative'],
      ['1', 'card'],
      ['0', 'cooperative'],
      ['0', 'list'],
      ['0', 'places'],
    ] as const) {
      expect(customer.does(does).state).toBe(state);
    }
  });
});

describe('the story of a cooperative', () => {
  it('tells name, place, members, story and working days, with its products to choose', () => {
    const customer = greeted();
    customer.does('cooperatives');
    customer.does('2');
    expect(customer.state).toBe('cooperative');
    const text = customer.reads();
    for (const said of [
      'Coopérative nour, 7 membres.',
      'Bouchane, province de Rehamna.',
      'story',
      'Jours de travail : du lundi au vendredi.',
    ]) {
      expect(text).toContain(said);
    }
    expect(customer.reads(undefined, 'ar')).toContain('أيام العمل: من الاثنين إلى الجمعة.');
    expect(events(customer)).toEqual(['product:honey', 'product:rug', 'back']);
    expect(customer.does('0').state).toBe('cooperatives');
  });

  it('says until when it is away, its last day included, and no longer', () => {
    const customer = greeted();
    customer.shop = shopWhere('nour', { awayUntil: '2026-11-23' });
    customer.does('cooperative:nour');
    expect(customer.reads()).toContain('Elle est absente en ce moment.');
    expect(customer.reads()).not.toContain('Jours de travail');
    customer.does('product:honey');
    expect(customer.reads()).toContain('Elle est absente en ce moment.');
    expect(customer.reads(undefined, 'ar')).toContain('التعاونية مغلقة هذه الأيام.');
    customer.today = '2026-11-24';
    expect(customer.reads()).not.toContain('Absente');
  });

  it('names days that do not follow one another', () => {
    const customer = greeted();
    customer.shop = shopWhere('nour', { workingDays: [6, 1, 3] });
    customer.does('cooperative:nour');
    expect(customer.reads()).toContain('Jours de travail : lundi, mercredi et samedi.');
    customer.shop = sampleShop;
    customer.does('cooperative:amal');
    expect(customer.reads()).toContain('Jours de travail : tous les jours.');
  });

  it('opens from a card and leads back to it, then to the list under it', () => {
    const customer = greeted();
    for (const does of ['category:food', 'product:couscous', '6']) customer.does(does);
    expect(customer.state).toBe('cooperative');
    for (const [does, state] of [
      ['0', 'card'],
      ['0', 'list'],
      ['0', 'products'],
    ] as const) {
      expect(customer.does(does).state).toBe(state);
    }
  });

  it('shows the next page of its products', () => {
    const customer = greeted();
    const many = Array.from({ length: 12 }, (_, index) => {
      const couscous = sampleShop.products.get('couscous');
      if (!couscous) throw new Error('no couscous');
      return [`couscous-${index}`, { ...couscous, code: `couscous-${index}` }] as const;
    });
    customer.shop = { ...sampleShop, products: new Map(many) };
    customer.does('cooperative:tazwit');
    expect(customer.does('cooperative:tazwit/2').state).toBe('cooperative');
    expect(events(customer)).toContain('product:couscous-11');
  });
});

describe('a quantity', () => {
  it('is a digit up to 4, any number under 5, and never the digit of something else', () => {
    const customer = greeted();
    customer.does('product:couscous');
    expect(events(customer)).toEqual([
      ...['add:couscous/1', 'add:couscous/2', 'add:couscous/3', 'add:couscous/4'],
      ...['otherAmount:couscous', 'cooperative:tazwit', 'back'],
    ]);
    customer.does('5');
    expect(customer.state).toBe('otherAmount');
    expect(customer.reads()).toContain('couscous : combien en voulez-vous ? Écrivez le nombre.');
    expect(customer.reads(undefined, 'ar')).toContain('كم تريدون من الcouscous؟ اكتبوا العدد.');
    expect(customer.does({ type: 'number', value: '6' }).state).toBe('basket');
    expect(customer.context.lines).toEqual([['couscous', 6, 2500]]);
  });

  it('from 7 can be typed at once on the card', () => {
    const customer = greeted();
    customer.does('product:couscous');
    customer.does({ type: 'number', value: '7' });
    expect(customer.context.lines).toEqual([['couscous', 7, 2500]]);
  });

  it('that cannot be had is asked for again', () => {
    const customer = greeted();
    for (const does of ['product:honey', '5']) customer.does(does);
    expect(customer.does({ type: 'number', value: '6' })).toMatchObject({
      state: 'otherAmount',
      told: ['customer.onlyLeft'],
    });
    expect(customer.does('0').state).toBe('card');
  });

  it('below nought is asked for again', () => {
    const customer = greeted();
    const again = { told: ['customer.quantityWrong'], handled: true };
    for (const does of ['product:couscous', 'otherAmount:couscous']) {
      customer.does(does);
      expect(customer.does('“-2”')).toMatchObject(again);
    }
    for (const does of ['add:couscous/1', 'line:couscous']) customer.does(does);
    expect(customer.does('“-2”')).toMatchObject({ state: 'line', ...again });
    customer.does('otherTotal:couscous');
    expect(customer.does('“-2”')).toMatchObject({ state: 'otherTotal', ...again });
    expect(customer.does('“du miel”').handled).toBe(false);
  });

  it('of a line in the basket is set in the same way', () => {
    const customer = greeted();
    for (const does of ['add:couscous/1', 'line:couscous', '5']) customer.does(does);
    expect(customer.state).toBe('otherTotal');
    customer.does({ type: 'number', value: '6' });
    expect(customer).toMatchObject({ state: 'basket', context: { lines: [['couscous', 6, 2500]] } });
  });
});

describe('a product that stands on a shelf', () => {
  it('says where and how much', () => {
    const customer = greeted();
    customer.does('product:couscous');
    expect(customer.reads()).toContain('benguerir : 3 sur place.');
    expect(customer.reads(undefined, 'ar')).toContain('الموجود الآن في الbenguerir: 3');
  });

  it('can be had from there when nobody makes it any more', () => {
    const customer = greeted();
    customer.shop = shopWith({ couscous: { stock: { kind: 'out' } } });
    customer.does('product:couscous');
    expect(customer.reads()).toContain("Il n'en reste que là");
    expect(events(customer).slice(0, 4)).toEqual([
      ...['add:couscous/1', 'add:couscous/2', 'add:couscous/3', 'cooperative:tazwit'],
    ]);
    expect(customer.does('3').state).toBe('basket');
    expect(customer.does('deliver')).toMatchObject({ state: 'checkout.way', told: ['customer.lineElsewhere'] });
    expect(customer.context.lines).toEqual([['couscous', 3, 2500]]);
    expect(customer.does('collect').state).toBe('checkout.name');
  });

  it('is not promised for a delivery beyond what its cooperative has, where few are left', () => {
    const customer = greeted();
    customer.shop = shopWith({ couscous: { stock: { kind: 'counted', left: 2 } } });
    customer.does('product:couscous');
    expect(customer.reads()).toContain('benguerir : 3 sur place.');
    expect(customer.reads()).toContain("Pour une livraison, il n'en reste que 2 × 500 g");
    expect(customer.reads()).not.toContain("Il n'en reste que");
    expect(customer.reads(undefined, 'ar')).toContain('للتوصيل، بقي منه فقط:');
    for (const does of ['2', 'product:couscous']) customer.does(does);
    expect(customer.reads()).toContain('Pour en avoir plus, il faut venir le chercher au rayon.');
  });

  it('has no limit to tell of where its cooperative has enough', () => {
    const customer = greeted();
    customer.shop = shopWith({ couscous: { stock: { kind: 'counted', left: 40 } } });
    customer.does('product:couscous');
    expect(customer.reads()).not.toMatch(/reste que|Pour en avoir plus/);
  });
});
