/** Two whole orders, every party answering by digits alone (names, addresses and phones apart). */
import { Player, type Seen } from '#test/support/player.ts';

type Url = () => string;

const orderNumber = /\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{4}\b/;
const codes = /(?<![\d+])\d{4}(?!\d)/g;

export function orderNumberIn(text: string): string {
  const [number] = orderNumber.exec(text) ?? [];
  if (number === undefined) throw new Error(`no order number in\n${text}`);
  return number;
}

/** The codes of four digits that stand alone in a message, without years of dates or phones. */
export function codesIn(text: string): readonly string[] {
  return text.match(codes) ?? [];
}

const hasCode = (message: Seen) => codesIn(message.text).length > 0;

async function put(customer: Player, category: string, product: string, quantity: string): Promise<void> {
  await customer.pick('products');
  await customer.pick(`category:${category}`);
  await customer.pick(`product:${product}`);
  await customer.say(quantity);
}

async function confirm(customer: Player): Promise<string> {
  await customer.pick('confirm:');
  const placed = await customer.until(({ text }) => orderNumber.test(text));
  return orderNumberIn(placed.text);
}

async function accept(cooperative: Player, number: string): Promise<void> {
  await cooperative.until(({ text }) => text.includes(number));
  await cooperative.pick('accept:');
}

async function makeReady(cooperative: Player): Promise<void> {
  await cooperative.pick('orders');
  await cooperative.pick('part:');
  await cooperative.pick('ready:');
}

/** Whichever distributor is asked takes it. */
async function take(url: Url, number: string): Promise<Player> {
  const { people } = (await (await fetch(`${url()}/simulator/people`)).json()) as {
    people: { chat: string; role: string }[];
  };
  const players = people.filter(({ role }) => role === 'distributor').map(({ chat }) => new Player(chat, url));
  const asked = await Promise.any(
    players.map(async (player) => {
      await player.until(({ text }) => text.includes(number));
      return player;
    }),
  );
  await asked.pick('take:');
  return asked;
}

/** In French: thyme honey and barley couscous, of two cooperatives, brought to Bouchane. */
export async function deliverToBouchane(url: Url, name: string): Promise<{ customer: Player; number: string }> {
  const customer = new Player(name, url);
  await customer.say('bonjour');
  await put(customer, 'miels', 'miel-thym', '2');
  await put(customer, 'couscous', 'couscous-orge', '3');
  await customer.pick('deliver');
  await customer.say('Amina Rahali');
  await customer.pick('commune:bouchane');
  await customer.say('Douar Oulad Sidi, maison bleue');
  await customer.pick('skip');
  await customer.pick('day:');
  await customer.say('0612345678');
  await customer.pick('mayCall:yes');
  const number = await confirm(customer);

  const honey = new Player('cooperative:chahd-jbilate', url);
  const couscous = new Player('cooperative:nissae-bouchane', url);
  await accept(honey, number);
  await accept(couscous, number);
  const distributor = await take(url, number);
  await makeReady(honey);
  await makeReady(couscous);
  const toTell = codesIn((await distributor.until(hasCode)).text);
  for (const code of toTell) {
    await honey.say(code);
    await couscous.say(code);
  }
  const [code = ''] = codesIn((await customer.until(hasCode)).text);
  await distributor.say(code);
  await customer.next();
  return { customer, number };
}

/** In Arabic: honey and couscous, of two cooperatives, collected at the shelf of Youssoufia. */
export async function collectInYoussoufia(url: Url, name: string): Promise<{ customer: Player; number: string }> {
  const customer = new Player(name, url);
  await customer.say('السلام عليكم');
  await put(customer, 'miels', 'miel-thym', '١');
  await put(customer, 'couscous', 'couscous-orge', '2');
  await customer.pick('collect');
  await customer.say('خديجة بناني');
  await customer.pick('shelf:youssoufia');
  await customer.say('0612345679');
  const number = await confirm(customer);

  const keeper = new Player('shelf:youssoufia', url);
  for (const slug of ['chahd-jbilate', 'nissae-bouchane']) {
    const cooperative = new Player(`cooperative:${slug}`, url);
    await accept(cooperative, number);
    await makeReady(cooperative);
  }
  await keeper.say('menu');
  for (let part = 0; part < 2; part++) {
    await keeper.pick('expected');
    await keeper.pick('arrived:');
  }
  const [code = ''] = codesIn((await customer.until(hasCode)).text);
  await keeper.say(code);
  await customer.next();
  return { customer, number };
}
