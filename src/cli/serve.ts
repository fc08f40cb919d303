import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { readSettings } from '#config';
import type { Command } from './command.ts';

/** In ms; below the ten seconds after which an impatient supervisor kills. */
const longestStop = 8_000;

export const serve: Command = {
  help: `
Usage: bladi serve [--role all|web|worker]

Runs the server until it is told to stop (Ctrl-C or SIGTERM). Its settings come from the environment and
are listed in .env.example. With the embedded database there is one process, of role "all".

  --role   all (default), web (receives and serves pages) or worker (handles turns and sends)
`.trimStart(),

  async run(args, { env, output }) {
    const { values } = parseArgs({ args: [...args], options: { role: { type: 'string', default: 'all' } } });
    const settings = readSettings(env, values.role);
    // Loaded last, so that a wrong setting is told at once.
    const { createApp } = await import('#app');
    const app = createApp(settings);
    const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    const { url } = await app.start();
    if (url) output.write(`Bladi listens at ${url}\n`);
    await stopped;
    // Whoever asks a second time does not want to wait.
    process.once('SIGINT', () => process.exit(130));
    // A database or a Redis that does not answer may hold a stop up for long. What was under way is then gone on with at
    // the next start, as after any other end of the process.
    setTimeout(() => process.exit(0), longestStop).unref();
    await app.stop();
    return 0;
  },
};
