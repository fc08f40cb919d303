/** Whether the process lives, and whether it can do its work. */
import { Hono } from 'hono';

export interface HealthCheck {
  readonly name: string;
  /** Resolves when all is well, rejects otherwise. */
  check(): Promise<unknown>;
}

/** A check that does not answer in time counts as failed. */
const longest = 3000;

export function healthRoutes(checks: readonly HealthCheck[]): Hono {
  const app = new Hono();
  app.use('/health/*', async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
  });
  app.get('/health/live', (c) => c.json({ status: 'ok' }));
  app.get('/health/ready', async (c) => {
    const results = await Promise.all(checks.map(async ({ name, check }) => [name, await passes(check)] as const));
    const ready = results.every(([, passed]) => passed);
    const said = Object.fromEntries(results.map(([name, passed]) => [name, passed ? 'ok' : 'failed']));
    return c.json({ status: ready ? 'ok' : 'failed', checks: said }, ready ? 200 : 503);
  });
  return app;
}

/** Why a check fails may name hosts and users: it is for the log, not for whoever asks. */
async function passes(check: () => Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), longest);
  });
  const checked = (async () => check())().then(
    () => true,
    () => false,
  );
  return Promise.race([checked, late]).finally(() => clearTimeout(timer));
}
