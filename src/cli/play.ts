import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSettings } from '#config';
import { type Command, UsageError } from './command.ts';
import { playTranscript } from './transcript/player.ts';
import { parseTranscript } from './transcript/transcript.ts';
import { createWire } from './wire.ts';

export const play: Command = {
  help: `
Usage: bladi play FILE...

Plays saved conversations (bladi chat --save FILE) again, each on a fresh system of its own with the
sample catalogue, and compares what is said. Order numbers, codes and days stand as {number}, {code} and
{day} in the file. Ends with status 1 at the first difference, which it shows.
`.trimStart(),

  async run(args, { output, errors }) {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true });
    if (positionals.length === 0) throw new UsageError('play takes the name of a file.');
    for (const path of positionals) {
      const source = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        throw new UsageError(`${path} cannot be read (${error.code}).`);
      });
      const difference = await playAlone(source, path);
      if (difference !== undefined) {
        errors.write(`${difference}\n`);
        return 1;
      }
      output.write(`${path}: all as written\n`);
    }
    return 0;
  },
};

/** Undefined when all is said as it is written, else where and how it is not. */
async function playAlone(source: string, path: string): Promise<string | undefined> {
  const lines = parseTranscript(source, path);
  // Loaded last, so that a mistake in the file is told at once.
  const { createApp } = await import('#app');
  const directory = await mkdtemp(join(tmpdir(), 'bladi-play-'));
  try {
    const environment = { PORT: '0', DATA_DIR: directory, LOG_LEVEL: 'fatal', UNDO_SECONDS: '0' };
    const app = createApp(readSettings(environment));
    try {
      const { url } = await app.start();
      return await playTranscript(lines, createWire(url ?? ''), path);
    } finally {
      await app.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
