/** The trade on a real database, with its clock, its identifiers and its jobs in the test's hands. */
import type { Database } from '#database/database.ts';
import { tradeJobs } from '#jobs/trade-jobs.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import type { Notification } from '#trade/notices.ts';
import type { Actor } from '#trade/people/roles.ts';
import type { CommandName, Commands, Outcome, ReadName, Reads } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import { reads, runCommand } from '#trade/trade.ts';
import { testDatabase } from './database.ts';
import { noon } from './orders.ts';
import { createRecordingOutbox, type Job } from './recording-outbox.ts';
import { seedProducts } from './seed-products.ts';
import { seededIds } from './seeded-ids.ts';
import { sampleShop } from './shop.ts';
import { tradeSettings } from './trade-settings.ts';

export interface TradeOptions {
  /** Postgres where several connections are to race; else the embedded database in memory. */
  readonly kind?: Database['kind'];
  readonly shop?: Shop;
  /** Answers of staff wait for their time to be taken back; else they take effect at once. */
  readonly answersWait?: boolean;
}

export type TestTrade = Awaited<ReturnType<typeof openTrade>>;

export async function openTrade({ kind = 'pglite', shop = sampleShop, answersWait = false }: TradeOptions = {}) {
  const database = await testDatabase(kind);
  await seedProducts(database, shop);
  const { jobs, outbox, transaction } = createRecordingOutbox(database);
  const clock = { at: noon, now: () => clock.at };
  const tools: TradeTools = {
    outbox,
    clock,
    ids: seededIds(),
    shop: () => shop,
    settings: tradeSettings,
  };

  const later = tradeJobs({ transaction }, tools);

  function toolsOf({ role }: Actor): TradeTools {
    if (role === 'customer' || answersWait) return tools;
    return { ...tools, settings: { ...tools.settings, undoSeconds: 0 } };
  }

  function command<Name extends CommandName>(
    actor: Actor,
    name: Name,
    input: Commands[Name]['input'],
  ): Promise<Outcome<Commands[Name]['answer']>> {
    return transaction((trx) => runCommand(trx, actor, name, input, toolsOf(actor)));
  }

  /** A command that is to succeed, and its answer. */
  async function done<Name extends CommandName>(
    actor: Actor,
    name: Name,
    input: Commands[Name]['input'],
  ): Promise<Commands[Name]['answer']> {
    const outcome = await command(actor, name, input);
    if (!outcome.ok) throw new Error(`${name} was refused: ${outcome.reason}`);
    return outcome.answer;
  }

  function read<Name extends ReadName>(
    actor: Actor,
    name: Name,
    ...[input]: Reads[Name]['input'] extends undefined ? [] : [Reads[Name]['input']]
  ): Promise<Reads[Name]['answer']> {
    return reads[name](database.db, actor, input as Reads[Name]['input'], tools);
  }

  /** Runs the jobs whose time has come, and those that they cause, until none is left; notices stay recorded. */
  async function runJobs(): Promise<void> {
    for (;;) {
      const index = jobs.findIndex((job) => job.name !== 'notify' && (job.after ?? 0) <= clock.at);
      const [job] = index === -1 ? [] : jobs.splice(index, 1);
      if (job === undefined) return;
      await runJob(job);
    }
  }

  async function runJob({ name, data }: Job): Promise<void> {
    const job = later.find((one) => one.name === name);
    if (job === undefined) throw new Error(`unknown job ${name}`);
    await job.run(job.input.parse(data), 'test');
  }

  /** The time to take orders back passes: cooperatives are asked. */
  async function pass(milliseconds: number): Promise<void> {
    clock.at += milliseconds;
    await runJobs();
  }

  /** What was told since the last call. */
  function told(): Notification[] {
    const notices = jobs.filter(({ name }) => name === 'notify').map(({ data }) => data as Notification);
    jobs.splice(0, jobs.length, ...jobs.filter(({ name }) => name !== 'notify'));
    return notices;
  }

  return { database, tools, clock, jobs, transaction, command, done, read, runJobs, runJob, pass, told };
}

export const amina: Actor = { chat: 'simulator:amina', role: 'customer', of: '', language: 'fr' };
export const samir: Actor = { chat: 'simulator:samir', role: 'customer', of: '', language: 'ar' };
export const volunteer: Actor = { chat: 'simulator:volunteer', role: 'volunteer', of: '', language: 'fr' };

export function staff(role: 'cooperative' | 'distributor' | 'shelf', of: string): Actor {
  return { chat: `simulator:${role}:${of}`, role, of, language: 'ar' };
}
