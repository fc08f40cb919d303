/** The words that mean the same everywhere; none of them disturbs the open question, except those that go somewhere. */
import type { Prompt } from '../kit.ts';
import { say } from './saying.ts';
import { customer } from './setup.ts';

const stopped: Prompt = {
  lines: [{ key: 'customer.stopped' }],
  choices: [{ event: 'menu', digit: 0, label: { key: 'customer.labelMenu' } }],
};

export const wordEvents = customer.createStateConfig({
  on: {
    // Also where one already is: the question is put again, and never called not understood.
    menu: { target: '.home', actions: 'handled' },
    back: { target: '.home', actions: 'handled' },
    hello: { actions: say('customer.helloAgain') },
    language: { actions: say('customer.languageChanged') },
    help: { actions: [say('customer.help'), say('customer.helpWords')] },
    // Who wants to hear less is not shown a menu for it.
    stop: { actions: { type: 'aside', params: stopped } },
    thanks: { actions: say('common.thanks') },
  },
});
