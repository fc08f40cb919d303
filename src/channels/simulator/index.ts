/** The channel without a wire to anywhere: telephones drawn on a page of our own, for trying, showing and testing. */
import type { Hono } from 'hono';
import { type Clock, systemClock } from '#base/clock.ts';
import { type Ids, randomIds } from '#base/ids.ts';
import type { Admit, Channel } from '#channels/channel.ts';
import type { Database } from '#database/database.ts';
import type { KeptMedia } from '#media/kept-media.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import { loadAssets } from './assets.ts';
import { createBells } from './bells.ts';
import { nameOf } from './chat-name.ts';
import { createDoor, type Door } from './door.ts';
import type { Play } from './play.ts';
import { createRoutes } from './routes.ts';
import { createScreens, screenNews } from './screens.ts';

export interface Simulator extends Channel {
  /** The page, its JSON door and its stream, for the web server. */
  readonly routes: Hono;
  readonly door: Door;
}

/** What a `Play` holds is for whoever plays everybody: where other channels run too, it is left out. */
export interface SimulatorOptions extends Play {
  readonly database: Database;
  /** The edition in force: whom one can play. */
  readonly shop: () => Shop | Promise<Shop>;
  /** Where voice notes and photos are kept. */
  readonly media: KeptMedia;
  readonly clock?: Clock;
  readonly ids?: Ids;
}

export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { database, shop, clock = systemClock, ids = randomIds, media } = options;
  const screens = createScreens(database, clock);
  const bells = createBells();
  let admit: Admit | undefined;

  const door = createDoor({ screens, bells, shop, ids, media, admit: () => admit });
  let unlisten: (() => Promise<void>) | undefined;

  return {
    name: 'simulator',
    door,
    routes: createRoutes({ door, screens, play: options, assets: await loadAssets(), closed: () => bells.closed }),

    async start(admitIncoming) {
      // The letters of other processes ring no bell here but this one.
      unlisten = await database.listen(screenNews, bells.ring, bells.ringAll);
      await door.readmit(admitIncoming);
      admit = admitIncoming;
    },

    async send(letter) {
      const chat = nameOf(letter.chat);
      if (chat === undefined) return { outcome: 'wrong', reason: 'not a chat of the simulator' };
      try {
        await screens.addLetter(chat, letter);
      } catch (error) {
        return { outcome: 'later', reason: error instanceof Error ? error.message : String(error) };
      }
      bells.ring(chat);
      return { outcome: 'sent' };
    },

    async stop() {
      admit = undefined;
      bells.close();
      await unlisten?.();
    },
  };
}
