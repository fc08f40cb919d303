/** One thing that can be asked of `bladi` on the command line. */
export interface Command {
  /** What `--help` prints, without the options' common part. */
  readonly help: string;
  /** Resolves with the exit status. */
  run(args: readonly string[], world: World): Promise<number>;
}

/** What a command may touch of the process it runs in. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly errors: NodeJS.WritableStream;
}

/** The command was called wrongly; the message is one sentence, printed without a stack, and ends with status 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
