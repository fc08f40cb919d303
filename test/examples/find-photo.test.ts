import { expect, it } from 'vitest';
import { findPhoto } from '#examples/gantour/find-photo.ts';

it('finds the photo of a product as JPEG', async () => {
  const photo = await findPhoto('shop/miel-thym.jpg');
  expect(photo?.mimeType).toBe('image/jpeg');
  expect([...(photo?.bytes.subarray(0, 3) ?? [])]).toEqual([0xff, 0xd8, 0xff]);
});

it.each(['shop/nothing.jpg', 'shop/../load.ts', 'shop/%2e%2e/load.ts', 'miel-thym.jpg', 'provider:1', ''])(
  'finds nothing for %j',
  async (source) => {
    expect(await findPhoto(source)).toBeUndefined();
  },
);
