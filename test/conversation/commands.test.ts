/** Commands of a conversation: carried out once, answered once, whatever happens on the way. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TransientError } from '#base/errors.ts';
import { createPostgresChatStore } from '#chats/postgres/postgres-chat-store.ts';
import { carryOut, type RunCommand } from '#conversation/carry-out.ts';
import { sentences } from '#locales/sentences.ts';
import { Chat, type House, openHouse, toSummary } from '#test/support/conversation.ts';

const { common, customer, orders } = sentences.fr;
const thanks = orders.placed.slice(0, orders.placed.indexOf('{{'));

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

/** The trade's own commands, once `isAway` says that nothing is in their way. */
function failing(error: Error, isAway: () => boolean): RunCommand {
  return (trx, actor, name, input) =>
    isAway() ? Promise.reject(error) : house.tools.runCommand(trx, actor, name, input);
}

test('a yes whose database is away leaves the chat pending: what comes meanwhile is told to wait', async () => {
  let isAway = true;
  const runCommand = failing(new TransientError('the database is away'), () => isAway);
  const amina = new Chat(house, 'pending', { runCommand });
  await amina.go(...toSummary);
  await amina.write('1');
  // The yes itself says nothing: its answer is the outcome.
  expect(await amina.turn()).toEqual([]);
  await amina.write('1');
  expect(await amina.turn()).toEqual([common.beingRecorded]);
  await amina.write('menu');
  expect(await amina.turn()).toEqual([common.beingRecorded]);
  expect(await amina.orders()).toBe(0);

  isAway = false;
  expect(await amina.settle()).toEqual([expect.stringContaining(thanks)]);
  expect(await amina.orders()).toBe(1);
  expect(await amina.buried()).toEqual([]);
});

test('a command that fails for good is parked: the customer is told, a volunteer too, and the chat goes on', async () => {
  let isBroken = true;
  const runCommand = failing(new Error('a bug in the trade'), () => isBroken);
  const amina = new Chat(house, 'others', { runCommand });
  await amina.go(...toSummary);
  const told = () => house.jobs.filter(({ name }) => name === 'notify').map(({ data }) => data);
  const before = told().length;
  const said = await amina.say('1');
  expect(said).toContain(common.refused_failed);
  expect(said).toContain(customer.basketTitle);
  expect(told().slice(before)).toEqual([
    {
      to: { role: 'volunteer' },
      event: { type: 'notice', notice: { name: 'command.parked', command: 'order.place', chat: amina.address } },
    },
  ]);
  expect(await amina.buried()).toEqual(['its turn threw too often']);
  expect(await amina.orders()).toBe(0);

  isBroken = false;
  await amina.go('1');
  expect(await amina.say('1')).toContain(thanks);
  expect(await amina.orders()).toBe(1);
});

test('a command whose worker died after carrying it out is answered from the record, not carried out again', async () => {
  const amina = new Chat(house, 'died-after');
  await amina.go(...toSummary);
  const shortLived = createPostgresChatStore({ database: house.database, limits: { lease: 1 } });
  await amina.write('1');
  const yes = await shortLived.claimChat('dies', amina.address);
  if (!yes) throw new Error('the yes was not to be claimed');
  await amina.tools.store.giveBack(yes, { delay: 0 });

  // The turn of the yes commits, and the worker dies in the command that it asked for.
  let ran = 0;
  const dying = new Chat(house, 'died-after', {
    async runCommand(trx, actor, name, input) {
      ran += 1;
      return house.tools.runCommand(trx, actor, name, input);
    },
    store: {
      ...shortLived,
      async commit(claim, turn, options) {
        if (claim.head.kind === 'command') throw new Error('killed');
        return shortLived.commit(claim, turn, options);
      },
    },
  });
  await expect(dying.turn()).rejects.toThrow('killed');
  expect([ran, await amina.orders()]).toEqual([1, 1]);
  expect(await amina.settle()).toEqual([expect.stringContaining(thanks)]);
  expect(await amina.orders()).toBe(1);
});

test('two workers at one command carry it out once and give the same answer', async () => {
  const actor = { chat: 'simulator:twice', role: 'customer', of: '', language: 'fr' } as const;
  let ran = 0;
  const run: RunCommand = async () => ({ ok: true, answer: { ran: ++ran } });
  const command = { key: 'm1|1', name: 'help.ask', input: {} };
  const both = [1, 2].map(() => carryOut(house.database, run, actor, command));
  expect(await Promise.all(both)).toEqual([1, 1].map((count) => ({ ok: true, answer: { ran: count } })));
});
