/** Many customers, so many at a time, each walking the same script; how long each turn took. */
import { performance } from 'node:perf_hooks';

export interface Figures {
  readonly turns: number;
  readonly perSecond: number;
  /** Milliseconds a turn. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Seconds of this process's processor time for 1,000 turns. */
  readonly cpuPerThousand: number;
}

export interface Load {
  readonly customers: number;
  readonly atOnce: number;
  readonly turnsEach: number;
  /** One turn of one customer, numbered from 0. */
  readonly turn: (customer: number, turn: number) => Promise<void>;
}

export async function measure(load: Load): Promise<Figures> {
  const times: number[] = [];
  let next = 0;
  const cpu = process.cpuUsage();
  const began = performance.now();
  async function walk(): Promise<void> {
    while (next < load.customers) {
      const customer = next++;
      for (let turn = 0; turn < load.turnsEach; turn++) {
        const start = performance.now();
        await load.turn(customer, turn);
        times.push(performance.now() - start);
      }
    }
  }
  await Promise.all(Array.from({ length: load.atOnce }, walk));
  const seconds = (performance.now() - began) / 1000;
  const used = process.cpuUsage(cpu);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    turns: times.length,
    perSecond: times.length / seconds,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    cpuPerThousand: (used.user + used.system) / 1e6 / (times.length / 1000),
  };
}
