import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '#config';
import { type Command, UsageError } from './command.ts';
import { playTranscript, rewriteTranscript } from './transcript/player.ts';
import { parseTranscript } from './transcript/transcript.ts';
import { createWire, type Wire } from './wire.ts';

export const play: Command = {
  help: `
Usage: bladi play [--update] FILE...

Plays saved conversations (bladi chat --save FILE) again, each on a fresh system of its own with the
sample catalogue, and compares what is said. Order numbers, codes and days stand as {number}, {code} and
{day} in the file, and a line that is only … for whatever is said there. Ends with status 1 at the first
difference, which it shows.

  --update   writes what is said now into the files instead
`.trimStart(),

  async run(args, { output, errors }) {
    const { positionals, values } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { update: { type: 'boolean', default: false } },
    });
    if (positionals.length === 0) throw new UsageError('play takes the name of a file.');
    for (const path of positionals) {
      const source = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        throw new UsageError(`${path} cannot be read (${error.code}).`);
      });
      const lines = parseTranscript(source, path);
      if (values.update) {
        await writeFile(path, await alone((wire) => rewriteTranscript(lines, wire)));
        continue;
      }
      const difference = await alone((wire) => playTranscript(lines, wire, path));
      if (difference !== undefined) {
        errors.write(`${difference}\n`);
        return 1;
      }
      output.write(`${path}: all as written\n`);
    }
    return 0;
  },
};

/** A system that nobody has used yet, for one play. */
async function alone<Result>(playOn: (wire: Wire) => Promise<Result>): Promise<Result> {
  // Loaded last, so that a mistake in the file is told at once.
  const { createApp } = await import('#app');
  const directory = await mkdtemp(join(tmpdir(), 'bladi-play-'));
  try {
    const app = createApp(readSettings({ PORT: '0', DATA_DIR: directory, LOG_LEVEL: 'fatal' }));
    try {
      const { url } = await app.start();
      return await playOn(createWire(url ?? ''));
    } finally {
      await app.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
