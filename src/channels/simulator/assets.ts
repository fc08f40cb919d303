/** The files of the page, read once and told apart by their content. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Context } from 'hono';

/** All that the page's own files are called. */
const own = [
  'colours.css',
  'page.css',
  'people.css',
  'phone.css',
  'bubble.css',
  'composer.css',
  'dialog.css',
  'coach.css',
  'main.js',
  'stream.js',
  'people.js',
  'phones.js',
  'phone.js',
  'thread.js',
  'bubble.js',
  'composer.js',
  'recorder.js',
  'player.js',
  'map.js',
  'dialogs.js',
  'play.js',
  'coach.js',
  'guide.js',
  'guide-steps.js',
  'watch.js',
  'words.js',
  'draw.js',
  'post.js',
  'icon.svg',
  'zellige.svg',
];
/** The scripts, which a browser fetches side by side when it knows of them before it has read the first. */
export const scripts = own.filter((name) => name.endsWith('.js'));

const fonts = ['arabic-400', 'arabic-700', 'latin-400', 'latin-700'];

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

export interface Assets {
  answer(c: Context, name: string): Response | Promise<Response>;
}

export async function loadAssets(): Promise<Assets> {
  const resolve = createRequire(import.meta.url).resolve;
  const files = new Map<string, { bytes: Uint8Array<ArrayBuffer>; tag: string; type: string; keep: string }>();
  const add = async (name: string, path: string | URL, keep: string) => {
    const bytes = new Uint8Array(await readFile(path));
    const tag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 16)}"`;
    files.set(name, { bytes, tag, type: types[name.slice(name.lastIndexOf('.') + 1)] ?? '', keep });
  };
  await Promise.all([
    // Asked again at each visit, answered by 304: a page and its script are always of one version.
    ...own.map((name) => add(name, new URL(`./assets/${name}`, import.meta.url), 'no-cache')),
    ...fonts.map((cut) => {
      const path = resolve(`@fontsource/noto-sans-arabic/files/noto-sans-arabic-${cut}-normal.woff2`);
      return add(`font-${cut}.woff2`, path, 'public, max-age=2592000');
    }),
  ]);

  return {
    answer(c, name) {
      const file = files.get(name);
      if (!file) return c.notFound();
      const headers = { 'Content-Type': file.type, 'Cache-Control': file.keep, ETag: file.tag };
      if (c.req.header('if-none-match') === file.tag) return c.body(null, 304, headers);
      return c.body(file.bytes, 200, headers);
    },
  };
}
