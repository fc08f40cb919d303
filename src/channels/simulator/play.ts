/** What only the simulator offers: to let the waiting pass, and to start over. */
import { type Context, Hono } from 'hono';
import type { Outgoing } from '#channels/channel.ts';

type Language = Outgoing['language'];

/** Something that waits for its time. */
export interface Waiting {
  /** The name of the job: `order.tell`, `answer.due`. */
  readonly name: string;
  readonly step?: string;
  /** When it would happen by itself, in milliseconds since 1970. */
  readonly at: number;
}

export interface Play {
  readonly waiting?: {
    /** What would happen next. */
    next(): Promise<Waiting | undefined>;
    /** Lets it happen now. */
    pass(): Promise<unknown>;
  };
  /** Back to the state of a first start. */
  startOver?(): Promise<void>;
  /** Whoever plays everybody reads this language: staff who have written nothing yet are spoken to in it. */
  speak?(language: Language): Promise<void>;
}

/** True when a request comes from another site: one that is open in the same browser must not play the cooperatives. */
export function isForeign(c: Context): boolean {
  const origin = c.req.header('origin');
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== c.req.header('host');
}

export function foreign(c: Context): Response {
  return c.json({ error: 'Messages are taken from this server’s own page only.' }, 403);
}

export function playRoutes({ waiting, startOver, speak }: Play): Hono {
  const app = new Hono();
  if (waiting) {
    app.get('/simulator/waiting', async (c) => c.json({ next: shown(await waiting.next()) }));
    app.post('/simulator/waiting', async (c) => {
      if (isForeign(c)) return foreign(c);
      await waiting.pass();
      return c.json({ next: shown(await waiting.next()) });
    });
  }
  if (startOver) {
    app.post('/simulator/start-over', async (c) => {
      if (isForeign(c)) return foreign(c);
      await startOver();
      return c.json({});
    });
  }
  if (speak) {
    app.post('/simulator/language/:language{ar|fr}', async (c) => {
      if (isForeign(c)) return foreign(c);
      await speak(c.req.param('language') as Language);
      return c.json({});
    });
  }
  return app;
}

function shown(waiting: Waiting | undefined) {
  if (!waiting) return null;
  const { name, step, at } = waiting;
  return { name, ...(step !== undefined && { step }), at };
}
