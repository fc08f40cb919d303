/** The simulator's door without HTTP: posting as a person, and reading what stands on the screens. */
import type { Ids } from '#base/ids.ts';
import type { Admit, Incoming } from '#channels/channel.ts';
import type { KeptMedia } from '#media/kept-media.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import type { Bells } from './bells.ts';
import { addressOf, NobodyThere, parseChat, type SimulatedChat } from './chat-name.ts';
import type { ShownMessage } from './message.ts';
import { nameOfCustomer, peopleOf, type SimulatedPerson } from './people.ts';
import { parseAct } from './receive.ts';
import type { Cursors, LastMessage, PersonRow, Screens } from './screens.ts';

export interface Door {
  /** Takes what a person did; the same id again changes nothing. `flooded`: shown, but not taken. */
  post(chat: string, act: unknown): Promise<{ id: string; outcome: 'taken' | 'flooded' | 'closed' }>;
  /** Brings into the inboxes what a crash left on the screens alone. */
  readmit(admit: Admit): Promise<void>;
  /** What came after the cursors, waiting up to `wait` ms for the first of it. */
  read(cursors: Cursors, wait: number, signal?: AbortSignal): Promise<(ShownMessage & { chat: string })[]>;
  /** The chat's name as it is kept; throws when there is no such chat. */
  chat(written: string): Promise<string>;
  people(): Promise<SimulatedPerson[]>;
  /** The last message of every chat. */
  last(): Promise<LastMessage[]>;
}

interface Parts {
  readonly screens: Screens;
  readonly bells: Bells;
  readonly shop: () => Shop | Promise<Shop>;
  readonly ids: Ids;
  readonly media: KeptMedia;
  readonly admit: () => Admit | undefined;
}

const batch = 200;

export function createDoor({ screens, bells, shop, ids, media, admit }: Parts): Door {
  async function bring(admitNow: Admit, chat: SimulatedChat, row: PersonRow): ReturnType<Admit> {
    const outcome = await admitNow(incoming(chat, row, await screens.letterAbove(row.chat, row.seq)));
    await screens.noteAdmitted(row.seq);
    return outcome;
  }

  return {
    async post(written, json) {
      const chat = parseChat(written, await shop());
      const act = parseAct(json, () => ids.next());
      const admitNow = admit();
      if (!admitNow) return { id: act.id, outcome: 'closed' };
      // On the screen first: after a crash in between, the repeated request or the next start completes it.
      const row = await screens.addPerson(chat.name, act, media.keep);
      bells.ring(chat.name);
      const outcome = await bring(admitNow, chat, row);
      return { id: act.id, outcome: outcome === 'flooded' ? 'flooded' : 'taken' };
    },

    async readmit(admitNow) {
      for (const row of await screens.unadmitted()) {
        try {
          await bring(admitNow, parseChat(row.chat, await shop()), row);
        } catch (error) {
          // Somebody of the staff who has left the catalogue since.
          if (!(error instanceof NobodyThere)) throw error;
        }
      }
    },

    async read(cursors, wait, signal) {
      const until = performance.now() + wait;
      const listening = bells.listen([...cursors.keys()]);
      try {
        for (;;) {
          const messages = await screens.read(cursors, batch);
          const left = until - performance.now();
          if (messages.length > 0 || left <= 0 || bells.closed || signal?.aborted) return messages;
          await listening.news(left, signal);
        }
      } finally {
        listening.stop();
      }
    },

    async chat(written) {
      return parseChat(written, await shop()).name;
    },

    async people() {
      return peopleOf(await shop(), await screens.customers(30));
    },

    last: () => screens.last(),
  };
}

function incoming(chat: SimulatedChat, { id, seq, at, body }: PersonRow, seen: string | undefined): Incoming {
  const name = chat.role === 'customer' ? nameOfCustomer(chat.name) : undefined;
  const base = {
    chat: addressOf(chat.name),
    // Apart from the ids under which the house itself speaks to a chat.
    id: `simulator.${id}`,
    at,
    ...(name !== undefined && { profile: { name } }),
    ...(body.aboutKey !== undefined && { about: body.aboutKey }),
    ...(seen !== undefined && { seen }),
  };
  if (body.kind === 'text') return { ...base, kind: 'text', text: body.text };
  if (body.kind === 'choice') return { ...base, kind: 'choice', choice: body.choice };
  if (body.kind === 'image') {
    const { mimeType, media = { source: `provider:${seq}`, mimeType } } = body;
    return { ...base, kind: 'image', media };
  }
  if (body.kind === 'voice') {
    return { ...base, kind: 'voice', media: body.media, ...(body.seconds !== undefined && { seconds: body.seconds }) };
  }
  if (body.kind === 'sticker') return { ...base, kind: 'other', what: 'sticker' };
  return { ...base, kind: 'location', latitude: body.latitude, longitude: body.longitude };
}
