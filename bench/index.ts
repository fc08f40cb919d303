/**
 * Every figure the project quotes, measured on one machine in one run: `npm run bench`. `--runs N` repeats the turns,
 * in turn, and the medians are printed (default 3); `--customers N` sets the size of each (default 2,000).
 */
import { execFile } from 'node:child_process';
import { cpus } from 'node:os';
import { parseArgs, promisify } from 'node:util';
import { startPostgres } from '#test/support/postgres.ts';
import { startRedis } from '#test/support/redis.ts';
import type { Figures } from './load.ts';
import { script, turnsBeforeYes } from './script.ts';
import { sampleSession } from './session.ts';
import { measureStarts } from './start.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, customers: { type: 'string', default: '2000' } },
});
const runs = Number(values.runs);
const customers = Number(values.customers);

const redis = await startRedis();
const postgres = await startPostgres();
const onRedis = { REDIS_URL: redis.url, DATABASE_URL: postgres.url };
const embedded = { REDIS_URL: '', DATABASE_URL: '' };

const measurements = [
  { name: 'floor: one GET and one SET', mode: 'floor', env: onRedis, size: customers },
  { name: 'the same with plain XState between', mode: 'xstate', env: onRedis, size: customers },
  { name: 'conversation, Redis', mode: 'conversation', env: onRedis, size: customers },
  { name: 'conversation, PGlite', mode: 'conversation', env: embedded, size: Math.ceil(customers / 10) },
  {
    name: 'whole script with its order, Redis and Postgres',
    mode: 'whole',
    env: onRedis,
    size: Math.ceil(customers / 4),
  },
  { name: 'orders alone, Redis and Postgres', mode: 'orders', env: onRedis, size: Math.ceil(customers / 4) },
] as const;

const session = await sampleSession(postgres.url);

async function measureOnce(mode: string, size: number, env: Record<string, string>): Promise<Figures> {
  const { stdout } = await promisify(execFile)(process.execPath, ['bench/child.ts', mode, String(size), session], {
    env: { ...process.env, ...env, LOG_LEVEL: 'error' },
  });
  return JSON.parse(stdout) as Figures;
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

const taken = measurements.map((): Figures[] => []);
try {
  for (let run = 0; run < runs; run++) {
    for (const [index, { name, mode, size, env }] of measurements.entries()) {
      process.stderr.write(`run ${run + 1} of ${runs}: ${name}\n`);
      taken[index]?.push(await measureOnce(mode, size, env));
    }
  }
} finally {
  await redis.stop();
  await postgres.stop();
}

console.log(
  `Node ${process.version}, ${cpus().length} cores (${cpus()[0]?.model}); median of ${runs} runs, 64 customers at a time.`,
);
console.log(`The script has ${script.length} messages; the conversation is the ${turnsBeforeYes} before the yes.`);
console.log(`Session in the middle of a three-product basket: ${Buffer.byteLength(session)} bytes.\n`);
console.log('| what | turns/s (min-max) | of the floor | p50 ms | p95 ms | p99 ms | CPU s / 1,000 turns |');
console.log('|---|---|---|---|---|---|---|');
const floor = median((taken[0] ?? []).map(({ perSecond }) => perSecond));
for (const [index, { name }] of measurements.entries()) {
  const figures = taken[index] ?? [];
  const of = (pick: (one: Figures) => number, digits: number) => median(figures.map(pick)).toFixed(digits);
  const speeds = figures.map(({ perSecond }) => perSecond);
  const speed = median(speeds);
  const spread = `${Math.min(...speeds).toFixed(0)}-${Math.max(...speeds).toFixed(0)}`;
  console.log(
    `| ${name} | ${speed.toFixed(0)} (${spread}) | ${((100 * speed) / floor).toFixed(0)}% | ${of((one) => one.p50, 2)} | ${of((one) => one.p95, 2)} | ${of((one) => one.p99, 2)} | ${of((one) => one.cpuPerThousand, 3)} |`,
  );
}
const { first, again } = await measureStarts();
console.log(
  `\nFirst start to first answer: ${first.toFixed(1)} s on an empty directory, ${again.toFixed(1)} s afterwards.`,
);
