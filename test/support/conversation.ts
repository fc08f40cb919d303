/** Turns with everything real below them: chats and trade in a database, the sample catalogue, flows and speech. */
import { randomUUID } from 'node:crypto';
import { createLogger } from '#base/logger.ts';
import type { ChatAddress, Outgoing } from '#channels/channel.ts';
import type { ChatStore, Claim, HouseEvent } from '#chats/chat-store.ts';
import { createPostgresChatStore } from '#chats/postgres/postgres-chat-store.ts';
import { type ClaimTools, handleClaim } from '#conversation/handle-claim.ts';
import type { Held } from '#conversation/roles.ts';
import { type Conversation, decode } from '#conversation/session.ts';
import type { Database } from '#database/database.ts';
import { loadGantour } from '#examples/gantour/load.ts';
import { flows } from '#flows/index.ts';
import { createSpeech } from '#speech/create-speech.ts';
import { createShopKeeper } from '#trade/catalogue/shop-keeper.ts';
import { later } from '#trade/later.ts';
import { bindStaff } from '#trade/people/staff.ts';
import type { TradeTools } from '#trade/tools.ts';
import { reads, runCommand } from '#trade/trade.ts';
import { testDatabase } from './database.ts';
import { noon } from './orders.ts';
import { createRecordingOutbox, type Job } from './recording-outbox.ts';
import { seededIds } from './seeded-ids.ts';
import { tradeSettings } from './trade-settings.ts';
import { until } from './until.ts';

export interface House {
  readonly database: Database;
  readonly tools: ClaimTools;
  /** What was left for later, oldest first. */
  readonly jobs: readonly Job[];
  close(): Promise<void>;
}

export async function openHouse(): Promise<House> {
  const database = await testDatabase();
  await database.transaction((trx) => loadGantour(trx, { bindStaff }));
  const shopKeeper = createShopKeeper(database);
  await shopKeeper.reload();
  const { jobs, outbox, transaction } = createRecordingOutbox(database);
  const recorded: Database = { ...database, transaction };
  const clock = { now: () => noon };
  const ids = seededIds();
  const settings = tradeSettings;
  const trade: TradeTools = { outbox, clock, ids, shop: shopKeeper.shop, settings };
  const tools: ClaimTools = {
    ...{ flows, clock, ids, shop: shopKeeper.shop, timeZone: settings.timeZone },
    database: recorded,
    store: createPostgresChatStore({ database }),
    logger: createLogger('silent'),
    speech: createSpeech(),
    rolesOf: (chat) => held[chat] ?? [],
    holds: async () => false,
    read: (actor, { name, input }) => reads[name](database.db, actor, input as never, trade),
    runCommand: (trx, actor, name, input) => runCommand(trx, actor, name, input, trade),
    reportParked: (trx, { chat }, command) => {
      const notice = { name: 'command.parked', command, chat } as const;
      return later(outbox, trx, 'notify', { to: { role: 'volunteer' }, event: { type: 'notice', notice } });
    },
  };
  return { database, tools, jobs, close: () => database.close() };
}

/** Whom the chats of these tests act for. */
const held: Readonly<Record<string, readonly Held[]>> = {
  'simulator:shelf:youssoufia': [{ role: 'shelf', of: 'youssoufia' }],
  'simulator:nadia': [{ role: 'cooperative', of: 'nissae-bouchane', contact: 2 }],
  'simulator:zineb': [
    { role: 'cooperative', of: 'nissae-bouchane' },
    { role: 'volunteer', of: '' },
  ],
};

/** One chat whose turns are run one by one, by this test alone. */
export class Chat {
  readonly address: ChatAddress;
  readonly store: ChatStore;
  readonly tools: ClaimTools;
  readonly #database: Database;
  /** What the last `turn` said. */
  letters: readonly Outgoing[] = [];

  constructor({ database, tools }: House, name: string, changes: Partial<ClaimTools> = {}) {
    this.address = `simulator:${name}`;
    this.tools = { ...tools, ...changes };
    this.store = this.tools.store;
    this.#database = database;
  }

  /** Puts a text into the inbox. */
  async write(text: string): Promise<void> {
    const id = randomUUID();
    const incoming = { chat: this.address, id, at: 0, kind: 'text', text } as const;
    await this.store.admit(this.address, { from: 'person', id, at: 0, incoming }, { exempt: true });
  }

  async tell(event: HouseEvent): Promise<void> {
    await this.store.admit(this.address, { from: 'house', id: randomUUID(), at: 0, event });
  }

  /** Runs what can be claimed now; gives what was said. Letters count as sent unless they are to be kept back. */
  async turn({ kept = false } = {}): Promise<string[]> {
    let claim: Claim | undefined = await this.store.claimChat('test', this.address);
    const letters: Outgoing[] = [];
    while (claim) {
      const handled: Awaited<ReturnType<typeof handleClaim>> = await handleClaim(claim, this.tools, {
        handOver: !kept,
      });
      letters.push(...handled.letters);
      claim = handled.next;
    }
    if (letters.length > 0) this.letters = letters;
    return letters.map(({ body, choices }) => [body, ...choices.map(({ line }) => line)].join('\n'));
  }

  /** Runs turns until nothing is left to do, past every pause. */
  async settle(): Promise<string[]> {
    const said: string[] = [];
    await until(`${this.address} is at rest`, async () => {
      said.push(...(await this.turn()));
      const query = this.#database.db.selectFrom('chat').select('due_at').where('chat', '=', this.address);
      return (await query.executeTakeFirst())?.due_at == null;
    });
    return said;
  }

  /** Writes, and gives what was said to it. */
  async say(text: string): Promise<string> {
    await this.write(text);
    return (await this.settle()).join('\n---\n');
  }

  /** Says one after the other; gives the answer to the last. */
  async go(...texts: readonly string[]): Promise<string> {
    let said = '';
    for (const text of texts) said = await this.say(text);
    return said;
  }

  async state(): Promise<string> {
    const { rows } = await this.#database.run('select state from chat where chat = $1', [this.address]);
    return (rows as { state: string }[])[0]?.state ?? '';
  }

  async session(): Promise<Conversation> {
    return decode(await this.state());
  }

  /** Puts another state in the place of the session. */
  async overwrite(state: string): Promise<void> {
    await this.#database.run('update chat set state = $2 where chat = $1', [this.address, state]);
  }

  async buried(): Promise<string[]> {
    const query = this.#database.db.selectFrom('chat_buried').select('reason').where('chat', '=', this.address);
    return (await query.orderBy('number').execute()).map(({ reason }) => reason);
  }

  async orders(): Promise<number> {
    const { rows } = await this.#database.run(
      'select count(*)::int as count from orders join person_chat on person_chat.person = orders.person where person_chat.address = $1',
      [this.address],
    );
    return (rows as { count: number }[])[0]?.count ?? 0;
  }
}

/** From hello to the summary, in French: three jars of honey to Bouchane. */
export const toSummary = [
  ...['bonjour', '1', '1', '1', '3', '1', 'Amina Rahali', '5', 'Douar 3', '1', '1', '0612345678', '1'],
] as const;
