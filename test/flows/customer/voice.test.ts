import { describe, expect, it } from 'vitest';
import { Customer } from './play.ts';

const voice = { type: 'voice', media: 'kept:1', seconds: 12 };
const kept = { type: 'voice.keep.done', answer: { note: 'note-1', by: Date.UTC(2026, 10, 23, 12) } };

function atAddress(): Customer {
  const customer = new Customer();
  for (const does of ['hello', 'add:couscous/1', 'deliver', '“Aïcha”', 'commune:bouchane']) customer.does(does);
  return customer;
}

describe('an address told by voice', () => {
  it('is kept and reaches the distributor as it is', () => {
    const customer = atAddress();
    expect(customer.does(voice)).toMatchObject({
      state: 'checkout.address',
      commands: [{ name: 'voice.keep', input: { media: 'kept:1', seconds: 12 } }],
    });
    expect(customer.does(kept)).toMatchObject({
      ...{ state: 'checkout.day', asides: [], told: ['customer.voiceAddress'] },
    });
    for (const does of ['1', { type: 'phone', value: '+212612345678' }, '2']) customer.does(does);
    expect(customer.state).toBe('checkout.summary');
    expect(customer.reads()).toContain('Livraison : Bouchane. Le distributeur reçoit votre message vocal tel quel.');
    expect(customer.reads(undefined, 'ar')).toContain('يسمع الموزّع رسالتكم الصوتية كما هي.');
    const [command] = customer.does('1').commands;
    expect(command?.input).toMatchObject({ way: { address: '', voiceNote: 'note-1', mayCall: false } });
  });

  it('gives way to words written instead', () => {
    const customer = atAddress();
    for (const does of [voice, kept, '0', '0', '“Rue 12”']) customer.does(does);
    expect(customer.context).toMatchObject({ address: 'Rue 12', voiceNote: undefined });
  });

  it('that could not be kept is asked for again', () => {
    const customer = atAddress();
    customer.does(voice);
    const heard = customer.does({ type: 'voice.keep.refused', reason: 'failed' });
    expect(heard).toMatchObject({ state: 'checkout.address', told: ['common.voiceNotKept'] });
  });
});

describe('something said anywhere else', () => {
  it('is kept, and asked about in passing', () => {
    const customer = new Customer();
    customer.does('hello');
    expect(customer.does(voice).commands).toEqual([{ name: 'voice.keep', input: { media: 'kept:1', seconds: 12 } }]);
    const [aside] = customer.does(kept).asides;
    expect(aside?.choices.map(({ event }) => event)).toEqual(['listen:note-1', 'write']);
    expect(customer.does('listen:note-1').commands).toEqual([{ name: 'voice.ask', input: { note: 'note-1' } }]);
    expect(customer.does('write')).toMatchObject({ state: 'welcome', handled: true });
    expect(customer.does('listen').commands).toEqual([{ name: 'voice.ask', input: { note: '' } }]);
  });
});
