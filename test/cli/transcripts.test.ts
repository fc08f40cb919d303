import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { runCommandLine } from '#test/support/world.ts';

const folder = new URL('../transcripts/', import.meta.url);

for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
  it(`plays ${name} as it is written`, { timeout: 180_000 }, async () => {
    const ended = await runCommandLine(['play', new URL(name, folder).pathname]);
    expect(ended.errors).toBe('');
    expect(ended.status).toBe(0);
  });
}
