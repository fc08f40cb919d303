import { describe, expect, it } from 'vitest';
import { Customer } from './play.ts';
import { greeting, play, type Story } from './story.ts';

const phone = { type: 'phone', value: '+212612345678' };

const toSummary: Story = [
  ['hello', 'welcome', ...greeting],
  ['1', 'products'],
  ['1', 'list'],
  ['1', 'card'],
  ['2', 'basket', 'customer.noted'],
  ['3', 'products'],
  ['product:honey', 'card'],
  ['1', 'basket', 'customer.noted'],
  ['1', 'checkout.name'],
  ['“Aïcha Benali”', 'checkout.commune'],
  ['2', 'checkout.address'],
  ['“Douar Ouled Hmid, près du puits”', 'checkout.landmark'],
  ['1', 'checkout.day'],
  ['1', 'checkout.phone'],
  [phone, 'checkout.mayCall'],
  ['1', 'checkout.summary'],
];

function atSummary(customer = new Customer()): Customer {
  play(customer, toSummary);
  return customer;
}

describe('an order to the door', () => {
  it('is asked of the trade exactly as the summary showed it', () => {
    const customer = atSummary();
    const { basketId } = customer.context;
    const { commands, state } = customer.does('1');
    expect(state).toBe('placing');
    expect(commands).toEqual([
      {
        name: 'order.place',
        input: {
          basketId,
          lines: [
            { product: 'couscous', quantity: 2, price: 2500 },
            { product: 'honey', quantity: 1, price: 9000 },
          ],
          payer: { name: 'Aïcha Benali', phone: '+212612345678' },
          receiver: { name: 'Aïcha Benali', phone: '+212612345678' },
          payment: 'cashAtDoor',
          way: {
            kind: 'delivery',
            commune: 'bouchane',
            address: 'Douar Ouled Hmid, près du puits',
            day: '2026-11-25',
            mayCall: true,
          },
          fee: 3000,
          language: 'fr',
        },
      },
    ]);
  });

  it('shows lines, sellers, allergens, fee, total, place, day and the cheaper way before the yes', () => {
    const text = atSummary().reads();
    for (const shown of [
      'couscous, 2 × 500 g (1 kg) : 50 DH, coopérative tazwit',
      'honey, 500 g : 90 DH, coopérative nour',
      'Allergènes : gluten',
      'Frais de livraison : 30 DH, entièrement pour le distributeur.',
      'Total : 170 DH, à payer en espèces au distributeur, à la livraison.',
      'Livraison : Bouchane, Douar Ouled Hmid, près du puits',
      'mercredi 25 novembre',
      'Moins cher : au rayon solidaire, 0 DH',
      "Rien n'est demandé aux coopératives avant votre oui.",
    ]) {
      expect(text).toContain(shown);
    }
  });

  it('is told with its number and the minutes in which it can be taken back', () => {
    const customer = atSummary();
    customer.does('1');
    const placed = { number: 'A7H4', total: 17_000, undoUntil: customer.now + 120_000 };
    const heard = customer.does({ type: 'order.place.done', answer: placed });
    expect(customer.reads(heard)).toContain('Votre commande est enregistrée : numéro A7H4, 170 DH.');
    expect(customer.reads(heard)).toContain("Vous avez 2 minutes pour changer d'avis");
    expect(customer.context.lines).toEqual([]);
  });

  it('fits a session of 1.5 KB with three products and the longest names', () => {
    const customer = new Customer();
    play(customer, [
      ['hello', 'welcome', ...greeting],
      ['add:cumin/3', 'basket', 'customer.noted'],
    ]);
    play(customer, [['menu', 'home'], ...toSummary.slice(1)]);
    play(customer, [
      ['edit', 'checkout.edit'],
      ['correct:name', 'checkout.name'],
      [`“${'ع'.repeat(200)}”`, 'checkout.summary'],
    ]);
    expect(Buffer.byteLength(customer.session)).toBeLessThan(1200);
  });

  it('accepts a pin instead of an address', () => {
    const customer = new Customer();
    play(customer, toSummary.slice(0, 11));
    play(customer, [[{ type: 'location', latitude: 32.1, longitude: -8.2 }, 'checkout.landmark']]);
    expect(customer.context).toMatchObject({ address: '', location: [32.1, -8.2] });
  });

  it('lets the distributor call for the place, by digits alone, and only where somebody can be called', () => {
    const customer = new Customer();
    play(customer, [
      ...toSummary.slice(0, 11),
      ['1', 'checkout.day'],
      ['1', 'checkout.phone'],
      ['noPhone', 'checkout.address'],
      ['1', 'checkout.phone'],
      [phone, 'checkout.summary'],
    ]);
    expect(customer.reads()).toContain("Le distributeur appelle ce jour-là pour trouver l'endroit.");
    const [command] = customer.does('1').commands;
    expect(command?.input).toMatchObject({ way: { address: '', mayCall: true } });
  });

  it('keeps a pin that comes before the commune is known', () => {
    const customer = new Customer();
    play(customer, toSummary.slice(0, 10));
    expect(customer.state).toBe('checkout.commune');
    const heard = customer.does({ type: 'location', latitude: 32.1, longitude: -8.2 });
    expect(heard).toMatchObject({ state: 'checkout.commune', told: ['customer.pinKept'] });
    expect(customer.does('commune:bouchane').state).toBe('checkout.landmark');
  });

  it('takes a typed yes or no to the name that the channel has given', () => {
    const begun = () => {
      const customer = new Customer();
      customer.profile = { name: 'Aïcha' };
      for (const does of ['hello', 'add:couscous/1', 'deliver']) customer.does(does);
      return customer;
    };
    const willing = begun();
    expect(willing.does('yes')).toMatchObject({ state: 'checkout.commune', handled: true });
    expect(willing.context.name).toBe('Aïcha');
    play(begun(), [
      ['no', 'checkout.name'],
      ['“Lalla Zohra”', 'checkout.commune'],
    ]);
  });

  it('asks neither name nor phone again when the channel and the customer have given them', () => {
    const customer = new Customer();
    customer.profile = { name: 'Aïcha', phone: '+212612345678' };
    play(customer, [
      ['hello', 'welcome', ...greeting],
      ['add:couscous/1', 'basket', 'customer.noted'],
      ['deliver', 'checkout.name'],
      ['sameName', 'checkout.commune'],
      ['commune:bouchane', 'checkout.address'],
      ['“Rue 12”', 'checkout.landmark'],
      ['skip', 'checkout.day'],
      ['1', 'checkout.mayCall'],
      ['no', 'checkout.summary'],
    ]);
    expect(customer.context).toMatchObject({ name: 'Aïcha', phone: '+212612345678', mayCall: false });
  });
});

