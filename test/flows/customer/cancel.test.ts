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
    expect(asked().does('0')).toMatchObject({ state: 'myOrders.one', commands: [] });
    expect(asked('ar').does('no')).toMatchObject({ state: 'myOrders.one', commands: [] });
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

  it('leaves nothing for one word to take back', () => {
    const answer = { number: 'A7H4', total: 7500, undoUntil: Date.UTC(2026, 10, 23, 9, 2) };
    const customer = customerWho('fr', { type: 'order.place.done', answer }, 'cancel:A7H4', found(open), '1');
    customer.does({ type: 'order.cancel.done', answer: { order: 'A7H4' } });
    expect(customer.does('undo').told).toEqual(['orders.nothingToUndo']);
  });
});
