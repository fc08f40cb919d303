import { readFile } from 'node:fs/promises';

const form = /^shop\/([a-z0-9-]{1,60}\.jpg)$/;

/** The photo behind a media source such as `shop/miel-thym.jpg`, or `undefined` when the sample data has none so named. */
export async function findPhoto(source: string): Promise<{ bytes: Uint8Array; mimeType: string } | undefined> {
  const [, file] = form.exec(source) ?? [];
  if (file === undefined) return undefined;
  try {
    return { bytes: await readFile(new URL(`./photos/${file}`, import.meta.url)), mimeType: 'image/jpeg' };
  } catch {
    return undefined;
  }
}
