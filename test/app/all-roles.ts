/** Two orders that take the whole cast: a basket from the shelf, and one that everybody leaves waiting but a volunteer. */
import type { Settled } from '#test/app/settled.ts';
import { Player, type PlayerOptions } from '#test/support/player.ts';
import { until } from '#test/support/until.ts';
import { codesIn, confirm, hasCode, makeReady, orderToBouchane, put, words } from './straight-path.ts';

/** Whose cash it is then. */
export const basketCollected: Settled['cash'] = /^cash:shelf:youssoufia$/;

/** In Arabic: the solidarity basket that stands on the shelf of Youssoufia; its keeper alone is asked. */
export async function collectBasket(customerName: string, options: PlayerOptions): Promise<string> {
  const customer = new Player(customerName, options);
  await customer.say(words.arabicHello);
  await customer.pick('product:panier-solidaire');
  await customer.say('١');
  await customer.pick('collect');
  await customer.say(words.arabicName);
  await customer.pick('shelf:youssoufia');
  const number = await confirm(customer);

  const keeper = new Player('shelf:youssoufia', options);
  await keeper.until(({ text }) => text.includes(number));
  await keeper.pick('accept:');
  const [code = ''] = codesIn(await customer.until(hasCode));
  await keeper.say(code);
  await keeper.next();
  await customer.next();
  return number;
}

export interface Rescued {
  readonly number: string;
  /** All that the customer was told after the order was placed, oldest first. */
  readonly told: readonly string[];
}

/** In French: couscous of one cooperative to Bouchane. She does not answer, nor do the distributors; a volunteer sees to it. */
export async function rescueToBouchane(customerName: string, options: PlayerOptions): Promise<Rescued> {
  const customer = new Player(customerName, options);
  await customer.say(words.hello);
  await put(customer, 'couscous', 'couscous-orge', '3');
  const number = await orderToBouchane(customer);
  const isAbout = ({ text }: { text: string }) => text.includes(number);
  const placed = customer.seen.length;

  const cooperative = new Player('cooperative:nissae-bouchane', options);
  await cooperative.until(isAbout);
  for (let step = 0; step < 3; step++) {
    await passWaiting(options);
    await customer.next();
  }
  // The second contact of that cooperative, on her own phone.
  await new Player('fatima', options).until(({ text }) => text.length > 0);

  const volunteer = new Player('volunteer', options);
  await volunteer.until(isAbout);
  await volunteer.pick(`story:${number}`);
  await volunteer.pick('silent:');
  await volunteer.pick('accept:');
  await customer.next();

  // Until nobody is left to be asked; between two of them nothing waits for a moment.
  await until(
    'the volunteers look for somebody',
    async () => (await isWithVolunteer(options, number)) || void (await pass(options)),
    lapsing,
  );
  await volunteer.pick(`story:${number}`);
  await volunteer.pick('wantAssign:');
  await volunteer.pick('distributor:hassan');
  await volunteer.pick('assign:');
  await customer.until(({ text }) => isAbout({ text }) && text.includes('Hassan'));

  await makeReady(cooperative);
  const distributor = new Player('distributor:hassan', options);
  const [pickup = ''] = codesIn(await distributor.until(hasCode));
  await cooperative.say(pickup);
  const [code = ''] = codesIn(await customer.until(hasCode));
  await distributor.say(code);
  await distributor.next();
  await customer.next();
  return { number, told: customer.seen.slice(placed).map(({ text }) => text) };
}

/** As long as a test may take for some offers to be made, reminded of and lapsed. */
const lapsing = 60_000;

/** Lets the next thing that waits for its time happen; false when nothing does. */
async function pass({ url }: PlayerOptions): Promise<boolean> {
  const address = `${url()}/simulator/waiting`;
  const { next } = (await (await fetch(address)).json()) as { next: unknown };
  if (next !== null) await fetch(address, { method: 'POST' });
  return next !== null;
}

const passWaiting = (options: PlayerOptions) => until('something waits for its time', () => pass(options));

/** Whether nobody is left to be asked, by what the volunteers were told. */
async function isWithVolunteer(options: PlayerOptions, number: string): Promise<boolean> {
  const response = await fetch(`${options.url()}/simulator/chats/volunteer/messages`);
  const { messages } = (await response.json()) as { messages: { text: string; choices?: { id: string }[] }[] };
  const told = messages.filter(({ choices }) => choices?.some(({ id }) => id === `story:${number}`));
  return told.length > 1;
}
