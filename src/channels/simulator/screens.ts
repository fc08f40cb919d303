import { sql } from 'kysely';
import type { Clock } from '#base/clock.ts';
import type { Letter, MediaReference, Outgoing } from '#channels/channel.ts';
import type { Database } from '#database/database.ts';
import type { PersonAct, PersonBody, ShownMessage } from './message.ts';
import { show } from './show.ts';

/** Where each reader stands: the last message seen, by chat. */
export type Cursors = ReadonlyMap<string, number>;

/** Where processes that share a database tell each other whose screen has changed. */
export const screenNews = 'simulator';

export interface PersonRow {
  readonly chat: string;
  readonly id: string;
  readonly seq: number;
  readonly at: number;
  readonly body: PersonBody;
}

/** The last message of a chat, for a list of chats. */
export interface LastMessage extends ShownMessage {
  readonly chat: string;
}

export interface Screens {
  /** Puts a person's message on the screen, or finds it there under the same id; its file is only then kept. */
  addPerson(chat: string, act: PersonAct, keep: Keep): Promise<PersonRow>;
  /** Puts a letter on the screen, once per key. */
  addLetter(chat: string, letter: Letter): Promise<void>;
  /** What came after the cursors, oldest first, with the chat it belongs to. */
  read(cursors: Cursors, limit: number): Promise<(ShownMessage & { chat: string })[]>;
  /** The last message of every chat. */
  last(): Promise<LastMessage[]>;
  /** The number of the last message before the newest `count`. */
  beforeNewest(chat: string, count: number): Promise<number>;
  image(seq: number): Promise<{ mimeType: string; bytes: Uint8Array } | undefined>;
  /** What stands on a screen while it is not known whether it came into the inbox, oldest first. */
  unadmitted(): Promise<PersonRow[]>;
  noteAdmitted(seq: number): Promise<void>;
  /** The key of the last letter above a message. */
  letterAbove(chat: string, seq: number): Promise<string | undefined>;
  /** Customers who have written, newest first. */
  customers(limit: number): Promise<string[]>;
}

export type Keep = (bytes: Uint8Array, mimeType: string) => Promise<MediaReference>;

