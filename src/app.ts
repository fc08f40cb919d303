/** Puts the parts together: the only file that names every adapter. */
import { type Clock, systemClock } from '#base/clock.ts';
import { type Ids, randomIds } from '#base/ids.ts';
import { createLogger, type Logger } from '#base/logger.ts';
import type { Admit, Channel, Incoming, Outgoing } from '#channels/channel.ts';
import { createSimulator } from '#channels/simulator/index.ts';
import type { Play } from '#channels/simulator/play.ts';
import type { ChatStore } from '#chats/chat-store.ts';
import { createPostgresChatStore } from '#chats/postgres/postgres-chat-store.ts';
import { createRedisChatStore } from '#chats/redis/redis-chat-store.ts';
import type { Settings } from '#config';
import { createSender } from '#conversation/sender.ts';
import { floodNotice } from '#conversation/turn.ts';
import { createTurns, type Turns } from '#conversation/turns.ts';
import type { Database } from '#database/database.ts';
import { migrate } from '#database/migrate.ts';
import { openDatabase } from '#database/open-database.ts';
import { createOutbox, type PgBossOutbox } from '#database/pg-boss-outbox.ts';
import { findPhoto } from '#examples/gantour/find-photo.ts';
import { loadGantour } from '#examples/gantour/load.ts';
import { startOver } from '#examples/gantour/start-over.ts';
import { flows } from '#flows/index.ts';
import { createHousekeeping } from '#jobs/housekeeping.ts';
import { createJobs } from '#jobs/jobs.ts';
import { queues } from '#jobs/queues.ts';
import { nextWaiting, passWaiting } from '#jobs/waiting.ts';
import { createKeptMedia } from '#media/kept-media.ts';
import { createSpeech } from '#speech/create-speech.ts';
import { createShopKeeper, type ShopKeeper } from '#trade/catalogue/shop-keeper.ts';
import { later } from '#trade/later.ts';
import { createDirectory, type Directory } from '#trade/people/directory.ts';
import { bindStaff, isBound, speakWithStaff } from '#trade/people/staff.ts';
import type { TradeTools } from '#trade/tools.ts';
import { reads, runCommand } from '#trade/trade.ts';
import { healthRoutes } from '#web/health.ts';
import { mediaRoutes } from '#web/media.ts';
import { createMetrics, type Metrics, metricsRoutes } from '#web/metrics.ts';
import { createWebServer } from '#web/server.ts';

export interface App {
  /** Opens everything, begins to receive, work and send; resolves with the address of the web server, if this role has one. */
  start(): Promise<{ readonly url: string | undefined }>;
  /** Stops receiving, ends what is under way, closes everything. */
  stop(): Promise<void>;
  /**
   * Admits a message through the real store, runs its turns until it and the answers to its commands are committed, and
   * gives the replies to this chat; sends nothing. Works without `start()`.
   */
  handle(incoming: Incoming): Promise<readonly Outgoing[]>;
}

export interface Overrides {
  readonly clock?: Clock;
  readonly ids?: Ids;
  readonly logger?: Logger;
}

/** Turns run side by side in one process; each chat still has one at a time. */
const turnsAtOnce = 16;
const lettersAtOnce = 8;

/** What every role needs: the data, the conversations and the trade. */
interface House {
  readonly database: Database;
  readonly store: ChatStore;
  readonly shopKeeper: ShopKeeper;
  readonly directory: Directory;
  readonly outbox: PgBossOutbox;
  readonly tools: TradeTools;
  readonly metrics: Metrics;
  readonly turns: Turns;
  readonly logger: Logger;
}

async function openDatabaseFor(settings: Settings, logger: Logger, opened: AsyncDisposableStack): Promise<Database> {
  const { databaseUrl: url, dataDirectory: directory } = settings;
  const database = await openDatabase({ url, directory, log: logger });
  opened.defer(() => database.close());
  await migrate(database);
  await database.transaction((trx) => loadGantour(trx, { bindStaff }));
  return database;
}

async function startStore(store: ChatStore, opened: AsyncDisposableStack): Promise<ChatStore> {
  opened.defer(() => store.stop());
  await store.start();
  return store;
}

async function openRedis(settings: Settings, opened: AsyncDisposableStack): Promise<ChatStore | undefined> {
  const { redisUrl: url, redisDurability: durability } = settings;
  return url === undefined ? undefined : startStore(createRedisChatStore({ url, durability }), opened);
}

