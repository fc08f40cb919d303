/** A process to run a command in: what is typed goes in, what is printed is kept. */
import { Readable, Writable } from 'node:stream';
import { run } from '#cli/run.ts';

export interface Ended {
  readonly status: number;
  readonly output: string;
  readonly errors: string;
}

export async function runCommandLine(
  args: readonly string[],
  typed: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const [output, errors] = [kept(), kept()];
  const input = Readable.from(typed.map((line) => `${line}\n`));
  const status = await run(args, { env, input, output: output.stream, errors: errors.stream });
  return { status, output: output.text(), errors: errors.text() };
}

function kept() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}
