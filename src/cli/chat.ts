import { open } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { OperatorError } from '#base/errors.ts';
import { createTerminal } from '#channels/terminal/terminal.ts';
import { readSettings, type Settings } from '#config';
import { type Command, UsageError } from './command.ts';
import { createNaming } from './transcript/placeholders.ts';
import { actOf, writeLine } from './transcript/transcript.ts';
import { createWire, isServed } from './wire.ts';

export const chat: Command = {
  help: `
Usage: bladi chat [--as WHO] [--lang ar|fr] [--save FILE]

Chats in the terminal. Where a server runs at HOST and PORT its conversations are joined; otherwise one is
started for as long as the chat lasts.

  --as     customer (default), any customer's name, cooperative:<slug>, distributor:<slug>, shelf:<slug>, volunteer
  --lang   begins in this language
  --save   writes the conversation to FILE, for "bladi play FILE"

What you type is sent. Lines of their own kind:
  @cooperative:nour                 goes on as somebody else; earlier phones stay open
  [location 32.2363, -7.9536]       sends a place
  [choice product:miel-thym]        taps a choice
Ctrl-D ends.
`.trimStart(),

  async run(args, { env, input, output }) {
    const { values } = parseArgs({
      args: [...args],
      options: { as: { type: 'string', default: 'customer' }, lang: { type: 'string' }, save: { type: 'string' } },
    });
    if (values.lang !== undefined && values.lang !== 'ar' && values.lang !== 'fr') {
      throw new UsageError('--lang takes ar or fr.');
    }
    const record = await recorder(values.save);
    const server = await join(readSettings({ LOG_LEVEL: 'error', ...env }));
    try {
      const terminal = createTerminal({ wire: createWire(server.url), input, output, actOf, record: record.write });
      await terminal.run({ chat: values.as, ...(values.lang && { language: values.lang }) });
      return 0;
    } finally {
      await record.close();
      await server.leave();
    }
  },
};

/** The running server, or one of our own for the while. */
async function join(settings: Settings): Promise<{ url: string; leave(): Promise<void> }> {
  const running = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${settings.port}`;
  if (settings.port !== 0 && (await isServed(running))) return { url: running, leave: async () => {} };
  if (!settings.channels.includes('simulator')) throw new OperatorError('CHANNELS must name the simulator for a chat.');
  // Joining a running server needs nothing of it.
  const { createApp } = await import('#app');
  const app = createApp(settings);
  const { url } = await app.start();
  if (url === undefined) throw new OperatorError('A chat needs a server of role all or web.');
  return { url, leave: () => app.stop() };
}

async function recorder(path: string | undefined) {
  if (path === undefined) return { write: async () => {}, close: async () => {} };
  const file = await open(path, 'w').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--save cannot write ${path} (${error.code}).`);
  });
  const naming = createNaming();
  let current: string | undefined;
  let written = Promise.resolve();
  return {
    write(chatName: string, from: 'person' | 'bot', text: string) {
      const heading = chatName === current ? '' : `${current === undefined ? '' : '\n'}@${chatName}\n`;
      current = chatName;
      const lines = `${heading}${writeLine({ from, text: naming[from](text) })}\n`;
      // One after the other: several phones speak at once.
      written = written.then(async () => void (await file.write(lines)));
      return written;
    },
    async close() {
      await written.finally(() => file.close());
    },
  };
}
