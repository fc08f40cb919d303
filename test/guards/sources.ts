/** The project's own files, parsed once for all guards. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync } from 'oxc-parser';

export const root = path.resolve(import.meta.dirname, '../..');

export function read(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** Files by pattern, as paths from the project's root, in their order. */
export function filesOf(...patterns: readonly string[]): string[] {
  return globSync([...patterns], { cwd: root, exclude: (name) => name === 'node_modules' }).sort();
}

/** A node of the syntax tree, as far as a guard looks at it. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly [part: string]: unknown;
}

export interface Import {
  readonly from: string;
  readonly isType: boolean;
}

export interface Source {
  readonly path: string;
  readonly text: string;
  readonly tree: Node;
  readonly comments: readonly { readonly start: number; readonly end: number }[];
  readonly imports: readonly Import[];
}

const parsed = new Map<string, Source>();

export function sourcesOf(...patterns: readonly string[]): Source[] {
  return filesOf(...patterns).map((file) => {
    const known = parsed.get(file) ?? parse(file);
    parsed.set(file, known);
    return known;
  });
}

function parse(file: string): Source {
  const text = read(file);
  const { program, comments, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0]?.message}`);
  const imports = [
    ...module.staticImports.map(({ moduleRequest, entries }) => ({
      from: moduleRequest.value,
      isType: entries.length > 0 && entries.every((entry) => entry.isType),
    })),
    ...module.staticExports.flatMap(({ entries }) =>
      entries.flatMap(({ moduleRequest, isType }) =>
        moduleRequest === null ? [] : [{ from: moduleRequest.value, isType }],
      ),
    ),
    ...module.dynamicImports.map(({ moduleRequest }) => ({
      from: text.slice(moduleRequest.start + 1, moduleRequest.end - 1),
      isType: false,
    })),
  ];
  return { path: file, text, tree: program as unknown as Node, comments, imports };
}

/** A node with the nodes it lies in, the nearest last. */
export type Placed = readonly [node: Node, within: readonly Node[]];

const walked = new Map<Source, readonly Placed[]>();

export function nodesOf(source: Source): readonly Placed[] {
  const known = walked.get(source);
  if (known !== undefined) return known;
  const nodes: Placed[] = [];
  walk(source.tree, [], nodes);
  walked.set(source, nodes);
  return nodes;
}

function walk(node: Node, within: readonly Node[], nodes: Placed[]): void {
  nodes.push([node, within]);
  const inner = [...within, node];
  for (const part of Object.values(node)) {
    for (const child of Array.isArray(part) ? part : [part]) if (isNode(child)) walk(child, inner, nodes);
  }
}

/** What a string or a stretch of a template says; undefined for any other node. */
export function textOf(node: Node | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateElement') return (node.value as { cooked?: string }).cooked;
  return undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
}

/** `src/speech/money.ts:12`. */
export function placeOf(source: Source, node: { readonly start: number }): string {
  return `${source.path}:${source.text.slice(0, node.start).split('\n').length}`;
}

const aliases = Object.entries((JSON.parse(read('package.json')) as { imports: Record<string, string> }).imports).map(
  ([alias, target]) => [alias.replace('*', ''), target.replace('*', '').replace('./', '')] as const,
);

/** The file of ours that an import names, from the project's root; undefined for a library. */
export function fileOf(from: string, importer: string): string | undefined {
  if (from.startsWith('.')) return path.join(path.dirname(importer), from);
  const alias = aliases.find(([name]) => (name.endsWith('/') ? from.startsWith(name) : from === name));
  return alias === undefined ? undefined : alias[1] + from.slice(alias[0].length);
}
