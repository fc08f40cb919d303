/** A server killed in the middle of conversations, and started again on its data. */
import { afterEach, expect, test } from 'vitest';
import type { Database } from '#database/database.ts';
import { openDatabase } from '#database/open-database.ts';
import { expectAtRest, expectOneAnswerEach, expectSettled, type Line, screens } from '#test/app/settled.ts';
import { delivered, deliverToBouchane } from '#test/app/straight-path.ts';
import type { Post } from '#test/support/player.ts';
import { type Server, startServer } from '#test/support/server.ts';

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function server(): Promise<Server> {
  const started = await startServer({ UNDO_SECONDS: '0' });
  ends.push(() => started.stop());
  return started;
}

type Kill = () => Promise<void>;

/** What has happened to a message when the server is killed. */
const moments: readonly ((post: Post, kill: Kill) => Promise<void>)[] = [
  // It may have reached the server or not; the phone sends it again.
  async (post, kill) => {
    await Promise.all([post.send(), kill()]);
  },
  // It stands on the screen, and perhaps not yet in the inbox.
  async (post, kill) => {
    await Promise.all([post.send(), post.shown().then(kill)]);
  },
  // It is taken, and its answer is being made.
  async (post, kill) => {
    await post.send();
    await kill();
  },
  // It is answered, and whatever follows from it is under way.
  async (post, kill) => {
    await post.send();
    await post.answered();
    await kill();
  },
];

/** Of the thirty messages of the order, the ones that see a kill: every third or fourth, the customer's yes, and every promise and hand-over of a kind. */
const killedAt = [1, 4, 8, 11, 14, 17, 19, 20, 23, 26, 28, 29];

async function contents(of: Server): Promise<{ database: Database; lines: readonly Line[] }> {
  const database = await openDatabase({ url: undefined, directory: of.directory });
  ends.push(() => database.close());
  return { database, lines: await screens(database) };
}

/** Without what differs between two orders: number, codes, and the hour until which an offer stands. */
function plain({ chat, from, text }: Line, number: string): string {
  const hour = /\d\d?:\d\d/;
  const without = text.replaceAll(number, '{number}').replaceAll(/(?<!\d)\d{4}(?!\d)/g, '{code}');
  return `${chat} ${from}: ${without.replace(hour, '{hour}')}`;
}

test('an order goes on at the same question through a dozen kills of the server', { timeout: 240_000 }, async () => {
  const [undisturbed, disturbed] = await Promise.all([server(), server()]);
  const expected = await deliverToBouchane('amina', { url: () => undisturbed.url });
  await undisturbed.end();

  let posts = 0;
  let kills = 0;
  const kill = async () => {
    kills += 1;
    await disturbed.kill();
    await disturbed.restart();
  };
  const number = await deliverToBouchane('amina', {
    url: () => disturbed.url,
    posting(post) {
      const moment = killedAt.includes(posts++) ? moments[kills % moments.length] : undefined;
      return moment ? moment(post, kill) : post.send();
    },
  });
  expect({ posts, kills }).toEqual({ posts: 30, kills: killedAt.length });
  await disturbed.end();

  const [before, after] = [await contents(undisturbed), await contents(disturbed)];
  await expectSettled(after.database, number, delivered);
  await expectAtRest(after.database);
  expectOneAnswerEach(after.lines);
  const spoken = ({ lines }: { lines: readonly Line[] }, order: string) => lines.map((line) => plain(line, order));
  // News reach different people in any order; nobody is told more or less than without the kills.
  expect(spoken(after, number).toSorted()).toEqual(spoken(before, expected).toSorted());
  const untilYes = (lines: readonly string[]) =>
    lines.slice(
      0,
      lines.findIndex((line) => line.includes('{number}')),
    );
  expect(untilYes(spoken(after, number))).toEqual(untilYes(spoken(before, expected)));
});
