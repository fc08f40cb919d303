import type { Database, Transaction } from '#database/database.ts';
import type { Outbox } from '#database/outbox.ts';

export interface Job {
  readonly name: string;
  readonly data: object;
  /** Not before that moment; absent for at once. */
  readonly after?: number;
}

/** Keeps the jobs of transactions that committed, in the order of their commits. */
export function createRecordingOutbox(database: Database) {
  const jobs: Job[] = [];
  const uncommitted = new WeakMap<Transaction, Job[]>();
  const outbox: Outbox = {
    async send(trx, name, data, options) {
      const sent = uncommitted.get(trx);
      if (sent === undefined) throw new Error('a job was sent outside a recorded transaction');
      sent.push({ name, data, ...options });
    },
  };
  async function transaction<Result>(work: (trx: Transaction) => Promise<Result>): Promise<Result> {
    const sent: Job[] = [];
    const result = await database.transaction((trx) => {
      uncommitted.set(trx, sent);
      return work(trx);
    });
    jobs.push(...sent);
    return result;
  }
  return { jobs, outbox, transaction };
}
