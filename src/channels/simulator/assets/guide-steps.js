/**
 * The guided orders, as data. Of each step:
 *
 * - `key`    its sentence, `guide.<path>.<key>` in the locales
 * - `who`    whose phone it is about: the customer, or a role; the first of that role who shows up is meant
 * - `rules`  what "do it for me" answers, the first that fits: `choose` the choice whose id begins so, `otherwise` a text
 *            where no rule fits, `type` a code that was seen, `say` words of the locales
 * - `until`  what shows that it is done, whoever did it: a question `asked`, a choice that somebody `did`, a `code` that
 *            came, a code that was `typed`
 *
 * Where no rule fits and something waits for its time, the waiting is what comes next.
 */
const hello = { say: 'hello', when: 'silent' };

const delivery = [
  { key: 'hello', who: 'customer', rules: [{ say: 'hello' }], until: { asked: 'products' } },
  {
    key: 'choose',
    who: 'customer',
    rules: [
      { choose: 'deliver', stop: true },
      { choose: 'product:miel-thym' },
      { choose: 'category:miels' },
      { choose: 'add:' },
      { choose: 'set:' },
      { choose: 'products' },
      { choose: 'menu' },
      hello,
    ],
    until: { asked: 'deliver' },
  },
  {
    key: 'address',
    who: 'customer',
    rules: [
      { choose: 'confirm:', stop: true },
      { choose: 'deliver' },
      { choose: 'sameName' },
      { choose: 'commune:benguerir' },
      { choose: 'commune:' },
      { choose: 'byPhone' },
      { choose: 'skip' },
      { choose: 'day:' },
      { choose: 'mayCall:yes' },
      { ask: 'phone', text: '0612345678' },
      { choose: 'noPhone' },
    ],
    until: { asked: 'confirm:' },
  },
  { key: 'confirm', who: 'customer', rules: [{ choose: 'confirm:' }], until: { did: 'confirm:' } },
  { key: 'wait', who: 'cooperative', rules: [], until: { asked: 'accept:' } },
  { key: 'accept', who: 'cooperative', rules: [{ choose: 'accept:' }], until: { did: 'accept:' } },
  { key: 'search', who: 'distributor', rules: [], until: { asked: 'take:' } },
  { key: 'take', who: 'distributor', rules: [{ choose: 'take:' }], until: { did: 'take:' } },
  {
    key: 'ready',
    who: 'cooperative',
    rules: [{ choose: 'ready:' }, { choose: 'part:' }, { choose: 'orders' }, { choose: 'menu' }, hello],
    until: { did: 'ready:' },
  },
  { key: 'code', who: 'distributor', rules: [], until: { code: 'pickup' } },
  { key: 'pickup', who: 'cooperative', rules: [{ type: 'pickup' }], until: { typed: 'pickup' } },
  { key: 'onTheWay', who: 'customer', rules: [], until: { code: 'hand' } },
  { key: 'hand', who: 'distributor', rules: [{ type: 'hand' }], until: { typed: 'hand' } },
];

const basket = [
  { key: 'hello', who: 'customer', rules: [{ say: 'hello' }], until: { asked: 'products' } },
  {
    key: 'choose',
    who: 'customer',
    rules: [
      { choose: 'collect', stop: true },
      { choose: 'product:panier' },
      { choose: 'product:' },
      { choose: 'add:' },
      { choose: 'set:' },
      { choose: 'menu' },
      hello,
    ],
    until: { asked: 'collect' },
  },
  {
    key: 'shelf',
    who: 'customer',
    rules: [
      { choose: 'confirm:', stop: true },
      { choose: 'collect' },
      { choose: 'sameName' },
      { choose: 'shelf:benguerir' },
      { choose: 'shelf:' },
      { choose: 'day:' },
      { choose: 'noPhone' },
    ],
    until: { asked: 'confirm:' },
  },
  { key: 'confirm', who: 'customer', rules: [{ choose: 'confirm:' }], until: { did: 'confirm:' } },
  { key: 'wait', who: 'shelf', rules: [], until: { asked: 'accept:' } },
  { key: 'accept', who: 'shelf', rules: [{ choose: 'accept:' }], until: { did: 'accept:' } },
  { key: 'onTheWay', who: 'customer', rules: [], until: { code: 'hand' } },
  { key: 'hand', who: 'shelf', rules: [{ type: 'hand' }], until: { typed: 'hand' } },
];

export const paths = { delivery, basket };

/** Who is meant until somebody of the role shows up. */
export const cast = {
  customer: 'amina',
  cooperative: 'cooperative:chahd-jbilate',
  distributor: 'distributor:hassan',
  shelf: 'shelf:benguerir',
};
