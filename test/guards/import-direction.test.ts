import { describe, expect, it } from 'vitest';
import { fileOf, type Source, sourcesOf } from './sources.ts';

interface Room {
  /** Files whose path begins so; the longest beginning decides. */
  readonly room: string;
  /** What it may use besides itself. */
  readonly uses?: readonly string[];
  /** What it may use the types of, and nothing that runs. */
  readonly types?: readonly string[];
}

const base = 'src/base/';
const database = 'src/database/';
const trade = 'src/trade/';
const channel = 'src/channels/channel.ts';
const numberedText = 'src/channels/numbered-text.ts';
const chatStore = 'src/chats/chat-store.ts';
const understanding = 'src/understanding/';
const flows = 'flows/';
const speech = 'src/speech/';
const conversation = 'src/conversation/';
const locales = 'locales/';
const config = 'src/config.ts';
const everythingBelow = [
  base,
  database,
  trade,
  channel,
  numberedText,
  chatStore,
  understanding,
  flows,
  speech,
  conversation,
  locales,
];

/** From the ground up. A room uses itself and what is named here; everything else is above it or beside it. */
const table: readonly Room[] = [
  { room: base },
  { room: locales },
  { room: database, uses: [base], types: [trade] },
  { room: 'src/channels/', uses: [base] },
  { room: 'src/chats/', uses: [base], types: [channel] },
  { room: 'src/chats/redis/', uses: [base, channel, 'src/chats/'] },
  { room: 'src/chats/postgres/', uses: [base, channel, database, 'src/chats/'] },
  { room: trade, uses: [base, database], types: [channel] },
  {
    room: 'src/channels/simulator/',
    uses: [base, channel, numberedText, database, trade, locales],
    types: ['src/media/'],
  },
  // The terminal plays over the simulator's door, and so speaks its messages.
  { room: 'src/channels/terminal/', uses: [base, channel, numberedText, 'src/channels/simulator/message.ts', locales] },
  { room: understanding, uses: [base, 'src/trade/orders/number.ts'], types: [trade, 'flows/kit.ts'] },
  { room: flows, uses: [base, trade], types: [channel, locales, 'src/understanding/meaning.ts'] },
  { room: speech, uses: [base, locales], types: [channel, flows, trade] },
  { room: conversation, uses: [base, database, channel, chatStore, trade, understanding, flows, speech, locales] },
  { room: 'src/jobs/', uses: everythingBelow },
  { room: 'src/web/', uses: everythingBelow },
  { room: 'src/media/', uses: [base, database], types: [channel] },
  { room: config, uses: [base], types: ['src/trade/tools.ts'] },
  { room: 'src/app.ts', uses: ['src/', flows, locales, 'examples/'] },
  {
    room: 'src/cli/',
    uses: [...everythingBelow, 'src/app.ts', config, 'src/jobs/', 'src/web/', 'src/channels/', 'examples/'],
  },
  { room: 'src/main.ts', uses: ['src/cli/', 'src/app.ts', config, base] },
  { room: 'examples/', uses: [base, database, trade], types: [channel] },
  { room: 'bench/', uses: ['src/', flows, locales, 'examples/', 'test/support/'] },
];

/** Within the trade, from the ground up: what stands further down the list uses what stands above it. */
const tradeRooms = ['ledger/', 'people/', 'catalogue/', 'orders/', 'shelves/', 'deliveries/', 'volunteers/'];

const sources = sourcesOf('src/**/*.ts', 'flows/**/*.ts', 'locales/*.ts', 'examples/**/*.ts', 'bench/**/*.ts');

function roomOf(file: string): Room | undefined {
  return table
    .filter(({ room }) => file.startsWith(room))
    .sort((a, b) => b.room.length - a.room.length)
    .at(0);
}

function isAllowed(target: string, isType: boolean, room: Room): boolean {
  const allowed = [room.room, ...(room.uses ?? []), ...(isType ? (room.types ?? []) : [])];
  return allowed.some((one) => target.startsWith(one));
}

function* importsOf(source: Source) {
  for (const { from, isType } of source.imports) {
    const target = fileOf(from, source.path);
    if (target !== undefined) yield { target, isType, from };
  }
}

describe('the direction of imports', () => {
  it('follows the table', () => {
    const against: string[] = [];
    for (const source of sources) {
      const room = roomOf(source.path);
      if (room === undefined) against.push(`${source.path} stands in no room of the table`);
      else {
        for (const { target, isType } of importsOf(source)) {
          if (!isAllowed(target, isType, room)) against.push(`${source.path} → ${target}${isType ? ' (type)' : ''}`);
        }
      }
    }
    expect(against).toEqual([]);
  });

  it('goes upwards within the trade', () => {
    const rank = (file: string) => tradeRooms.findIndex((room) => file.startsWith(trade + room));
    const against = sources
      .filter((source) => rank(source.path) >= 0)
      .flatMap((source) =>
        [...importsOf(source)]
          .filter(({ target, isType }) => !isType && rank(target) > rank(source.path))
          .map(({ target }) => `${source.path} → ${target}`),
      );
    expect(against).toEqual([]);
  });

  it('keeps conversations away from everything that acts: what they run of the trade is pure', () => {
    const byPath = new Map(sources.map((source) => [source.path, source]));
    const acting = /^(?:node:|kysely$|pg$|pg-boss$|ioredis$|hono|@)/;
    const seen = new Set<string>();
    const against: string[] = [];
    const walk = (source: Source, way: readonly string[]) => {
      if (seen.has(source.path)) return;
      seen.add(source.path);
      for (const { from, isType } of source.imports) {
        if (isType) continue;
        const target = fileOf(from, source.path);
        if (acting.test(from) || target?.startsWith(database)) against.push([...way, source.path, from].join(' → '));
        const next = target === undefined ? undefined : byPath.get(target);
        if (next !== undefined) walk(next, [...way, source.path]);
      }
    };
    for (const source of sources) if (source.path.startsWith(flows)) walk(source, []);
    expect(against).toEqual([]);
  });

  it('names adapters in app.ts alone', () => {
    const adapter = /^src\/(?:channels|chats)\/([a-z-]+)\//;
    const against = sources
      .filter(({ path }) => !/^(?:src\/(?:app\.ts|cli\/|channels\/terminal\/)|bench\/)/.test(path))
      .flatMap((source) =>
        [...importsOf(source)]
          .filter(({ target }) => adapter.test(target) && adapter.exec(target)?.[0] !== adapter.exec(source.path)?.[0])
          .map(({ target }) => `${source.path} → ${target}`),
      );
    expect(against).toEqual([]);
  });

  it('crosses from room to room by # names', () => {
    const against = sources.flatMap((source) =>
      [...importsOf(source)]
        .filter(({ from, target }) => from.startsWith('.') && roomOf(target) !== roomOf(source.path))
        .map(({ from }) => `${source.path} → ${from}`),
    );
    expect(against).toEqual([]);
  });
});
