/** A chart as Mermaid's `stateDiagram-v2`, which GitHub draws. */
import type { Arrow, Chart } from './chart.ts';

/** An arrow's words are split where they would push the states too far apart. */
const longestLabel = 60;

/** `passing`: states that ask nothing and go on by themselves; they are drawn with a broken line. */
export function mermaidOf(chart: Chart, isPassing: (state: string) => boolean): string {
  const passing = chart.states.filter((state) => !chart.compound.includes(state) && isPassing(state));
  return [
    'stateDiagram-v2',
    ...[...chart.states, ...chart.outside].map((state) => `  state "${state}" as ${nameOf(state)}`),
    `  [*] --> ${nameOf(chart.initial)}`,
    ...chart.arrows.flatMap(drawn),
    ...classLines('passing', 'stroke-dasharray:4 4', passing),
    ...classLines('outside', 'opacity:0.6', chart.outside),
  ].join('\n');
}

/** Mermaid takes letters, digits and underscores in a name. */
function nameOf(state: string): string {
  return state.replaceAll('.', '_');
}

function drawn({ from, to, events }: Arrow): readonly string[] {
  const ends = `  ${nameOf(from)} --> ${nameOf(to)}`;
  return events.length === 0 ? [ends] : labelsOf(events).map((label) => `${ends} : ${label}`);
}

function labelsOf(events: readonly string[]): readonly string[] {
  const labels: string[] = [];
  for (const event of events) {
    const longer = `${labels.at(-1)}, ${event}`;
    if (labels.length === 0 || longer.length > longestLabel) labels.push(event);
    else labels.splice(-1, 1, longer);
  }
  return labels;
}

function classLines(name: string, style: string, states: readonly string[]): readonly string[] {
  if (states.length === 0) return [];
  return [`  classDef ${name} ${style}`, `  class ${states.map(nameOf).join(',')} ${name}`];
}