async function openHouse(settings: Settings, overrides: Overrides, opened: AsyncDisposableStack): Promise<House> {
  const { clock = systemClock, ids = randomIds, logger = createLogger(settings.logLevel) } = overrides;
  // Before the database, so that a Redis that cannot be used is told before anything is made.
  const redis = await openRedis(settings, opened);
  const database = await openDatabaseFor(settings, logger, opened);
  const store = redis ?? (await startStore(createPostgresChatStore({ database }), opened));
  const shopKeeper = createShopKeeper(database, {
    onTrouble: (error) => logger.error({ err: error }, 'the catalogue could not be read again'),
  });
  await shopKeeper.reload();
  const directory = createDirectory(database, logger);
  opened.defer(() => directory.stop());
  await directory.start();
  const outbox = createOutbox(database, { queues, clock, log: logger });
  opened.defer(() => outbox.stop());
  await outbox.start();

  const metrics = createMetrics(() => store.counts());
  const tools: TradeTools = { outbox, clock, ids, shop: shopKeeper.shop, settings };
  const turns = createTurns(
    {
      ...{ flows, store, database, clock, ids, logger, shop: shopKeeper.shop, timeZone: settings.timeZone },
      speech: createSpeech(settings.timeZone),
      rolesOf: directory.rolesOf,
      holds: (chat, binding) => isBound(database.db, chat, binding),
      read: (actor, { name, input }) => reads[name](database.db, actor, input as never, tools),
      runCommand: (trx, actor, name, input) => runCommand(trx, actor, name, input, tools),
      reportParked: (trx, { chat }, command) => {
        const notice = { name: 'command.parked', command, chat } as const;
        return later(outbox, trx, 'notify', { to: { role: 'volunteer' }, event: { type: 'notice', notice } });
      },
      onTurn: (outcome) => {
        metrics.turns.inc({ outcome });
        if (outcome === 'buried') metrics.buried.inc();
      },
    },
    ids.next(),
  );
  return { database, store, shopKeeper, directory, outbox, tools, metrics, turns, logger };
}

/** Where everybody is played on one page, waiting can be cut short and everybody speaks its language. */
function playOf({ channels }: Settings, { database, store, shopKeeper }: House): Play {
  if (channels.some((name) => name !== 'simulator')) return {};
  const { isSample } = shopKeeper.shop().programme;
  return {
    waiting: { next: () => nextWaiting(database), pass: () => passWaiting(database) },
    speak: (language) => database.transaction((trx) => speakWithStaff(trx, 'simulator', language)),
    ...(isSample && { startOver: () => startOver({ database, forget: store.forget, bindStaff }) }),
  };
}

/** Receives, works and sends as the role says; resolves with the address of the web server, if this role has one. */
async function serve(settings: Settings, house: House, opened: AsyncDisposableStack): Promise<string | undefined> {
  const { database, store, shopKeeper, directory, outbox, tools, metrics, turns, logger } = house;
  const isWeb = settings.role !== 'worker';
  const isWorker = settings.role !== 'web';
  const media = createKeptMedia(database, tools.clock);
  const { clock, ids, shop } = tools;
  const simulator = await createSimulator({ database, shop, clock, ids, media, ...playOf(settings, house) });
  const channels = new Map<string, Channel>([[simulator.name, simulator]]);

  await shopKeeper.start();
  opened.defer(() => shopKeeper.stop());
  if (isWorker) {
    const sender = createSender(
      { store, channels, logger, onReceipt: (channel, outcome) => metrics.letters.inc({ channel, outcome }) },
      tools.ids.next(),
    );
    const jobs = createJobs({
      ...{ database, outbox, tools, directory, chats: store, clock: tools.clock, log: logger },
      onEnd: (name, outcome) => metrics.jobs.inc({ name, outcome }),
    });
    opened.defer(() => sender.stop());
    opened.defer(() => turns.stop());
    opened.defer(() => jobs.stop());
    const housekeeping = createHousekeeping({ database, clock, log: logger });
    opened.defer(() => housekeeping.stop());
    housekeeping.start();
    sender.start(lettersAtOnce);
    turns.start(turnsAtOnce);
    await jobs.start();
  }
  if (!isWeb) return undefined;

  const admit: Admit = async (incoming) => {
    const { chat, id, at } = incoming;
    const admission = await store.admit(chat, { from: 'person', id, at, incoming });
    if (admission.outcome === 'flooded' && admission.notice) {
      await store.admit(chat, { from: 'house', id: `flooded:${id}`, at, event: floodNotice });
    }
    return admission.outcome;
  };
  const checks = [
    { name: 'database', check: () => database.run('select 1', []) },
    { name: 'chats', check: () => store.counts() },
  ];
  const server = createWebServer({
    ...{ host: settings.host, port: settings.port, logger },
    routes: [healthRoutes(checks), metricsRoutes(metrics), mediaRoutes(findPhoto, media), simulator.routes],
  });
  opened.defer(() => server.stop());
  for (const channel of channels.values()) {
    opened.defer(() => channel.stop());
    await channel.start(admit);
  }
  return (await server.start()).url;
}

export function createApp(settings: Settings, overrides: Overrides = {}): App {
  const opened = new AsyncDisposableStack();
  let opening: Promise<House> | undefined;
  const open = () => {
    opening ??= openHouse(settings, overrides, opened);
    return opening;
  };
  return {
    async start() {
      try {
        return { url: await serve(settings, await open(), opened) };
      } catch (error) {
        // Whatever is open already would keep the process from ending.
        await opened.disposeAsync();
        throw error;
      }
    },
    async stop() {
      await opening?.catch(() => {});
      await opened.disposeAsync();
    },
    async handle(incoming) {
      return (await open()).turns.answer(incoming);
    },
  };
}
