import { describe, expect, it } from 'vitest';
import { Customer } from './play.ts';
import { greeting, play } from './story.ts';

const phone = { type: 'phone', value: '+212612345678' };

describe('an order for somebody else', () => {
  it('keeps the one who orders and the one who receives apart', () => {
    const customer = new Customer();
    play(customer, [
      ['hello', 'welcome', ...greeting],
      ['relative', 'products', 'customer.relativeStart'],
      ['add:bundle/1', 'basket', 'customer.notedBundle'],
      ['collect', 'checkout.receiver'],
      ['“?”', 'checkout.receiver', 'customer.nameWrong'],
      ['“Lalla Fatna”', 'checkout.receiverPhone'],
      [phone, 'checkout.name'],
      ['“Aïcha”', 'checkout.shelf'],
      ['1', 'checkout.summary'],
    ]);
    expect(customer.reads()).toContain('Pour Lalla Fatna, 06 12 34 56 78');
    expect(customer.reads()).toContain("C'est Lalla Fatna qui paie");
    const [command] = customer.does('1').commands;
    expect(command?.input).toMatchObject({
      payer: { name: 'Aïcha' },
      receiver: { name: 'Lalla Fatna', phone: '+212612345678' },
    });
  });

  it('asks who receives it before the name of the one who orders, and steps back through both', () => {
    const customer = new Customer();
    play(customer, [
      ['hello', 'welcome', ...greeting],
      ['add:bundle/1', 'basket', 'customer.notedBundle'],
      ['collect', 'checkout.name'],
      ['relative', 'checkout.receiver'],
      ['“Lalla Fatna”', 'checkout.receiverPhone'],
      ['noPhone', 'checkout.name'],
    ]);
    expect(customer.reads()).toContain('Et vous qui commandez, quel est votre nom ?');
    expect(customer.reads(undefined, 'ar')).toContain('وأنتم الذين تطلبون، ما اسمكم؟');
    play(customer, [
      ['0', 'checkout.receiverPhone'],
      ['0', 'checkout.receiver'],
      ['0', 'basket'],
    ]);
  });

  it('steps back from the shelf to the phone of the one who receives, where the other name is known', () => {
    const customer = new Customer();
    customer.renew({ lines: [['bundle', 1, 10_000]], name: 'Aïcha' });
    customer.does('hello');
    play(customer, [
      ['relative', 'products', 'customer.relativeStart'],
      ['collect', 'checkout.receiver'],
      ['“Lalla Fatna”', 'checkout.receiverPhone'],
      [phone, 'checkout.shelf'],
      ['0', 'checkout.receiverPhone'],
      [phone, 'checkout.shelf'],
    ]);
  });

  it('is still for that person once it was taken back', () => {
    const customer = new Customer();
    play(customer, [
      ['hello', 'welcome', ...greeting],
      ['relative', 'products', 'customer.relativeStart'],
      ['add:bundle/1', 'basket', 'customer.notedBundle'],
      ['collect', 'checkout.receiver'],
      ['“Lalla Fatna”', 'checkout.receiverPhone'],
      [phone, 'checkout.name'],
      ['“Aïcha”', 'checkout.shelf'],
      ['1', 'checkout.summary'],
    ]);
    customer.does('1');
    const undoUntil = customer.now + 120_000;
    customer.does({ type: 'order.place.done', answer: { number: 'A7H4', total: 23_000, undoUntil } });
    expect(customer.context.receiver).toBeUndefined();
    customer.does('undo');
    customer.does({ type: 'order.undo.done', answer: { order: 'A7H4' } });
    expect(customer.context.receiver).toMatchObject({ name: 'Lalla Fatna' });
  });
});
