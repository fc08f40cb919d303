/** The pages of `docs/flows/`: every conversation drawn from its machine. */
import type { Flow } from '#flows/kit.ts';
import { type Chart, chartsOf } from './chart.ts';
import { mermaidOf } from './mermaid.ts';

export interface Page {
  /** Within `docs/flows/`. */
  readonly file: string;
  readonly text: string;
}

const drawnFrom = 'Drawn by `npm run bladi -- flows` from the machine itself; a test fails when they differ.';

export function pagesOf(flows: readonly Flow[]): readonly Page[] {
  return [{ file: 'README.md', text: index(flows) }, ...flows.map(page)];
}

function index(flows: readonly Flow[]): string {
  const rows = flows.map((flow) => {
    const questions = Object.keys(flow.prompts).length;
    return `| [${flow.name}](${flow.name}.md) | ${questions} | \`flows/${flow.name}/machine.ts\` |`;
  });
  return text([
    '# The conversations, drawn',
    `${drawnFrom} Each page begins with an overview of the outermost states, then shows each of them from within.`,
    table(['Conversation with the', 'Questions', 'Machine'], rows),
    [
      'How to read them:',
      '',
      '- A box is a state, named by its path. With a broken line it asks nothing: it reads something and goes on by itself.',
      '- A pale box belongs to another diagram.',
      '- An arrow carries the events that lead there: choices of the question, words, answers of the trade (`….done`,',
      '  `….refused`). In brackets stands the condition, by its name in the machine.',
      '- What is understood in all states alike is a table, for arrows from everywhere would hide the others. What stays is',
      '  answered where one is.',
    ].join('\n'),
  ]);
}

function page(flow: Flow): Page {
  const charts = chartsOf(flow.machine);
  const isPassing = (state: string) => !(state in flow.prompts);
  const sections = charts.flatMap((chart) => [
    `## ${chart.path === '' ? 'Overview' : chart.path}`,
    `\`\`\`mermaid\n${mermaidOf(chart, isPassing)}\n\`\`\``,
    ...understood(chart),
  ]);
  return {
    file: `${flow.name}.md`,
    text: text([`# The conversation with the ${flow.name}`, `${drawnFrom} [How to read it](README.md).`, ...sections]),
  };
}

type Understood = Chart['everywhere'][number];

/** One row for each target: what people do, then what the trade answers; what leads nowhere comes last. */
function understood({ path, everywhere }: Chart): readonly string[] {
  if (everywhere.length === 0) return [];
  const targets = [...new Set(everywhere.map(({ to }) => to))].sort((a, b) => Number(a === '') - Number(b === ''));
  const rows = targets.flatMap((target) => {
    const there = everywhere.filter(({ to }) => to === target);
    const answers = there.filter(isAnswer);
    return [there.filter((one) => !isAnswer(one)), answers].flatMap((some) => rowOf(some, target));
  });
  return [
    path === '' ? 'Understood everywhere:' : `Understood everywhere in \`${path}\`:`,
    table(['Event', 'Leads to'], rows),
  ];
}

function isAnswer({ event }: Understood): boolean {
  return /\.(?:done|refused)\b/.test(event);
}

function rowOf(some: readonly Understood[], target: string): readonly string[] {
  if (some.length === 0) return [];
  const events = [...new Set(some.map(({ event }) => `\`${event}\``))];
  return [`| ${events.join(', ')} | ${target === '' ? 'stays' : `\`${target}\``} |`];
}

function table(heads: readonly string[], rows: readonly string[]): string {
  return [`| ${heads.join(' | ')} |`, `|${heads.map(() => ' --- |').join('')}`, ...rows].join('\n');
}

function text(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
