import type { Logger } from '#base/logger.ts';
import type { Database } from '#database/database.ts';
import { chatsOfPerson } from './people.ts';
import type { Recipient } from './roles.ts';
import type { StaffRole } from './staff.ts';

export interface Binding {
  readonly role: StaffRole;
  /** The slug; empty for volunteers. */
  readonly of: string;
}

/** Who acts in which role, held in memory because every turn asks. */
export interface Directory {
  /** Reads the bindings, and reads them again whenever they change. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** `undefined` for a customer. */
  roleOf(chat: string): Binding | undefined;
  chatsOf(recipient: Recipient): Promise<readonly string[]>;
}

export function createDirectory(database: Database, log: Logger): Directory {
  let bindings: ReadonlyMap<string, Binding> = new Map();
  let reading: Promise<void> | undefined;
  let again = false;
  let unlisten: (() => Promise<void>) | undefined;

  async function read(): Promise<void> {
    const rows = await database.db.selectFrom('staff_binding').select(['chat', 'role', 'of']).orderBy('chat').execute();
    bindings = new Map(rows.map(({ chat, role, of }) => [chat, { role, of }]));
  }

  /** One reading at a time; a change heard meanwhile is read after it, so the last one is never missed. */
  function refresh(): Promise<void> {
    if (reading) again = true;
    reading ??= read().finally(() => {
      reading = undefined;
      if (!again) return;
      again = false;
      heard();
    });
    return reading;
  }

  function heard(): void {
    refresh().catch((error: unknown) => log.error({ err: error }, 'the staff bindings could not be read again'));
  }

  return {
    async start() {
      unlisten ??= await database.listen('staff', heard, heard);
      await refresh();
    },
    async stop() {
      await unlisten?.();
      unlisten = undefined;
      await reading?.catch(() => {});
    },
    roleOf: (chat) => bindings.get(chat),
    async chatsOf(recipient) {
      if ('person' in recipient) return chatsOfPerson(database.db, recipient.person);
      const of = recipient.role === 'volunteer' ? '' : recipient.of;
      return [...bindings]
        .filter(([, binding]) => binding.role === recipient.role && binding.of === of)
        .map(([chat]) => chat);
    },
  };
}
