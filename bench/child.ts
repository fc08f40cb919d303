/** One measurement in a process of its own; prints its figures as one line of JSON. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';
import { transition } from 'xstate';
import { type App, createApp } from '#app';
import { createLogger } from '#base/logger.ts';
import { numberedText } from '#channels/numbered-text.ts';
import { readSettings } from '#config';
import { customerFlow } from '#flows/customer/flow.ts';
import { type Figures, measure } from './load.ts';
import { expected, script, turnsBeforeYes } from './script.ts';

const atOnce = 64;
const [mode = '', size = '2000', session = ''] = process.argv.slice(2);
const customers = Number(size);

async function withApp(use: (app: App) => Promise<Figures>): Promise<Figures> {
  const directory = await mkdtemp(path.join(tmpdir(), 'bladi-bench-'));
  const logger = createLogger('error');
  const app = createApp(readSettings({ ...process.env, DATA_DIR: directory, UNDO_SECONDS: '9999' }), { logger });
  try {
    return await use(app);
  } finally {
    await app.stop();
    await rm(directory, { recursive: true, force: true });
  }
}

/** One turn, its answer checked; the chats are new in each process. */
function turnOf(app: App, name: string): (customer: number, turn: number) => Promise<void> {
  return async (customer, turn) => {
    const text = script[turn] ?? '';
    const incoming = { id: String(turn), at: Date.now(), kind: 'text', text } as const;
    const replies = await app.handle({ chat: `simulator:${name}-${process.pid}-${customer}`, ...incoming });
    const said = replies.map(numberedText).join('\n');
    if (!said.toLowerCase().includes((expected[turn] ?? '').toLowerCase())) {
      throw new Error(`turn ${turn + 1} of customer ${customer} went astray:\n${said}`);
    }
  };
}

function conversation(turnsEach: number): Promise<Figures> {
  return withApp(async (app) => {
    await measure({ customers: Math.ceil(customers / 7), atOnce, turnsEach, turn: turnOf(app, 'warm') });
    return measure({ customers, atOnce, turnsEach, turn: turnOf(app, 'load') });
  });
}

/** Everybody stands before the summary; only the yes, its order and its answer are measured. */
function orders(): Promise<Figures> {
  return withApp(async (app) => {
    const turn = turnOf(app, 'order');
    await measure({ customers, atOnce, turnsEach: turnsBeforeYes, turn });
    return measure({ customers, atOnce, turnsEach: 1, turn: (customer) => turn(customer, turnsBeforeYes) });
  });
}

/** The floor: what a session costs to fetch and to keep, and with one plain XState transition between. */
async function floor(between: (state: string) => string): Promise<Figures> {
  const redis = new Redis(process.env.REDIS_URL ?? '');
  await redis.ping();
  const turn = async (customer: number) => {
    const key = `floor:${customer}`;
    await redis.set(key, between((await redis.get(key)) ?? session));
  };
  try {
    await measure({ customers: Math.ceil(customers / 7), atOnce, turnsEach: turnsBeforeYes, turn });
    return await measure({ customers, atOnce, turnsEach: turnsBeforeYes, turn });
  } finally {
    redis.disconnect();
  }
}

function xstateBetween(state: string): string {
  const { machine } = customerFlow;
  const kept = JSON.parse(state) as { s: string; c: object };
  const from = machine.resolveState({ value: kept.s, context: kept.c });
  const [next] = transition(machine, from, { type: 'menu' } as never);
  return JSON.stringify({ ...kept, s: next.value, c: next.context });
}

const modes: Readonly<Record<string, () => Promise<Figures>>> = {
  conversation: () => conversation(turnsBeforeYes),
  whole: () => conversation(script.length),
  orders,
  floor: () => floor((state) => state),
  xstate: () => floor(xstateBetween),
};

const run = modes[mode];
if (!run) throw new Error(`there is no measurement "${mode}"`);
console.log(JSON.stringify(await run()));
