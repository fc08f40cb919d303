/** Finds the command that was asked for, runs it, and says in one sentence what a user did wrong. */
import { OperatorError } from '#base/errors.ts';
import { type Command, UsageError, type World } from './command.ts';

/** Loaded only when asked for: starting one command must not cost the others. */
const commands: Readonly<Record<string, { readonly summary: string; readonly load: () => Promise<Command> }>> = {
  serve: {
    summary: 'run the server, with the channels named in CHANNELS',
    load: async () => (await import('./serve.ts')).serve,
  },
  chat: {
    summary: 'chat in the terminal as a customer, a cooperative, a distributor, a shelf or a volunteer',
    load: async () => (await import('./chat.ts')).chat,
  },
  play: {
    summary: 'play a saved conversation again and compare what is said',
    load: async () => (await import('./play.ts')).play,
  },
  flows: {
    summary: 'draw the conversations into docs/flows/',
    load: async () => (await import('./flows.ts')).flows,
  },
};

const thisProcess: World = {
  env: process.env,
  input: process.stdin,
  output: process.stdout,
  errors: process.stderr,
};

export async function run(args: readonly string[], world: World = thisProcess): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    (name === undefined ? world.errors : world.output).write(overview());
    return name === undefined ? 2 : 0;
  }
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!found) {
    world.errors.write(`There is no command "${name}"; bladi has ${Object.keys(commands).join(', ')}.\n`);
    return 2;
  }
  try {
    const command = await found.load();
    if (rest.includes('--help') || rest.includes('-h')) {
      world.output.write(`${command.help.trimEnd()}\n`);
      return 0;
    }
    return await command.run(rest, world);
  } catch (error) {
    if (isMistake(error)) {
      world.errors.write(`${sentenceOf(error)} See: bladi ${name} --help\n`);
      return 2;
    }
    if (error instanceof OperatorError) {
      world.errors.write(`${error.message}\n`);
      return 1;
    }
    throw error;
  }
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `Usage: bladi <command> [options]\n\n${lines.join('\n')}\n\nbladi <command> --help tells more.\n`;
}

/** Ours, or what `parseArgs` throws for options it does not know. */
function isMistake(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function sentenceOf({ message }: Error): string {
  const [first = ''] = message.split(/(?<=\.) (?=\p{Lu})|\n/u, 1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
