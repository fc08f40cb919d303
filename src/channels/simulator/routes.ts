/** The simulator over HTTP: its JSON door, the live stream of the page, the page and what it needs. */
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { streamSSE } from 'hono/streaming';
import type { Assets } from './assets.ts';
import { NobodyThere } from './chat-name.ts';
import type { Door } from './door.ts';
import { page } from './page.ts';
import { firstPhones } from './people.ts';
import { foreign, isForeign, type Play, playRoutes } from './play.ts';
import { NotTaken } from './receive.ts';
import type { Screens } from './screens.ts';

const largestBody = 64 * 1024;
/** A voice note of a minute. */
const largestVoice = 512 * 1024;
const longestWait = 30;
const mostPhones = 24;
/** A page follows everybody one can play, so that each of their phones can ring. */
const mostChats = 80;
/** How much of a long conversation a phone shows when it is opened. */
const shownAtFirst = 120;
/** How often a silent stream says that it is alive, in ms. */
const heartbeat = 20_000;

interface Parts {
  readonly door: Door;
  readonly screens: Screens;
  readonly assets: Assets;
  readonly play: Play;
  readonly closed: () => boolean;
}

export function createRoutes({ door, screens, assets, play, closed }: Parts): Hono {
  const app = new Hono();

  app.use(
    '/simulator/chats/*',
    bodyLimit({ maxSize: largestVoice, onError: (c) => c.json({ error: 'A voice note has at most 512 KB.' }, 413) }),
  );

  app.post('/simulator/chats/:chat/messages', async (c) => {
    if (isForeign(c)) return foreign(c);
    const written = await c.req.text();
    const json = parseJson(written);
    if (written.length > largestBody && !isVoice(json)) return c.json({ error: 'A message has at most 64 KB.' }, 413);
    const { id, outcome } = await door.post(c.req.param('chat'), json);
    if (outcome === 'taken') return c.json({ id }, 202);
    if (outcome === 'flooded')
      return c.json({ id, error: 'Too many messages at once; send it again in a moment.' }, 429);
    return c.json({ id, error: 'The server is not taking messages at the moment; send it again.' }, 503);
  });

  app.get('/simulator/chats/:chat/messages', async (c) => {
    const chat = await door.chat(c.req.param('chat'));
    const after = count(c.req.query('after'), 'after');
    const wait = Math.min(count(c.req.query('wait'), 'wait'), longestWait);
    const messages = await door.read(new Map([[chat, after]]), wait * 1000, c.req.raw.signal);
    return c.json({ messages: messages.map(({ chat: _, ...message }) => message) });
  });

  app.get('/simulator/people', async (c) => c.json({ people: await door.people() }));

  // One stream for the whole page: a browser opens few connections to one server.
  app.get('/simulator/stream', async (c) => {
    const chats = (c.req.queries('chat') ?? []).slice(0, mostChats);
    const afters = c.req.queries('after') ?? [];
    const cursors = new Map<string, number>();
    for (const [index, written] of chats.entries()) {
      const chat = await door.chat(written);
      const after = count(afters[index], 'after');
      cursors.set(chat, after > 0 ? after : await screens.beforeNewest(chat, shownAtFirst));
    }
    c.header('X-Accel-Buffering', 'no');
    return streamSSE(c, async (stream) => {
      const ended = new AbortController();
      stream.onAbort(() => ended.abort());
      await stream.writeSSE({ event: 'open', data: '' });
      while (!ended.signal.aborted && !closed()) {
        const messages = await door.read(cursors, heartbeat, ended.signal);
        for (const message of messages) {
          cursors.set(message.chat, message.seq);
          await stream.writeSSE({ data: JSON.stringify(message) });
        }
        if (messages.length === 0) await stream.write(':\n\n');
      }
    });
  });

  app.get('/simulator/images/:seq{[0-9]{1,15}}', async (c) => {
    const image = await screens.image(Number(c.req.param('seq')));
    if (!image) return c.notFound();
    return c.body(new Uint8Array(image.bytes), 200, {
      'Content-Type': image.mimeType,
      'Cache-Control': 'private, max-age=31536000, immutable',
    });
  });

  app.get('/simulator/assets/:name', (c) => assets.answer(c, c.req.param('name')));

  app.route('/', playRoutes(play));

  app.get('/', async (c) => {
    const [people, last] = await Promise.all([door.people(), door.last()]);
    const asked = (c.req.query('open') ?? '').split(',').filter(Boolean).slice(0, mostPhones);
    const open: string[] = [];
    for (const written of asked) {
      const chat = await door.chat(written).catch(() => undefined);
      if (chat !== undefined && !open.includes(chat)) open.push(chat);
    }
    const language = c.req.query('lang') ?? preferred(c.req.header('accept-language'));
    return c.html(
      await page({
        language: language === 'ar' ? 'ar' : 'fr',
        people,
        last,
        open: open.length ? open : firstPhones(people),
        isChosen: open.length > 0,
        hasWaiting: play.waiting !== undefined,
        hasStartOver: play.startOver !== undefined,
        hasSpeak: play.speak !== undefined,
      }),
      200,
      { 'Cache-Control': 'no-store' },
    );
  });

  app.onError((error, c) => {
    if (error instanceof NotTaken) return c.json({ error: error.message }, 400);
    if (error instanceof NobodyThere) return c.json({ error: error.message }, 404);
    if (error instanceof HTTPException) return error.getResponse();
    throw error;
  });
  return app;
}

function isVoice(json: unknown): boolean {
  return typeof json === 'object' && json !== null && 'voice' in json;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new NotTaken('The body is one JSON object, such as { "text": "bonjour" }.');
  }
}

function count(written: string | undefined, field: string): number {
  if (written === undefined || written === '') return 0;
  if (!/^\d{1,15}$/.test(written)) throw new NotTaken(`The parameter "${field}" takes a whole number from 0.`);
  return Number(written);
}

/** The first of our languages among those the browser names. */
function preferred(header = ''): string | undefined {
  return header.toLowerCase().match(/\b(ar|fr)\b/)?.[1];
}
