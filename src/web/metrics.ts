/** What is counted, in the form Prometheus reads. */
import { Hono } from 'hono';
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client';

export interface Metrics {
  readonly registry: Registry;
  /** Turns handled, by outcome: `committed`, `stale`, `threw`. */
  readonly turns: Counter<'outcome'>;
  /** Attempts to send a letter, by channel and receipt. */
  readonly letters: Counter<'channel' | 'outcome'>;
  /** Jobs run, by name and outcome: `done`, `failed`. */
  readonly jobs: Counter<'name' | 'outcome'>;
  /** Turns given up after failing too often. */
  readonly buried: Counter;
}

/** What lies in the chat store, asked for when the numbers are read. */
export type CountChats = () => Promise<{ waiting: number; leased: number; mail: number; buried: number }>;

export function createMetrics(countChats?: CountChats): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  if (countChats) {
    new Gauge({
      name: 'bladi_chats',
      help: 'What lies in the chat store',
      labelNames: ['what'],
      registers,
      async collect() {
        for (const [what, count] of Object.entries(await countChats())) this.set({ what }, count);
      },
    });
  }
  return {
    registry,
    turns: new Counter({ name: 'bladi_turns_total', help: 'Turns handled', labelNames: ['outcome'], registers }),
    letters: new Counter({
      name: 'bladi_letters_total',
      help: 'Attempts to send a letter',
      labelNames: ['channel', 'outcome'],
      registers,
    }),
    jobs: new Counter({ name: 'bladi_jobs_total', help: 'Jobs run', labelNames: ['name', 'outcome'], registers }),
    buried: new Counter({ name: 'bladi_buried_total', help: 'Turns given up', registers }),
  };
}

export function metricsRoutes({ registry }: Metrics): Hono {
  const app = new Hono();
  app.get('/metrics', async (c) => c.body(await registry.metrics(), 200, { 'Content-Type': registry.contentType }));
  return app;
}
