/** What a customer does after the yes, with the real trade below: looks, cancels, repeats, asks, and is forgotten. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sentences } from '#locales/sentences.ts';
import { Chat, type House, openHouse, toSummary } from '#test/support/conversation.ts';

const { orders, common } = sentences.fr;

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

async function ordered(name: string): Promise<{ chat: Chat; number: string }> {
  const chat = new Chat(house, name);
  const placed = await chat.go(...toSummary, '1');
  const number = /numéro (\w+)/.exec(placed)?.[1] ?? '';
  expect(number).toMatch(/^[A-Z0-9]{4}$/);
  return { chat, number };
}

test('one’s order is found by a word and by its number, and cancelled by one yes', async () => {
  const { chat, number } = await ordered('looks');
  expect(await chat.say('ma commande')).toContain(`Commande ${number}, 385 DH : enregistrée.`);
  await chat.say('menu');
  expect(await chat.say(`commande ${number.toLowerCase()}`)).toContain('Dedans : Miel de thym × 3.');
  expect(await chat.say('1')).toContain(`Annuler la commande ${number}, 385 DH ?`);
  expect(await chat.say('1')).toContain(`Commande ${number} : elle est annulée. Vous ne devez rien.`);
  expect(await chat.say('ma commande')).toContain(`Commande ${number} : annulée à votre demande`);
});

test('a yes after the thanks, a no to cancelling and thanks to a volunteer are all answered', async () => {
  const { chat, number } = await ordered('kind');
  expect(await chat.say('d’accord')).toContain(orders.placedYes);
  expect(await chat.say('merci')).toContain(common.thanks);
  await chat.say(number);
  expect(await chat.say('oui')).toContain(orders.seen);
  await chat.say('1');
  expect(await chat.say('non')).toContain(`Commande ${number} : elle est gardée`);
  await chat.tell({ type: 'notice', notice: { name: 'help.replied', words: 'Demain.' } });
  await chat.settle();
  await chat.say('1');
  expect(await chat.say('Merci beaucoup !')).toContain(orders.thanksPassed);
  const { rows } = await house.database.run('select words from help_message where words like $1', ['Merci%']);
  expect(rows).toEqual([{ words: 'Merci beaucoup !' }]);
});

test('a number below nought is no quantity', async () => {
  const chat = new Chat(house, 'below');
  await chat.go('bonjour', 'miel de thym');
  expect(await chat.say('-2')).toContain(sentences.fr.customer.quantityWrong);
  expect(await chat.say('2')).toContain("C'est noté");
});

test('a number of somebody else’s order opens nothing', async () => {
  const { number } = await ordered('owner');
  const other = new Chat(house, 'stranger');
  await other.say('bonjour');
  expect(await other.say(number)).toContain(orders.unknownOrder);
});

test('the same again lies in the basket, and its place is known', async () => {
  const { chat, number } = await ordered('again');
  const basket = await chat.say('comme la dernière fois');
  expect(basket).toContain(`Comme la commande ${number}, aux prix d'aujourd'hui.`);
  expect(basket).toContain('Miel de thym, 3 × 500 g (1,5 kg) : 360 DH');
  const summary = await chat.go('1', '1', '1');
  expect(summary).toContain('Douar 3');
  expect(await chat.orders()).toBe(1);
});

test('a volunteer is called by a word, and the answer can be answered', async () => {
  const chat = new Chat(house, 'asks');
  await chat.say('bonjour');
  expect(await chat.say('bénévole')).toContain(orders.helpTold);
  expect(await chat.say('Livrez-vous à Rabat ?')).toContain(orders.helpAdded);
  await chat.tell({ type: 'notice', notice: { name: 'help.replied', words: 'Pas encore.' } });
  expect((await chat.settle()).join('\n')).toContain('Un bénévole vous écrit : « Pas encore. »');
  expect(await chat.say('1')).toContain(orders.helpQuestion);
  expect(await chat.say('Dommage')).toContain(orders.helpAdded);
  const { rows } = await house.database.run(
    'select m.words from help_message m join help_request r on r.id = m.request where r.chat = $1 order by m.at, m.number',
    ['simulator:asks'],
  );
  expect(rows).toEqual([{ words: 'Livrez-vous à Rabat ?' }, { words: 'Dommage' }]);
});

test('who has an order under way is not forgotten before it ends', async () => {
  const { chat, number } = await ordered('forgotten');
  expect(await chat.say('mes données')).toContain('Nom : Amina Rahali');
  expect(await chat.say('oubliez-moi')).toContain(`Encore en cours : ${number}.`);
  await chat.go('ma commande', '1', '1');
  expect(await chat.say('oubliez-moi')).toContain(orders.forgetGoes);
  expect(await chat.say('oui')).toContain(orders.forgotten);
  expect(await chat.say('mes données')).toContain(orders.dataNothing);
  expect((await chat.session()).context).toEqual({ lines: [] });
});

test('what one has not ordered cannot be repeated', async () => {
  const chat = new Chat(house, 'new');
  await chat.say('bonjour');
  const said = await chat.say('comme la dernière fois');
  expect(said).toContain(orders.nothingAgain);
  expect(said).not.toContain(common.notUnderstood);
});