describe('an order to a shelf', () => {
  const story: Story = [
    ['hello', 'welcome', ...greeting],
    ['add:couscous/1', 'basket', 'customer.noted'],
    ['2', 'checkout.name'],
    ['“Aïcha”', 'checkout.shelf'],
    ['2', 'checkout.summary'],
  ];

  it('costs nothing more, asks for no phone, and says who takes the money', () => {
    const customer = new Customer();
    play(customer, story);
    expect(customer.reads()).toContain('0 DH de frais');
    expect(customer.reads()).toContain('Paiement : à la caisse du magasin.');
    const [command] = customer.does('1').commands;
    expect(command?.input).toMatchObject({
      fee: 0,
      payment: 'cashAtShelf',
      way: { kind: 'shelf', shelf: 'youssoufia' },
      payer: { name: 'Aïcha' },
    });
  });
});

describe('changing one’s mind', () => {
  it('changes a quantity, removes a line and empties the basket only after a yes', () => {
    const customer = new Customer();
    play(customer, [
      ['hello', 'welcome', ...greeting],
      ['add:couscous/1', 'basket', 'customer.noted'],
      ['add:cumin/2', 'basket', 'customer.noted'],
      ['4', 'change'],
      ['1', 'line'],
      ['7', 'basket'],
      ['remove:cumin', 'basket', 'customer.removed'],
    ]);
    expect(customer.context.lines).toEqual([['couscous', 7, 2500]]);
    play(customer, [
      ['change', 'change'],
      ['empty', 'emptying'],
      ['no', 'basket'],
      ['change', 'change'],
      ['empty', 'emptying'],
      ['yes', 'basket'],
    ]);
    expect(customer.context.lines).toEqual([]);
  });

  it('brings a removed line back, by the same word, until something else is done with the selection', () => {
    const customer = new Customer();
    for (const does of ['hello', 'add:couscous/1', 'add:cumin/2', 'line:couscous']) customer.does(does);
    // Meant as a quantity, perhaps.
    const removed = customer.does('6');
    expect(customer.reads(removed)).toContain("C'est enlevé : couscous, 500 g. Pour le remettre, écrivez « annuler ».");
    expect(customer.reads(removed, 'ar')).toContain('لإعادته إليها، اكتبوا «تراجع».');
    play(customer, [['undo', 'basket', 'customer.putBack']]);
    expect(customer.context.lines).toHaveLength(2);
    play(customer, [['undo', 'basket', 'orders.nothingToUndo']]);
    for (const does of ['remove:cumin', 'set:couscous/2', 'undo']) customer.does(does);
    expect(customer.context.lines).toEqual([['couscous', 2, 2500]]);
  });

  it('takes back what was added last, by one word', () => {
    const customer = new Customer();
    play(customer, [
      ['hello', 'welcome', ...greeting],
      ['add:couscous/1', 'basket', 'customer.noted'],
      ['add:couscous/2', 'basket', 'customer.noted'],
      ['undo', 'basket', 'customer.takenBack'],
    ]);
    expect(customer.context.lines).toEqual([['couscous', 1, 2500]]);
    play(customer, [['undo', 'basket', 'orders.nothingToUndo']]);
  });

  it('keeps the basket when the summary is answered with no', () => {
    play(atSummary(), [['0', 'basket', 'customer.kept']]);
  });

  it('makes a new number for the basket after each edit, so that an older yes orders nothing', () => {
    const customer = atSummary();
    const first = customer.context.basketId;
    play(customer, [
      ['2', 'checkout.edit'],
      ['correct:day', 'checkout.day'],
      ['2', 'checkout.mayCall'],
      ['2', 'checkout.summary'],
      [`confirm:${first}`, 'checkout.summary', 'customer.confirmOld'],
    ]);
    expect(customer.context.basketId).not.toBe(first);
  });

  it('does not take a tapped yes of another question for the yes to the summary', () => {
    const customer = atSummary();
    expect(customer.does('mayCall:yes')).toMatchObject({ state: 'checkout.summary', commands: [] });
    expect(customer.does('emptyNow').handled).toBe(false);
  });
});

