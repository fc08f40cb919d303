import { describe, expect, it } from 'vitest';
import { customerWho, events, found, order } from './orders.ts';

const told = { type: 'help.ask.done', answer: { request: 'help-1' } };

describe('a volunteer', () => {
  it('is called by one word, and can then be written to', () => {
    const customer = customerWho('fr');
    expect(customer.does('volunteer').commands).toEqual([{ name: 'help.ask', input: {} }]);
    expect(customer.does(told)).toMatchObject({ state: 'help.writing', told: ['orders.helpTold'] });
    expect(customer.reads()).toContain('0. Continuer sans écrire');
    expect(customer.does('“Où est mon miel ?”').commands).toEqual([
      { name: 'help.ask', input: { words: 'Où est mon miel ?' } },
    ]);
    expect(customer.does(told)).toMatchObject({ state: 'home', told: ['orders.helpAdded'] });
  });

  it('learns the name and phone of who asks', () => {
    const customer = customerWho('fr', 'add:couscous/1', 'collect', '“Aïcha”');
    expect(customer.does('volunteer').commands).toEqual([{ name: 'help.ask', input: { name: 'Aïcha' } }]);
  });

  it('leaves what was asked where it was', () => {
    const customer = customerWho('fr', 'add:couscous/1', 'deliver', 'volunteer', told);
    expect(customer.does('0').state).toBe('checkout.name');
    for (const doing of ['basket', 'volunteer', told, '“Bonjour”']) customer.does(doing);
    expect(customer.does(told).state).toBe('basket');
  });

  it('is called about an order by its number, and the order is shown again afterwards', () => {
    const customer = customerWho('fr', found(order()));
    expect(customer.does('about:A7H4').commands).toEqual([{ name: 'help.ask', input: { words: 'A7H4' } }]);
    customer.does(told);
    expect(customer.does('0').reads).toEqual([{ name: 'orders.mine', input: undefined }]);
  });

  it('hears what is said aloud as a message like any other', () => {
    const customer = customerWho('fr', 'product:couscous', 'volunteer', told);
    customer.does({ type: 'voice', media: 'kept:1', seconds: 4 });
    const kept = customer.does({ type: 'voice.keep.done', answer: { note: 'note-1', by: 0 } });
    expect(kept).toMatchObject({ commands: [{ name: 'voice.ask', input: { note: 'note-1' } }], asides: [] });
    const asked = customer.does({ type: 'voice.ask.done', answer: { request: 'help-1' } });
    expect(asked).toMatchObject({ state: 'card', told: ['orders.helpAdded'] });
  });

  it('keeps the customer writing when the words did not arrive', () => {
    const customer = customerWho('ar', 'volunteer', told, '“سلام”');
    const heard = customer.does({ type: 'help.ask.refused', reason: 'failed' });
    expect(heard).toMatchObject({ state: 'help.writing', told: ['orders.helpNotTold'] });
  });

  it('who could not be told is asked for again', () => {
    const customer = customerWho('fr', 'volunteer');
    const heard = customer.does({ type: 'help.ask.refused', reason: 'failed' });
    expect(heard).toMatchObject({ state: 'welcome', told: ['orders.helpNotTold'] });
  });
});

describe('a volunteer’s answer', () => {
  const replied = { type: 'notice', notice: { name: 'help.replied', words: 'Il arrive demain.' } };

  it('is marked as somebody’s words, and can be answered at once', () => {
    const customer = customerWho('fr', 'add:couscous/1', 'deliver');
    const heard = customer.does(replied);
    expect(heard.state).toBe('checkout.name');
    expect(customer.reads(heard)).toContain('Un bénévole vous écrit : « Il arrive demain. »');
    expect(customer.reads(heard, 'ar')).toMatch(/كتب لكم متطوّع: «.*Il arrive demain\..*»/);
    expect(heard.asides.map(({ choices }) => choices.map(({ event }) => event))).toEqual([['reply', 'thanks']]);
    expect(customer.does('reply').state).toBe('help.writing');
    expect(customer.does('“Merci, à demain”').commands).toEqual([
      { name: 'help.ask', input: { words: 'Merci, à demain' } },
    ]);
    expect(customer.does(told).state).toBe('checkout.name');
  });

  it('is thanked for in words that the volunteer reads', () => {
    const thanks = { type: 'thanks', text: 'Merci beaucoup !' };
    const customer = customerWho('fr', 'add:couscous/1', 'deliver', replied, 'reply');
    expect(customer.does(thanks).commands).toEqual([{ name: 'help.ask', input: { words: 'Merci beaucoup !' } }]);
    const heard = customer.does(told);
    expect(heard).toMatchObject({ state: 'checkout.name', told: ['orders.thanksPassed'] });
    expect(customer.reads(heard, 'ar')).toContain('وصل كلامكم إلى المتطوّع');
    for (const doing of ['volunteer', told]) customer.does(doing);
    expect(customer.does(thanks)).toMatchObject({ state: 'checkout.name', told: ['common.thanks'], commands: [] });
  });

  it('is announced when somebody has taken the question over', () => {
    const customer = customerWho('fr');
    expect(customer.does({ type: 'notice', notice: { name: 'help.taken' } }).told).toEqual(['orders.helpTaken']);
    expect(events(customer)).not.toEqual([]);
  });
});