export function createScreens(database: Database, clock: Clock): Screens {
  /** One writer per chat at a time, so that a reader who has seen a number never misses a smaller one. */
  function add(chat: string, from: 'person' | 'bot', key: string, body: string) {
    return database.transaction(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtextextended(${chat}, 8))`.execute(trx);
      await trx
        .insertInto('simulator_message')
        .values({ chat, at: clock.now(), from, key, body, image: null, unadmitted: from === 'person' })
        .onConflict((conflict) => conflict.columns(['chat', 'from', 'key']).doNothing())
        .execute();
      await sql`select pg_notify(${screenNews}, ${chat})`.execute(trx);
      const row = trx.selectFrom('simulator_message').select(['seq', 'at', 'body']);
      return row.where('chat', '=', chat).where('from', '=', from).where('key', '=', key).executeTakeFirstOrThrow();
    });
  }

  async function letter(chat: string, seq: number) {
    const query = database.db.selectFrom('simulator_message').select(['key', 'body']).where('from', '=', 'bot');
    return query.where('chat', '=', chat).where('seq', '=', seq).executeTakeFirst();
  }

  /** The label that was tapped, and on which letter. */
  async function tapped(chat: string, choice: string, about: number | undefined) {
    const row = about === undefined ? undefined : await letter(chat, about);
    const label = (row?.body as Outgoing | undefined)?.choices.find(({ id }) => id === choice)?.label;
    return { text: label ?? choice, ...(row && about !== undefined && { about, aboutKey: row.key }) };
  }

  async function bodyOf(chat: string, act: PersonAct, keep: Keep): Promise<PersonBody> {
    if (act.kind === 'text') return { kind: 'text', text: act.text };
    if (act.kind === 'choice') {
      return { kind: 'choice', choice: act.choice, ...(await tapped(chat, act.choice, act.about)) };
    }
    if (act.kind === 'sticker') return { kind: 'sticker', text: '', sticker: act.sticker };
    if (act.kind === 'image') {
      return { kind: 'image', text: '', mimeType: act.mimeType, media: await keep(act.bytes, act.mimeType) };
    }
    if (act.kind === 'voice') {
      const seconds = act.seconds !== undefined && { seconds: act.seconds };
      return { kind: 'voice', text: '', media: await keep(act.bytes, act.mimeType), ...seconds };
    }
    const { kind, latitude, longitude } = act;
    return { kind, latitude, longitude, text: `${latitude}, ${longitude}` };
  }

  return {
    async addPerson(chat, act, keep) {
      const query = database.db
        .selectFrom('simulator_message')
        .select(['seq', 'at', 'body'])
        .where('from', '=', 'person');
      const known = await query.where('chat', '=', chat).where('key', '=', act.id).executeTakeFirst();
      const row = known ?? (await add(chat, 'person', act.id, JSON.stringify(await bodyOf(chat, act, keep))));
      return { chat, id: act.id, seq: Number(row.seq), at: Number(row.at), body: row.body as PersonBody };
    },

    async addLetter(chat, { key, outgoing }) {
      await add(chat, 'bot', key, JSON.stringify(outgoing));
    },

    async read(cursors, limit) {
      if (cursors.size === 0) return [];
      const rows = await database.db
        .selectFrom('simulator_message')
        .select(['chat', 'seq', 'at', 'from', 'key', 'body'])
        .where(({ or, and, eb }) =>
          or([...cursors].map(([chat, after]) => and([eb('chat', '=', chat), eb('seq', '>', after)]))),
        )
        .orderBy('seq')
        .limit(limit)
        .execute();
      return rows.map(({ chat, seq, at, ...row }) => ({ ...show({ seq: Number(seq), at: Number(at), ...row }), chat }));
    },

    async last() {
      const rows = await database.db
        .selectFrom('simulator_message')
        .distinctOn('chat')
        .select(['chat', 'seq', 'at', 'from', 'key', 'body'])
        .orderBy('chat')
        .orderBy('seq', 'desc')
        .execute();
      return rows.map(({ chat, seq, at, ...row }) => ({ ...show({ seq: Number(seq), at: Number(at), ...row }), chat }));
    },

    async beforeNewest(chat, count) {
      const query = database.db.selectFrom('simulator_message').select('seq').where('chat', '=', chat);
      const row = await query.orderBy('seq', 'desc').offset(count).limit(1).executeTakeFirst();
      return Number(row?.seq ?? 0);
    },

    async image(seq) {
      const query = database.db.selectFrom('simulator_message').select(['body', 'image']).where('seq', '=', seq);
      const row = await query.where('image', 'is not', null).executeTakeFirst();
      if (!row?.image) return undefined;
      const body = row.body as PersonBody;
      return body.kind === 'image' ? { mimeType: body.mimeType, bytes: row.image } : undefined;
    },

    async unadmitted() {
      const rows = await database.db
        .selectFrom('simulator_message')
        .select(['chat', 'seq', 'at', 'key', 'body'])
        .where('unadmitted', '=', true)
        .orderBy('seq')
        .execute();
      return rows.map(({ chat, seq, at, key, body }) => ({
        ...{ chat, id: key, seq: Number(seq), at: Number(at), body: body as PersonBody },
      }));
    },

    async noteAdmitted(seq) {
      const update = database.db.updateTable('simulator_message').set({ unadmitted: false });
      await update.where('seq', '=', seq).where('unadmitted', '=', true).execute();
    },

    async letterAbove(chat, seq) {
      const letters = database.db.selectFrom('simulator_message').select('key').where('from', '=', 'bot');
      const above = letters.where('chat', '=', chat).where('seq', '<', seq).orderBy('seq', 'desc').limit(1);
      return (await above.executeTakeFirst())?.key;
    },

    async customers(limit) {
      const query = database.db.selectFrom('simulator_message').select('chat').where('chat', 'not like', '%:%');
      const rows = await query
        .where('chat', '!=', 'volunteer')
        .groupBy('chat')
        .orderBy(({ fn }) => fn.max('seq'), 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => row.chat);
    },
  };
}
