import { describe, expect, it } from 'vitest';
import type { OrderView } from '#trade/orders/order.ts';
import { atShelf, customerWho, events, found, mine, order } from './orders.ts';

const tazwit = { cooperative: 'tazwit', source: 'cooperative' } as const;

describe('my orders', () => {
  it('are listed with their state and total, the open ones first', () => {
    const customer = customerWho('fr');
    expect(customer.does('orders').reads).toEqual([{ name: 'orders.mine', input: undefined }]);
    customer.does(
      mine(order({ number: 'D2K9', state: 'delivered' }), order(), order({ number: 'B3K9', state: 'confirmed' })),
    );
    expect(customer.state).toBe('myOrders.list');
    expect(events(customer)).toEqual(['order:A7H4', 'order:B3K9', 'order:D2K9', 'back']);
    expect(customer.reads()).toContain('1. Commande A7H4 : en attente de réponse, 75 DH');
    expect(customer.reads(undefined, 'ar')).toMatch(/رقم 1: الطلبية .*A7H4.*، في انتظار الجواب/);
  });

  it('are nine at most, so that they fit a list with the way back', () => {
    const many = Array.from({ length: 12 }, (_, at) => order({ number: `A${at}` }));
    expect(events(customerWho('fr', 'orders', mine(...many)))).toHaveLength(10);
  });

  it('open at once where a single one is open, with the list one step back', () => {
    const customer = customerWho('fr', 'orders', mine(order({ number: 'D2K9', state: 'delivered' }), order()));
    expect(customer.state).toBe('myOrders.one');
    expect(events(customer)).toEqual(['again:A7H4', 'about:A7H4', 'back']);
    const heard = customer.does('0');
    expect(heard).toMatchObject({ state: 'myOrders.list', reads: [{ name: 'orders.mine' }] });
    customer.does(mine(order({ state: 'delivering' }), order({ number: 'D2K9', state: 'delivered' })));
    expect(customer.reads()).toContain('1. Commande A7H4 : en route, 75 DH');
    expect(customer.does('0').state).toBe('home');
  });

  it('are none yet: said without losing what was asked', () => {
    const customer = customerWho('ar', 'add:couscous/1');
    expect(customer.does(mine())).toMatchObject({ state: 'basket', told: ['orders.noOrders'] });
  });

  it('open by their number, typed anywhere', () => {
    const customer = customerWho('fr', 'add:couscous/1', 'deliver');
    const heard = customer.does({ type: 'order', value: 'A7H4' });
    expect(heard).toMatchObject({ state: 'checkout.name', reads: [{ name: 'order.mine', input: { order: 'A7H4' } }] });
    expect(customer.does(found(null))).toMatchObject({ state: 'checkout.name', told: ['orders.unknownOrder'] });
    expect(customer.does(found(order())).state).toBe('myOrders.one');
    expect(customer.context.lines).toHaveLength(1);
  });

  it('on view are agreed with, or thanked for, without being called not understood', () => {
    const customer = customerWho('fr', found(order()));
    expect(customer.does('yes')).toMatchObject({ state: 'myOrders.one', told: ['orders.seen'], commands: [] });
    expect(customer.does('thanks')).toMatchObject({ state: 'myOrders.one', told: ['common.thanks'] });
  });

  it('leave nothing behind in the session', () => {
    const customer = customerWho('fr', 'orders', mine(order(), order({ number: 'B3K9' })), '1', found(order()), 'menu');
    expect(JSON.parse(customer.session).context).toEqual({ lines: [] });
  });
});

describe('an order just placed', () => {
  it.each([
    ['couscous/9', 'orders.placedNext'],
    ['bundle/2', 'orders.placedNextShelf'],
  ])('says who is asked next: %s', (line, next) => {
    const answer = { number: 'A7H4', total: 20_000, undoUntil: 0 };
    const customer = customerWho('ar', `add:${line}`, 'collect', '“Aïcha”', 'shelf:benguerir', '1');
    const heard = customer.does({ type: 'order.place.done', answer });
    expect(heard).toMatchObject({ state: 'placed', told: ['orders.placed', next] });
  });
});

