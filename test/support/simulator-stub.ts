/** The simulator on a server of its own, before an echo instead of conversations. */
import { systemClock } from '#base/clock.ts';
import { createLogger } from '#base/logger.ts';
import type { Admit, Incoming, Outgoing } from '#channels/channel.ts';
import { createSimulator, type Simulator } from '#channels/simulator/index.ts';
import type { Play } from '#channels/simulator/play.ts';
import type { Database } from '#database/database.ts';
import { createKeptMedia } from '#media/kept-media.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import { mediaRoutes } from '#web/media.ts';
import { createWebServer } from '#web/server.ts';
import { testDatabase } from './database.ts';
import { sampleShop } from './shop.ts';

export interface SimulatorStub {
  readonly url: string;
  readonly simulator: Simulator;
  /** Every message that was admitted, once per id. */
  readonly admitted: Incoming[];
  /** Sends a letter as the house would. */
  say(chat: string, key: string, outgoing: Outgoing): Promise<void>;
  stop(): Promise<void>;
}

interface StubOptions extends Play {
  /** Already migrated; kept open when the stub stops. */
  readonly database?: Database;
  /** What the house answers; nothing by default. */
  readonly answer?: (incoming: Incoming) => readonly Outgoing[];
  readonly admit?: Admit;
  readonly shop?: Shop;
  readonly port?: number;
}

export async function startSimulatorStub(options: StubOptions = {}): Promise<SimulatorStub> {
  const database = options.database ?? (await testDatabase());
  const media = createKeptMedia(database, systemClock);
  const { waiting, startOver, speak } = options;
  const simulator = await createSimulator({
    ...{ database, media, shop: () => options.shop ?? sampleShop },
    ...(waiting && { waiting }),
    ...(startOver && { startOver }),
    ...(speak && { speak }),
  });
  const server = createWebServer({
    host: '127.0.0.1',
    port: options.port ?? 0,
    routes: [simulator.routes, mediaRoutes(async () => undefined, media)],
    logger: createLogger('silent'),
  });
  const admitted: Incoming[] = [];
  const seen = new Set<string>();
  const say = async (chat: string, key: string, outgoing: Outgoing) => {
    await simulator.send({ chat: `simulator:${chat}`, key, outgoing });
  };
  const admit: Admit = async (incoming) => {
    const id = `${incoming.chat} ${incoming.id}`;
    if (seen.has(id)) return 'duplicate';
    seen.add(id);
    admitted.push(incoming);
    for (const [index, outgoing] of (options.answer?.(incoming) ?? []).entries()) {
      await simulator.send({ chat: incoming.chat, key: `${incoming.id}|${index}`, outgoing });
    }
    return 'admitted';
  };
  await simulator.start(options.admit ?? admit);
  const { url } = await server.start();
  return {
    url,
    simulator,
    admitted,
    say,
    async stop() {
      await simulator.stop();
      await server.stop(100);
      if (!options.database) await database.close();
    },
  };
}
