import { connect } from 'node:net';
import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OperatorError } from '#base/errors.ts';
import { createLogger } from '#base/logger.ts';
import { healthRoutes } from '#web/health.ts';
import { mediaRoutes } from '#web/media.ts';
import { createMetrics, metricsRoutes } from '#web/metrics.ts';
import { createWebServer, type WebServer } from '#web/server.ts';

const logger = createLogger('silent');
const metrics = createMetrics(async () => ({ waiting: 3, leased: 1, mail: 0, buried: 0 }));
const photo = { bytes: new Uint8Array([1, 2, 3]), mimeType: 'image/jpeg' };
const typesSent: Readonly<Record<string, string>> = {
  'kept/a-note-that-was-sent': 'audio/ogg; codecs=opus',
  'kept/a-page-that-was-sent': 'text/html',
  'kept/a-drawing-that-was-sent': 'image/svg+xml',
};
let isWell = true;
let server: WebServer;
let url: string;

function serverWith(routes: readonly Hono[], port = 0): WebServer {
  return createWebServer({ host: '127.0.0.1', port, routes, logger, largestBody: 1000 });
}

beforeAll(async () => {
  const app = new Hono();
  app.post('/echo', async (c) => c.text(await c.req.text()));
  app.get('/broken', () => {
    throw new Error('the secret is 42');
  });
  const checks = [
    { name: 'database', check: async () => {} },
    {
      name: 'chats',
      check: async () => {
        if (!isWell) throw new Error('redis://user:password@host is away');
      },
    },
  ];
  server = serverWith([
    app,
    healthRoutes(checks),
    metricsRoutes(metrics),
    mediaRoutes(async (source) => (source === 'shop/miel-thym.jpg' ? photo : undefined), {
      read: async (source) => ({ ...photo, mimeType: typesSent[source] ?? '' }),
    }),
  ]);
  url = (await server.start()).url;
});
afterAll(() => server.stop(0));

describe('every answer', () => {
  it('forbids what is not a file of ours', async () => {
    for (const path of ['/health/live', '/nowhere', '/broken']) {
      const { headers } = await fetch(url + path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self';");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('is a sentence with 404 where nothing is', async () => {
    const answer = await fetch(`${url}/nowhere`);
    expect([answer.status, await answer.json()]).toEqual([404, { error: expect.stringMatching(/\.$/) }]);
  });

  it('tells nothing of the inside with 500', async () => {
    const answer = await fetch(`${url}/broken`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('42');
  });
});

describe('bodies', () => {
  it('are taken up to the limit', async () => {
    const body = 'a'.repeat(1000);
    expect(await (await fetch(`${url}/echo`, { method: 'POST', body })).text()).toBe(body);
  });

  it('are refused above it, told or not', async () => {
    const told = await fetch(`${url}/echo`, { method: 'POST', body: 'a'.repeat(1001) });
    expect(told.status).toBe(413);
    const stream = new Blob(['a'.repeat(700), 'b'.repeat(700)]).stream();
    const untold = await fetch(`${url}/echo`, { method: 'POST', body: stream, duplex: 'half' });
    expect(untold.status).toBe(413);
  });
});

describe('health', () => {
  it('is live as long as the process answers', async () => {
    expect(await (await fetch(`${url}/health/live`)).json()).toEqual({ status: 'ok' });
  });

  it('is ready when every check passes, and names the one that fails without saying why', async () => {
    const ready = await fetch(`${url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ok', checks: { database: 'ok', chats: 'ok' } },
    ]);
    isWell = false;
    const failed = await fetch(`${url}/health/ready`);
    const said = await failed.text();
    isWell = true;
    expect(failed.status).toBe(503);
    expect(JSON.parse(said)).toEqual({ status: 'failed', checks: { database: 'ok', chats: 'failed' } });
    expect(said).not.toContain('password');
  });
});

it('counts in the form Prometheus reads', async () => {
  metrics.turns.inc({ outcome: 'committed' });
  const answer = await fetch(`${url}/metrics`);
  const said = await answer.text();
  expect(answer.headers.get('content-type')).toContain('text/plain');
  expect(said).toContain('bladi_turns_total{outcome="committed"} 1');
  expect(said).toContain('bladi_chats{what="waiting"} 3');
  expect(said).toContain('process_cpu_seconds_total');
});

describe('photos of the shop', () => {
  it('are kept by browsers and asked again by their tag', async () => {
    const answer = await fetch(`${url}/media/shop/miel-thym.jpg`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(answer.headers.get('cache-control')).toContain('max-age');
    const again = await fetch(`${url}/media/shop/miel-thym.jpg`, {
      headers: { 'If-None-Match': answer.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('are found by their plain name only', async () => {
    for (const path of [
      '/media/shop/none.jpg',
      '/media/shop/..%2f..%2fpackage.json',
      '/media/shop/a%00.jpg',
      '/media/x.jpg',
    ]) {
      expect([path, (await fetch(url + path)).status]).toEqual([path, 404]);
    }
  });
});

describe('what people sent', () => {
  it.each([
    ['a note', 'kept/a-note-that-was-sent', 'audio/ogg; codecs=opus'],
    ['a page', 'kept/a-page-that-was-sent', 'application/octet-stream'],
    ['a drawing that can hold scripts', 'kept/a-drawing-that-was-sent', 'application/octet-stream'],
  ])('is heard and seen, but never a page of ours: %s', async (_, source, type) => {
    const answer = await fetch(`${url}/media/${source}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect(answer.headers.get('cache-control')).toContain('private');
  });
});

describe('starting and stopping', () => {
  it('says which setting to change when the port is taken', async () => {
    const second = serverWith([], Number(new URL(url).port));
    await expect(second.start()).rejects.toThrow(OperatorError);
    await expect(second.start()).rejects.toThrow(/set PORT/);
  });

  it('cuts a connection that is still silent when the time to stop is over', async () => {
    const stopping = serverWith([]);
    const { port } = await stopping.start();
    const socket = connect(port, '127.0.0.1');
    const ended = new Promise((resolve) => socket.once('close', resolve).on('error', () => {}));
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write('POST / HTTP/1.1\r\nHost: a\r\n');
    await stopping.stop(20);
    await ended;
  });

  it('lets a request under way finish', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let reached = () => {};
    const arrived = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const app = new Hono();
    app.get('/slow', async (c) => {
      reached();
      await held;
      return c.text('done');
    });
    const stopping = serverWith([app]);
    const started = await stopping.start();
    const answer = fetch(`${started.url}/slow`);
    await arrived;
    const stopped = stopping.stop(10_000);
    release();
    expect(await (await answer).text()).toBe('done');
    await stopped;
  });
});
