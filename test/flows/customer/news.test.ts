import { describe, expect, it } from 'vitest';
import { news } from '../samples/news.ts';
import { customerWho, found, order } from './orders.ts';

const told = (notice: Record<string, unknown>) => ({ type: 'notice', notice: { order: 'A7H4', ...notice } });

/** What the customer reads of it in both languages. */
function read(notice: Record<string, unknown>): { ar: string; fr: string; asides: readonly string[][] } {
  const customer = customerWho('fr', 'add:couscous/1', 'deliver');
  const heard = customer.does(told(notice));
  expect(heard.state).toBe('checkout.name');
  const asides = heard.asides.map(({ choices }) => choices.map(({ event }) => event));
  return { ar: customer.reads(heard, 'ar'), fr: customer.reads(heard, 'fr'), asides };
}

describe('news', () => {
  it('of every kind is told in both languages, in any state', () => {
    for (const event of news.customer ?? []) {
      const customer = customerWho('ar', 'add:couscous/1', 'collect');
      const heard = customer.does(event);
      expect(heard.told, JSON.stringify(event)).not.toEqual([]);
      expect(heard.state).toBe('checkout.name');
      for (const line of customer.reads(heard).split('\n').filter(Boolean)) {
        expect(line).toMatch(/^\p{Script=Arabic}/u);
      }
    }
  });

  it('of an order begins with its number', () => {
    for (const event of news.customer ?? []) {
      if (typeof event.notice !== 'object' || event.notice === null || !('order' in event.notice)) continue;
      const customer = customerWho('fr');
      expect(customer.reads(customer.does(event)), JSON.stringify(event)).toMatch(/^Commande A7H4/);
      expect(customer.reads(customer.does(event), 'ar')).toMatch(/^الطلبية \u2066?A7H4/);
    }
  });

  it('owes nobody a second message: one notice is one letter', () => {
    const heard = customerWho('fr').does(told({ name: 'delivery.failed', distributor: 'hassan', cause: 'breakdown' }));
    expect(heard.asides.length).toBeLessThanOrEqual(1);
  });
});

describe('silence', () => {
  const who = { cooperative: 'tazwit' };
  const steps = [
    ['reminder', 'Nous venons de lui rappeler votre commande.', 'ذكّرناها الآن بطلبيتكم'],
    ['second', 'Nous avons écrit à une deuxième personne là-bas.', 'كتبنا لشخص ثان فيها'],
    ['volunteer', "Un bénévole est prévenu pour la joindre, vous n'avez rien à faire.", 'أخبرنا متطوّعا ليتصل بها'],
  ] as const;

  it.each(steps)('of a cooperative is told with what is done about it: %s', (step, fr, ar) => {
    const text = read({ name: 'order.silent', who, step });
    expect(text.fr).toContain(fr);
    expect(text.ar).toContain(ar);
  });

  it.each(['reminder', 'second', 'volunteer'])('of a shelf is told too: %s', (step) => {
    expect(read({ name: 'order.silent', who: { shelf: 'benguerir' }, step }).fr).toContain('rayon');
  });

  it('of a distributor is told with who is asked next', () => {
    expect(read({ name: 'delivery.searching', cause: 'lapsed' }).fr).toContain("n'a pas répondu");
    expect(read({ name: 'delivery.searching', cause: 'refused' }).fr).toContain('ne peut pas cette fois');
  });
});

describe('a refusal', () => {
  const refused = [
    { cooperative: 'nour', cause: 'notEnoughTime', products: ['honey'] },
    { shelf: 'benguerir', cause: 'outOfStock', products: ['couscous'] },
  ];

  it('of a part names what is missing and what is left to pay, and offers what can still be done', () => {
    const text = read({ name: 'order.answered', accepted: ['tazwit'], refused, total: 7500 });
    expect(text.fr).toContain('La coopérative nour ne peut pas cette fois : le délai est trop court.');
    expect(text.fr).toContain("benguerir : ce n'est pas possible cette fois, le produit est épuisé.");
    expect(text.fr).toContain('Il manquera donc : honey et couscous.');
    expect(text.fr).toContain('Nouveau total : 75 DH.');
    expect(text.asides).toEqual([['keepRest:A7H4', 'order:A7H4', 'about:A7H4']]);
  });

  it('of a part does not begin with what is being made, and says which fee became less', () => {
    const answered = { name: 'order.answered', accepted: ['tazwit'], refused, total: 7500 };
    const text = read({ ...answered, fee: { now: 2500, before: 3000 } });
    expect(text.fr).toMatch(/^Commande A7H4 : une partie seulement est acceptée, par tazwit\./);
    expect(text.fr).not.toContain('La préparation commence');
    expect(text.fr).toContain('Livraison : 25 DH au lieu de 30 DH, comprise dans le total.\nNouveau total : 75 DH.');
    expect(text.ar).toContain('قُبل جزء منها');
    expect(read(answered).fr).not.toContain('au lieu de');
  });

  it('of a part is accepted by its number, wherever the customer is, as long as the order goes on', () => {
    const customer = customerWho('fr', 'add:couscous/1', 'deliver');
    const asked = customer.does('keepRest:A7H4');
    expect(asked).toMatchObject({ state: 'checkout.name', reads: [{ name: 'order.mine', input: { order: 'A7H4' } }] });
    const heard = customer.does(found(order()));
    expect(heard).toMatchObject({ state: 'checkout.name', told: ['orders.restKept'] });
    expect(customer.reads(heard)).toContain('nous continuons la commande A7H4 avec le reste');
    expect(customer.does(found(order())).state).toBe('myOrders.one');
  });

  it('of a part is thanked for once the order is over, or not found', () => {
    const delivered = order({ state: 'delivered' });
    for (const [choice, answer] of [
      ['keepRest:A7H4', delivered],
      ['keepRest:A7H4', order({ state: 'cancelled' })],
      ['keepRest', null],
    ] as const) {
      const customer = customerWho('fr', choice);
      expect(customer.does(found(answer))).toMatchObject({ state: 'welcome', told: ['orders.restOver'] });
    }
    const cancelling = customerWho('fr', found(order({ isCancellable: true })), 'cancel:A7H4', 'keepRest:A7H4');
    expect(cancelling.does(found(order()))).toMatchObject({ state: 'myOrders.cancelling', told: ['orders.restKept'] });
  });

  it('of nothing asks nothing', () => {
    expect(read({ name: 'order.answered', accepted: ['tazwit'], refused: [], total: 7500 }).asides).toEqual([]);
  });

  it('of everything gives the selection back for another try', () => {
    const text = read({ name: 'order.refused', refused });
    expect(text.fr).toContain('Vous ne devez rien.');
    expect(text.asides).toEqual([['again:A7H4', 'products']]);
  });
});

describe('a delivery that failed', () => {
  const causes = ['nobodyThere', 'placeNotFound', 'notWanted', 'cannotPay', 'breakdown', 'other'];

  it.each(causes)('is told without blame, with who sees to it: %s', (cause) => {
    const text = read({ name: 'delivery.failed', distributor: 'hassan', cause });
    expect(text.fr).toContain('Un bénévole cherche une solution.');
    expect(text.ar).toContain('متطوّع يبحث عن حل');
    expect(text.asides).toEqual([['about:A7H4', 'handsOff']]);
  });

  it('sets out again with the same code, or goes back and costs nothing', () => {
    expect(read({ name: 'delivery.retried', distributor: 'hassan' }).fr).toContain('Votre code reste le même.');
    expect(read({ name: 'delivery.returned' }).fr).toContain('Vous ne devez rien.');
  });
});