describe('how an order stands', () => {
  const cases: readonly (readonly [what: string, order: OrderView, fr: readonly string[]])[] = [
    [
      'while a cooperative is silent',
      order(),
      [
        'Commande A7H4, 75 DH : transmise.',
        'Dedans : couscous × 2.',
        "Nous attendons la réponse de : tazwit. Si elle tarde, nous la redemandons, puis un bénévole s'en charge.",
        'Jour demandé : mercredi 25 novembre.',
      ],
    ],
    [
      'when some of it was refused',
      order({
        lines: [
          { product: 'couscous', quantity: 2, price: 2500 },
          { product: 'honey', quantity: 1, price: 9000 },
        ],
        parts: [
          { ...tazwit, state: 'accepted' },
          { cooperative: 'nour', source: 'cooperative', state: 'refused' },
        ],
      }),
      [
        'Commande A7H4, 75 DH : en préparation.',
        'Dedans : couscous × 2.',
        "Déjà d'accord : tazwit.",
        'Pas possible cette fois chez : nour. Vous ne payez pas cette part.',
        "Jour demandé : mercredi 25 novembre. Aucun distributeur n'a encore accepté.",
      ],
    ],
    [
      'while one has said yes and the shelf is silent',
      order({
        way: atShelf,
        parts: [
          { ...tazwit, state: 'accepted' },
          { cooperative: 'nour', source: 'shelf', state: 'asked' },
        ],
      }),
      [
        'Commande A7H4, 75 DH : transmise.',
        'Dedans : couscous × 2.',
        "Nous attendons la réponse de : benguerir. Si elle tarde, nous la redemandons, puis un bénévole s'en charge.",
        "Déjà d'accord : tazwit.",
        'Retrait : benguerir.',
      ],
    ],
    [
      'when nobody took it',
      order({ trouble: 'unassigned', parts: [{ ...tazwit, state: 'ready' }] }),
      [
        "Commande A7H4, 75 DH : un bénévole cherche qui peut l'apporter.",
        'Dedans : couscous × 2.',
        "Jour demandé : mercredi 25 novembre. Aucun distributeur n'a encore accepté.",
      ],
    ],
    [
      'when it could not be handed over',
      order({ state: 'delivering', trouble: 'failed', distributor: 'hassan', code: '4821' }),
      [
        "Commande A7H4, 75 DH : elle n'a pas encore pu être livrée. Un bénévole cherche une solution.",
        'Dedans : couscous × 2.',
        'Elle est avec Hassan.',
        'Votre code : 4821. Dites-le en recevant vos produits.',
      ],
    ],
    [
      'when it lies on the shelf',
      order({ way: atShelf, code: '4821', parts: [{ ...tazwit, state: 'arrived' }] }),
      [
        'Commande A7H4, 75 DH : elle vous attend au rayon.',
        'Dedans : couscous × 2.',
        'Retrait : benguerir.',
        'Votre code : 4821. Dites-le en recevant vos produits.',
      ],
    ],
    [
      'when it is over',
      order({ state: 'cancelled', total: 0 }),
      ['Commande A7H4 : annulée, vous ne devez rien.', 'Dedans : couscous × 2.'],
    ],
  ];

  it.each(cases)('is said in two to five lines %s', (_, view, lines) => {
    const customer = customerWho('fr');
    const text = customer.reads(customer.does(found(view)));
    const [status = ''] = text.split('\n\n');
    expect(text.toLowerCase()).toContain(lines.join('\n').toLowerCase());
    expect(lines.length).toBeLessThanOrEqual(5);
    expect(status).not.toBe('');
    for (const line of customer
      .reads(customer.does(found(view)), 'ar')
      .split('\n')
      .filter(Boolean)) {
      expect(line).toMatch(/^\p{Script=Arabic}/u);
    }
  });

  it('offers to cancel only where that is still possible', () => {
    const customer = customerWho('fr', found(order({ isCancellable: true })));
    expect(events(customer)).toEqual(['cancel:A7H4', 'again:A7H4', 'about:A7H4', 'back']);
  });
});
