/**
 * Draws the sample products: `node examples/gantour/draw-photos.ts [code…]`. JPEG, because every channel shows it, and
 * light, because many phones pay for each kilobyte.
 */
import { writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { createCanvas } from './drawing/canvas.ts';
import { pictures } from './drawing/pictures/index.ts';

const heaviest = 40 * 1024;
const asked = process.argv.slice(2);

for (const [code, draw] of Object.entries(pictures)) {
  if (asked.length > 0 && !asked.includes(code)) continue;
  const svg = draw(createCanvas(seedOf(code)));
  await writeFile(new URL(`photos/${code}.jpg`, import.meta.url), await lightEnough(svg));
}

/** The best quality that stays within the weight. */
async function lightEnough(svg: string): Promise<Buffer> {
  const pixels = await sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).png().toBuffer();
  for (let quality = 86; ; quality -= 4) {
    const jpeg = await sharp(pixels).jpeg({ quality, mozjpeg: true }).toBuffer();
    if (jpeg.length <= heaviest || quality < 40) return jpeg;
  }
}

function seedOf(code: string): number {
  return [...code].reduce((seed, letter) => Math.imul(seed, 31) + letter.charCodeAt(0), 7);
}
