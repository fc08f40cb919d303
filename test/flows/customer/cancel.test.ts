import { describe, expect, it } from 'vitest';
import { customerWho, found, order } from './orders.ts';

const open = order({ isCancellable: true });

function asked(language: 'ar' | 'fr' = 'fr') {
  return customerWho(language, found(open), 'cancel:A7H4', found(open));
}

describe('cancelling an order', () => {
  it('asks once, naming the order and its total, and says that nothing is owed', () => {
    const customer = asked();
    expect(customer.prompt).toMatchObject({ binding: true });
    expect(customer.reads()).toContain('Annuler la commande A7H4, 75 DH ?');
    expect(customer.reads(undefined, 'ar')).toContain('هل نلغي الطلبية');
    const heard = customer.does('1');
    expect(heard).toMatchObject({
      state: 'myOrders.recording',
      commands: [{ name: 'order.cancel', input: { order: 'A7H4' } }],
    });
    const done = customer.does({ type: 'order.cancel.done', answer: { order: 'A7H4' } });
    expect(done).toMatchObject({ state: 'home', told: ['orders.cancelled'] });
    expect(customer.reads(done)).toContain('Vous ne devez rien.');
    expect(customer.reads(done, 'ar')).toContain('لا تدفعون شيئا');
  });

  it('is begun from a choice in passing, in any state', () => {
    const customer = customerWho('fr', 'add:couscous/1', 'deliver', 'cancel:A7H4', found(open));
    expect(customer.state).toBe('myOrders.cancelling');
    expect(customer.does('yes').commands).toEqual([{ name: 'order.cancel', input: { order: 'A7H4' } }]);
  });

  it('is begun by the word that takes back, where an order is on view, and takes that word for no yes', () => {
    const customer = customerWho('fr', found(open));
    expect(customer.does('undo').reads).toEqual([{ name: 'order.mine', input: { order: 'A7H4' } }]);
    customer.does(found(open));
    expect(customer.state).toBe('myOrders.cancelling');
    expect(customer.does('undo')).toMatchObject({ state: 'myOrders.cancelling', commands: [], handled: true });
    expect(customer.does('yes').commands).toEqual([{ name: 'order.cancel', input: { order: 'A7H4' } }]);
  });

  it('does not promise by that word what has become impossible since the order was shown', () => {
    const customer = customerWho('fr', found(open), 'undo');
    const heard = customer.does(found(order({ state: 'delivered', isCancellable: false })));
    expect(heard).toMatchObject({ state: 'myOrders.one', commands: [] });
    expect(heard.told).not.toContain('orders.cancelTooLate');
    const late = customerWho('fr', found(open), 'undo').does(found(order()));
    expect(late.told[0]).toBe('orders.cancelTooLate');
  });

  it('keeps the order when the answer is no', () => {
    const kept = { state: 'myOrders.one', commands: [], told: ['orders.orderKept'] };
    const customer = asked();
    const heard = customer.does('0');
    expect(heard).toMatchObject(kept);
    expect(customer.reads(heard)).toContain('Commande A7H4 : elle est gardée');
    expect(asked('ar').does('no')).toMatchObject(kept);
  });

  it('takes no yes that belongs to another order, and asks about that one', () => {
    const customer = asked();
    const late = customer.does('cancelNow:B3K9');
    expect(late).toMatchObject({ state: 'myOrders.cancelling', commands: [] });
    expect(late.reads).toEqual([{ name: 'order.mine', input: { order: 'B3K9' } }]);
    expect(customerWho('fr').does('cancelNow:A7H4').commands).toEqual([]);
  });

  it('says why it is too late, how the order stands, and offers a volunteer', () => {
    const customer = customerWho('fr', 'cancel:A7H4');
    const heard = customer.does(found(order()));
    expect(heard.told[0]).toBe('orders.cancelTooLate');
    expect(heard).toMatchObject({ state: 'myOrders.one', commands: [] });
    expect(customer.prompt.choices.map(({ event }) => event)).toEqual(['again:A7H4', 'about:A7H4', 'back']);
  });

  it('says so too when somebody began at that moment', () => {
    const customer = asked();
    customer.does('1');
    const heard = customer.does({ type: 'order.cancel.refused', reason: 'tooLate' });
    expect(heard).toMatchObject({ state: 'myOrders.one', told: ['orders.cancelTooLate'] });
    expect(customer.prompt.choices.map(({ event }) => event)).not.toContain('cancel:A7H4');
  });

  it('of what is over says only that', () => {
    const customer = customerWho('fr', 'cancel:A7H4');
    expect(customer.does(found(order({ state: 'cancelled' }))).told[0]).toBe('orders.status_cancelled');
  });

  it('is recorded once, whatever is written before the answer is in', () => {
    const customer = asked();
    customer.does('1');
    for (const word of ['yes', 'menu', 'cancel:A7H4']) {
      expect(customer.does(word)).toMatchObject({ state: 'myOrders.recording', commands: [], handled: true });
    }
    const news = { type: 'notice', notice: { name: 'delivery.unassigned', order: 'B3K9' } };
    expect(customer.does(news).told).toEqual(['orders.newsUnassigned']);
  });

  const told = (notice: object) => ({ type: 'notice', notice: { order: 'A7H4', ...notice } });

  it('is no longer asked about once news has overtaken the question', () => {
    const refused = [{ cooperative: 'nour', cause: 'away', products: ['honey'] }];
    for (const [notice, stands, late] of [
      [{ name: 'order.answered', accepted: ['tazwit'], refused: [], total: 7500 }, order(), true],
      [{ name: 'order.answered', accepted: ['tazwit'], refused, total: 5000 }, order({ total: 5000 }), true],
      [{ name: 'order.cancelled' }, order({ state: 'cancelled' }), false],
      [{ name: 'shelf.collected', paid: 7500 }, order({ state: 'collected' }), false],
    ] as const) {
      const customer = asked();
      const news = customer.does(told(notice));
      expect(news.told[0], notice.name).toMatch(/^orders\.news/);
      expect(news.reads).toEqual([{ name: 'order.mine', input: { order: 'A7H4' } }]);
      const after = customer.does(found(stands));
      expect(after).toMatchObject({ state: 'myOrders.one', told: late ? ['orders.cancelTooLate'] : [] });
      expect(customer.prompt.choices.map(({ event }) => event)).toEqual(['again:A7H4', 'about:A7H4', 'back']);
      expect(customer.does('yes').commands).toEqual([]);
    }
  });

  it('stays open where only silence is told, or another order is meant', () => {
    const customer = asked();
    for (const notice of [
      { name: 'order.silent', who: { cooperative: 'tazwit' }, step: 'reminder' },
      { name: 'order.cancelled', order: 'B3K9' },
    ]) {
      expect(customer.does(told(notice))).toMatchObject({ state: 'myOrders.cancelling', reads: [] });
    }
    expect(customer.does('yes').commands).toHaveLength(1);
  });

  it('is not offered for an order on view that has been begun since', () => {
    const customer = customerWho('fr', found(open));
    customer.does(told({ name: 'order.answered', accepted: ['tazwit'], refused: [], total: 7500 }));
    expect(customer.does(found(order()))).toMatchObject({ state: 'myOrders.one', told: [] });
    expect(customer.prompt.choices.map(({ event }) => event)).not.toContain('cancel:A7H4');
  });

  it('leaves nothing for one word to take back', () => {
    const answer = { number: 'A7H4', total: 7500, undoUntil: Date.UTC(2026, 10, 23, 9, 2) };
    const customer = customerWho('fr', { type: 'order.place.done', answer }, 'cancel:A7H4', found(open), '1');
    customer.does({ type: 'order.cancel.done', answer: { order: 'A7H4' } });
    expect(customer.does('undo').told).toEqual(['orders.nothingToUndo']);
  });
});
