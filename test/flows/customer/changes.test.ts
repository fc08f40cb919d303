import { describe, expect, it } from 'vitest';
import { shopWith } from '#test/support/shop.ts';
import { Customer } from './play.ts';

function withBasket(...adds: readonly string[]): Customer {
  const customer = new Customer();
  customer.does('hello');
  for (const add of adds) customer.does(`add:${add}`);
  return customer;
}

function checkOut(customer: Customer): void {
  for (const does of ['collect', '“Aïcha”', 'shelf:benguerir']) customer.does(does);
}

describe('a shop that changes under a basket', () => {
  it('says a changed price before it is charged', () => {
    const customer = withBasket('couscous/2');
    customer.shop = shopWith({ couscous: { price: 3000 } });
    const heard = customer.does('basket');
    expect(customer.reads(heard)).toContain('Le prix a changé : couscous, 30 DH au lieu de 25 DH.');
    expect(customer.reads(heard)).toContain('couscous, 2 × 500 g (1 kg) : 60 DH');
  });

  it('says it on the way to the summary too', () => {
    const customer = withBasket('couscous/2');
    for (const does of ['collect', '“Aïcha”']) customer.does(does);
    customer.shop = shopWith({ couscous: { price: 3000 } });
    expect(customer.does('shelf:benguerir')).toMatchObject({ state: 'checkout.summary', told: ['customer.linePrice'] });
  });

  it('takes out what is sold out, and less where less is left', () => {
    const customer = withBasket('cumin/2', 'honey/4');
    customer.shop = shopWith({ cumin: { stock: { kind: 'out' } }, honey: { stock: { kind: 'counted', left: 3 } } });
    expect(customer.does('basket').told).toEqual(['customer.lineOut', 'customer.lineLess']);
    expect(customer.context.lines).toEqual([['honey', 3, 9000]]);
  });

  it('goes back to the basket when nothing of it is left', () => {
    const customer = withBasket('cumin/2');
    customer.shop = shopWith({ cumin: { stock: { kind: 'out' } } });
    expect(customer.does('deliver')).toMatchObject({ state: 'basket', told: ['customer.lineOut'] });
  });

  it('takes no more than is left, counting what lies in the basket', () => {
    const customer = withBasket('honey/4');
    expect(customer.does('add:honey/2')).toMatchObject({ told: ['customer.onlyLeft'] });
    customer.does('product:honey');
    expect(customer.prompt.choices.map(({ event }) => event)).toEqual([...['add:honey/1', 'cooperative:nour', 'back']]);
  });

  it('refuses what is no whole quantity', () => {
    const customer = withBasket();
    customer.does('product:couscous');
    for (const value of ['1.5', '0', '-2']) {
      expect(customer.does({ type: 'number', value }).told, value).toEqual(['customer.quantityWrong']);
    }
    expect(customer.does({ type: 'number', value: '100' }).told).toEqual(['customer.quantityMost']);
  });

  it('understands an old menu whose product is gone', () => {
    expect(withBasket().does('product:nougat').told).toEqual(['common.refused_productGone']);
  });
});

describe('a refused order', () => {
  const refusals = [
    ['priceChanged', 'checkout.summary'],
    ['placeNotServed', 'checkout.shelf'],
    ['outOfStock', 'basket'],
    ['productGone', 'basket'],
    ['failed', 'basket'],
  ] as const;

  it.each(refusals)('for %s goes on at %s with the basket kept', (reason, state) => {
    const customer = withBasket('couscous/2');
    checkOut(customer);
    const before = customer.context.basketId;
    customer.does('yes');
    const heard = customer.does({ type: 'order.place.refused', reason });
    expect(heard).toMatchObject({ state, told: [`common.refused_${reason}`] });
    expect(customer.context.lines).toHaveLength(1);
    if (state === 'checkout.summary') expect(customer.context.basketId).not.toBe(before);
  });

  it('for a day that has passed asks for another', () => {
    const customer = withBasket('couscous/2');
    for (const does of ['deliver', '“Aïcha”', 'commune:bouchane', '“Rue 12”', 'skip', '1', 'noPhone'])
      customer.does(does);
    expect(customer.state).toBe('checkout.summary');
    customer.does('yes');
    customer.today = '2026-11-26';
    const heard = customer.does({ type: 'order.place.refused', reason: 'dayGone' });
    expect(heard.state).toBe('checkout.day');
  });
});
