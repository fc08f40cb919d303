/** Files kept by the house: the photos of the shop, and what people sent. */
import { Hono } from 'hono';

export interface Picture {
  readonly bytes: Uint8Array;
  readonly mimeType: string;
}

export interface Kept {
  read(source: string): Promise<Picture | undefined>;
}

/** What people send comes with a type that somebody else has named: no page and no script is ever shown as one of ours. */
const harmless = /^(?:audio\/[\w.+-]+|image\/(?:jpeg|png|webp))(?:;|$)/;

/** `find` is given the source of a `MediaReference`, such as `shop/miel-thym.jpg`; `kept` those of what people sent. */
export function mediaRoutes(find: (source: string) => Promise<Picture | undefined>, kept?: Kept): Hono {
  const app = new Hono();
  app.get('/media/shop/:file{[a-z0-9][a-z0-9_-]{0,99}\\.(?:jpg|png|webp)}', async (c) => {
    const picture = await find(`shop/${c.req.param('file')}`);
    if (!picture) return c.notFound();
    const tag = `"${await digest(picture.bytes)}"`;
    // A photo may be replaced under the same name: kept for an hour, then asked for again.
    const headers = { 'Cache-Control': 'public, max-age=3600', ETag: tag };
    if (c.req.header('if-none-match') === tag) return c.body(null, 304, headers);
    return c.body(new Uint8Array(picture.bytes), 200, { ...headers, 'Content-Type': picture.mimeType });
  });
  app.get('/media/kept/:id{[A-Za-z0-9_-]{16,64}}', async (c) => {
    const file = await kept?.read(`kept/${c.req.param('id')}`);
    if (!file) return c.notFound();
    // Of one person for another: nothing in between may keep it.
    return c.body(new Uint8Array(file.bytes), 200, {
      'Content-Type': harmless.test(file.mimeType) ? file.mimeType : 'application/octet-stream',
      'Cache-Control': 'private, max-age=3600',
      'X-Content-Type-Options': 'nosniff',
    });
  });
  return app;
}

async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Buffer.from(hash).toString('base64url').slice(0, 16);
}