describe('after the yes', () => {
  function placed(): Customer {
    const customer = atSummary();
    customer.does('1');
    const undoUntil = customer.now + 120_000;
    customer.does({ type: 'order.place.done', answer: { number: 'A7H4', total: 17_000, undoUntil } });
    return customer;
  }

  it('orders nothing twice, whatever is written before the answer is in', () => {
    const customer = atSummary();
    customer.does('1');
    for (const word of ['yes', 'menu', 'deliver', 'basket']) {
      expect(customer.does(word)).toMatchObject({ state: 'placing', commands: [] });
    }
  });

  it('takes the order back by one word and gives the basket again', () => {
    const customer = placed();
    expect(customer.does('undo').commands).toEqual([{ name: 'order.undo', input: { order: 'A7H4' } }]);
    play(customer, [[{ type: 'order.undo.done', answer: { order: 'A7H4' } }, 'basket', 'orders.undone']]);
    expect(customer.context.lines).toHaveLength(2);
  });

  it('is agreed with, or thanked for, without being called not understood', () => {
    play(placed(), [
      ['yes', 'placed', 'orders.placedYes'],
      ['thanks', 'placed', 'common.thanks'],
    ]);
  });

  it('goes one step back from where to, and to the selection only where nothing was asked before', () => {
    const customer = new Customer();
    customer.profile = { name: 'Aïcha' };
    play(customer, [
      ['hello', 'welcome', ...greeting],
      ['add:couscous/1', 'basket', 'customer.noted'],
      ['collect', 'checkout.name'],
      ['“Fatima”', 'checkout.shelf'],
      ['0', 'checkout.name'],
    ]);
    expect(customer.reads()).toContain('La commande sera à votre nom : Fatima.');
    play(customer, [
      ['0', 'basket'],
      ['deliver', 'checkout.name'],
    ]);
    expect(customer.reads()).toContain('Fatima');
    play(customer, [
      ['1', 'checkout.commune'],
      ['basket', 'basket'],
      ['collect', 'checkout.shelf'],
      ['0', 'basket'],
      ['collect', 'checkout.shelf'],
      ['1', 'checkout.summary'],
      ['edit', 'checkout.edit'],
      ['correct:place', 'checkout.way'],
      ['deliver', 'checkout.commune'],
      ['0', 'checkout.way'],
      ['0', 'basket'],
    ]);
  });

  it('counts seconds where a minute would promise too much', () => {
    const customer = atSummary();
    customer.does('1');
    const answer = { number: 'A7H4', total: 17_000, undoUntil: customer.now + 10_000 };
    expect(customer.reads(customer.does({ type: 'order.place.done', answer }))).toContain('Vous avez 10 secondes');
  });

  it('asks whether to cancel it when one word is too late', () => {
    const customer = placed();
    customer.does('undo');
    const late = customer.does({ type: 'order.undo.refused', reason: 'alreadyTold' });
    expect(late).toMatchObject({
      state: 'myOrders.cancelling',
      reads: [{ name: 'order.mine', input: { order: 'A7H4' } }],
    });
  });

  it('says so when it cannot be taken back for another reason', () => {
    const customer = placed();
    customer.does('undo');
    play(customer, [[{ type: 'order.undo.refused', reason: 'failed' }, 'home', 'common.refused_failed']]);
  });

  it('offers to take it back only as long as that is possible', () => {
    const customer = placed();
    expect(customer.prompt.choices.map(({ event }) => event)).toContain('undo');
    customer.now += 120_000;
    expect(customer.prompt.choices.map(({ event }) => event)).not.toContain('undo');
  });

  it('answers where the order is, without losing the open question', () => {
    const customer = atSummary();
    expect(customer.does('orders').reads).toEqual([{ name: 'orders.mine', input: undefined }]);
    play(customer, [[{ type: 'orders.mine.done', answer: [] }, 'checkout.summary', 'orders.noOrders']]);
  });
});
