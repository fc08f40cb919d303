import type { Logger } from '#base/logger.ts';
import type { Database } from '#database/database.ts';
import { chatsOfPerson } from './people.ts';
import type { Recipient } from './roles.ts';
import type { StaffRole } from './staff.ts';

export interface Binding {
  readonly role: StaffRole;
  /** The slug; empty for volunteers. */
  readonly of: string;
  /** 2: asked only when the first contacts do not answer. */
  readonly contact: number;
  /** What is spoken with them as long as they have written no word that tells; null: the programme's first language. */
  readonly language: 'ar' | 'fr' | null;
}

/** Who acts in which role, held in memory because every turn asks. */
export interface Directory {
  /** Reads the bindings, and reads them again whenever they change. */
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Every role of a chat, the first that it was given first; empty for somebody who is a customer only. */
  rolesOf(chat: string): readonly Binding[];
  chatsOf(recipient: Recipient): Promise<readonly string[]>;
}

interface Bound extends Binding {
  readonly chat: string;
}

/** In the order in which they were bound, and found by their chats and by their roles. */
interface Bindings {
  readonly byChat: ReadonlyMap<string, readonly Binding[]>;
  readonly byRole: ReadonlyMap<string, readonly Bound[]>;
}

export function createDirectory(database: Database, log: Logger): Directory {
  let bindings: Bindings = { byChat: new Map(), byRole: new Map() };
  let reading: Promise<void> | undefined;
  let again = false;
  let unlisten: (() => Promise<void>) | undefined;

  async function read(): Promise<void> {
    const rows = await database.db
      .selectFrom('staff_binding')
      .select(['chat', 'role', 'of', 'contact', 'language'])
      .orderBy('bound_at')
      .orderBy('chat')
      .orderBy('role')
      .orderBy('of')
      .execute();
    const byChat = Map.groupBy(rows, ({ chat }) => chat);
    bindings = {
      byChat: new Map([...byChat].map(([chat, own]) => [chat, own.map(({ chat: _, ...binding }) => binding)])),
      byRole: Map.groupBy(rows, roleKey),
    };
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
    rolesOf: (chat) => bindings.byChat.get(chat) ?? [],
    async chatsOf(recipient) {
      if ('person' in recipient) return chatsOfPerson(database.db, recipient.person);
      if ('chat' in recipient) return [recipient.chat];
      const of = recipient.role === 'volunteer' ? '' : recipient.of;
      const contacts = recipient.role === 'volunteer' ? 'all' : (recipient.contacts ?? 'first');
      return meant(bindings.byRole.get(roleKey({ role: recipient.role, of })) ?? [], contacts);
    },
  };
}

function roleKey({ role, of }: Pick<Binding, 'role' | 'of'>): string {
  return `${role}:${of}`;
}

/** Where there are only second contacts they are the first, so that nobody is asked in vain. */
function meant(bound: readonly Bound[], contacts: 'first' | 'second' | 'all'): readonly string[] {
  const first = bound.filter(({ contact }) => contact === 1);
  if (first.length === 0) return contacts === 'second' ? [] : bound.map(({ chat }) => chat);
  const chosen = { first, second: bound.filter(({ contact }) => contact === 2), all: bound }[contacts];
  return chosen.map(({ chat }) => chat);
}
