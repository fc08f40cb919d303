/** What of a conversation's machine is drawn: its states, and which events lead from one to another. */
import type { AnyStateMachine, AnyStateNode, AnyTransitionDefinition } from 'xstate';

export interface Arrow {
  readonly from: string;
  readonly to: string;
  /** What leads there, each with its condition where it has a name; empty for what happens by itself. */
  readonly events: readonly string[];
}

/** One state with those directly in it; the root's is the overview. */
export interface Chart {
  /** Dotted; empty for the root. */
  readonly path: string;
  readonly initial: string;
  readonly states: readonly string[];
  /** Of the states, those that have a chart of their own. */
  readonly compound: readonly string[];
  /** States of other charts that arrows lead to. */
  readonly outside: readonly string[];
  readonly arrows: readonly Arrow[];
  /** What is understood in all of its states alike; `to` is empty where the state stays. */
  readonly everywhere: readonly { readonly event: string; readonly to: string }[];
}

/** The root's chart first, then one for each state that has states in it, in the order of the machine. */
export function chartsOf(machine: AnyStateMachine): readonly Chart[] {
  return compoundIn(machine.root).map(chartOf);
}

function compoundIn(node: AnyStateNode): readonly AnyStateNode[] {
  const inner = childrenOf(node);
  return inner.length === 0 ? [] : [node, ...inner.flatMap(compoundIn)];
}

function childrenOf(node: AnyStateNode): readonly AnyStateNode[] {
  return Object.values(node.states);
}

const pathOf = (node: AnyStateNode) => node.path.join('.');

function chartOf(node: AnyStateNode): Chart {
  const children = childrenOf(node);
  const arrows = merged(children.flatMap((child) => arrowsFrom(child, node)));
  const states = children.map(pathOf);
  return {
    path: pathOf(node),
    initial: pathOf(node.initial.target[0] as AnyStateNode),
    states,
    compound: children.filter((child) => childrenOf(child).length > 0).map(pathOf),
    outside: [...new Set(arrows.map(({ to }) => to))].filter((to) => !states.includes(to)),
    arrows,
    everywhere: transitionsOf(node).map((transition) => ({
      event: nameOf(transition),
      to: transition.target?.[0] === undefined ? '' : pathOf(transition.target[0]),
    })),
  };
}

/** Of a child and all in it, as far as they leave the child; a child's own return to itself is shown, too. */
function arrowsFrom(child: AnyStateNode, within: AnyStateNode): readonly Arrow[] {
  return withInner(child).flatMap((node) =>
    transitionsOf(node).flatMap((transition) => {
      const [target] = transition.target ?? [];
      if (target === undefined) return [];
      const isInside = target === child || isIn(target, child);
      if (isInside && node !== child) return [];
      return [{ from: pathOf(child), to: seenFrom(within, target), events: [nameOf(transition)] }];
    }),
  );
}

function withInner(node: AnyStateNode): readonly AnyStateNode[] {
  return [node, ...childrenOf(node).flatMap(withInner)];
}

function isIn(node: AnyStateNode, whole: AnyStateNode): boolean {
  return whole.path.length < node.path.length && whole.path.every((name, depth) => node.path[depth] === name);
}

/** The chart's own state in which the target lies; a target elsewhere by its whole path. */
function seenFrom(within: AnyStateNode, target: AnyStateNode): string {
  if (!isIn(target, within)) return pathOf(target);
  return target.path.slice(0, within.path.length + 1).join('.');
}

function transitionsOf(node: AnyStateNode): readonly AnyTransitionDefinition[] {
  return [...(node.always ?? []), ...[...node.transitions.values()].flat()];
}

function nameOf({ eventType, guard }: AnyTransitionDefinition): string {
  const condition = typeof guard === 'string' ? guard : undefined;
  return [eventType, condition === undefined ? '' : `[${condition}]`].filter(Boolean).join(' ');
}

/** One arrow for all that leads from one state to another. */
function merged(arrows: readonly Arrow[]): readonly Arrow[] {
  const byEnds = new Map<string, Arrow>();
  for (const arrow of arrows) {
    const ends = `${arrow.from} ${arrow.to}`;
    const before = byEnds.get(ends)?.events ?? [];
    const events = [...before, ...arrow.events].filter((event) => event !== '');
    byEnds.set(ends, { ...arrow, events: [...new Set(events)] });
  }
  return [...byEnds.values()];
}
