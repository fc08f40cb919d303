/** Two whole orders, every party answering by digits alone; greetings, names and addresses apart. */
import type { Settled } from '#test/app/settled.ts';
import { Player, type PlayerOptions, type Seen } from '#test/support/player.ts';

/** What is typed that is not a digit. */
export const words = {
  hello: 'bonjour',
  name: 'Amina Rahali',
  address: 'Douar Oulad Sidi, maison bleue',
  arabicHello: 'السلام عليكم',
  arabicName: 'خديجة بناني',
} as const;

export const delivered: Settled = {
  state: 'delivered',
  parts: { 'chahd-jbilate': 24_000, 'nissae-bouchane': 7_500 },
  fee: 3_300,
  cash: /^cash:distributor:/,
};
export const collected: Settled = {
  state: 'collected',
  parts: { 'chahd-jbilate': 12_000, 'nissae-bouchane': 5_000 },
  fee: 0,
  cash: /^cash:shelf:youssoufia$/,
};

const orderNumber = /\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{4}\b/;
const codes = /(?<![\d+])\d{4}(?!\d)/g;

/** The codes of four digits that stand alone in a message. */
export function codesIn({ text }: Seen): readonly string[] {
  return text.match(codes) ?? [];
}

export const hasCode = (message: Seen) => codesIn(message).length > 0;

export async function put(customer: Player, category: string, product: string, quantity: string): Promise<void> {
  await customer.pick('products');
  await customer.pick(`category:${category}`);
  await customer.pick(`product:${product}`);
  await customer.say(quantity);
}

export async function confirm(customer: Player): Promise<string> {
  await customer.pick('confirm:');
  const { text } = await customer.until((message) => orderNumber.test(message.text));
  return orderNumber.exec(text)?.[0] ?? '';
}

async function accept(cooperative: Player, number: string): Promise<void> {
  await cooperative.until(({ text }) => text.includes(number));
  await cooperative.pick('accept:');
}

/** From the basket to the yes: what lies in it is to be brought to Bouchane. */
export async function orderToBouchane(customer: Player): Promise<string> {
  await customer.pick('deliver');
  await customer.say(words.name);
  await customer.pick('commune:bouchane');
  await customer.say(words.address);
  await customer.pick('skip');
  await customer.pick('day:');
  await customer.say('0612345678');
  await customer.pick('mayCall:yes');
  return confirm(customer);
}

export async function makeReady(cooperative: Player): Promise<void> {
  await cooperative.pick('orders');
  await cooperative.pick('part:');
  await cooperative.pick('ready:');
}

/** Whichever distributor is asked takes it. */
export async function take(options: PlayerOptions, number: string): Promise<Player> {
  const response = await fetch(`${options.url()}/simulator/people`);
  const { people } = (await response.json()) as { people: { chat: string; role: string }[] };
  const players = people.filter(({ role }) => role === 'distributor').map(({ chat }) => new Player(chat, options));
  const found = new AbortController();
  const wait = async (player: Player) => {
    await player.until(({ text }) => text.includes(number), found.signal);
    return player;
  };
  try {
    const asked = await Promise.any(players.map(wait));
    await asked.pick('take:');
    return asked;
  } finally {
    found.abort();
  }
}

/** In French: thyme honey and barley couscous, of two cooperatives, brought to Bouchane. */
export async function deliverToBouchane(customerName: string, options: PlayerOptions): Promise<string> {
  const customer = new Player(customerName, options);
  await customer.say(words.hello);
  await put(customer, 'miels', 'miel-thym', '2');
  await put(customer, 'couscous', 'couscous-orge', '3');
  const number = await orderToBouchane(customer);

  const honey = new Player('cooperative:chahd-jbilate', options);
  const couscous = new Player('cooperative:nissae-bouchane', options);
  await accept(honey, number);
  await accept(couscous, number);
  const distributor = await take(options, number);
  await makeReady(honey);
  await makeReady(couscous);
  // One line for each cooperative, in the order of the parts.
  const [first = '', second = ''] = codesIn(await distributor.until(hasCode));
  await honey.say(first);
  await couscous.say(second);
  const [code = ''] = codesIn(await customer.until(hasCode));
  await distributor.say(code);
  await distributor.next();
  await customer.next();
  return number;
}

/** In Arabic: honey and couscous, of two cooperatives, collected at the shelf of Youssoufia. */
export async function collectInYoussoufia(customerName: string, options: PlayerOptions): Promise<string> {
  const customer = new Player(customerName, options);
  await customer.say(words.arabicHello);
  await put(customer, 'miels', 'miel-thym', '١');
  await put(customer, 'couscous', 'couscous-orge', '2');
  await customer.pick('collect');
  await customer.say(words.arabicName);
  await customer.pick('shelf:youssoufia');
  const number = await confirm(customer);

  const keeper = new Player('shelf:youssoufia', options);
  for (const slug of ['chahd-jbilate', 'nissae-bouchane']) {
    const cooperative = new Player(`cooperative:${slug}`, options);
    await accept(cooperative, number);
    await makeReady(cooperative);
  }
  for (let part = 0; part < 2; part++) {
    await keeper.pick('expected');
    await keeper.pick('arrived:');
  }
  const [code = ''] = codesIn(await customer.until(hasCode));
  await keeper.say(code);
  await keeper.next();
  await customer.next();
  return number;
}
