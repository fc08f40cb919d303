import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { flows as conversations } from '#flows/index.ts';
import type { Command } from './command.ts';
import { type Page, pagesOf } from './diagrams/pages.ts';

const ours = fileURLToPath(new URL('../../docs/flows/', import.meta.url));

export const flows: Command = {
  help: `
Usage: bladi flows [--check] [--to DIRECTORY]

Draws every conversation from its machine into docs/flows/, as diagrams that GitHub shows.

  --check          writes nothing; ends with status 1 when a page is not what the machine says
  --to DIRECTORY   writes the pages, or looks for them, there
`.trimStart(),

  async run(args, { output, errors }) {
    const { values } = parseArgs({
      args: [...args],
      options: { check: { type: 'boolean', default: false }, to: { type: 'string', default: ours } },
    });
    const pages = pagesOf(Object.values(conversations));
    if (!values.check) {
      await mkdir(values.to, { recursive: true });
      for (const { file, text } of pages) await writeFile(join(values.to, file), text);
      output.write(`${pages.length} pages are in ${values.to}\n`);
      return 0;
    }
    const old = await pagesThatDiffer(pages, values.to);
    if (old.length === 0) return 0;
    errors.write(`Not as the machines are: ${old.join(', ')}. Write them anew: bladi flows\n`);
    return 1;
  },
};

async function pagesThatDiffer(pages: readonly Page[], directory: string): Promise<readonly string[]> {
  const written = await Promise.all(
    pages.map(async ({ file, text }) => ({ file, isSame: (await contentOf(join(directory, file))) === text })),
  );
  return written.filter(({ isSame }) => !isSame).map(({ file }) => file);
}

async function contentOf(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
