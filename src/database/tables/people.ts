import type { ColumnType, Generated } from 'kysely';

type StaffRole = 'cooperative' | 'distributor' | 'shelf' | 'volunteer';

export interface PeopleTables {
  /** A human. The key is ours; a phone is only something known about somebody. */
  person: {
    id: Generated<string>;
    name: string | null;
    phone: string | null;
    language: 'ar' | 'fr';
    created_at: ColumnType<number, number | undefined, never>;
  };
  person_chat: {
    address: string;
    person: string;
    created_at: ColumnType<number, number | undefined, never>;
  };
  /** Which chats act for a cooperative, a distributor, a shelf or the volunteers. */
  staff_binding: {
    chat: string;
    role: StaffRole;
    of: string;
    bound_at: ColumnType<number, number | undefined, number>;
  };
  help_request: {
    id: string;
    chat: string;
    role: 'customer' | StaffRole;
    of: string;
    name: string | null;
    phone: string | null;
    words: string | null;
    state: 'open' | 'closed';
    asked_at: number;
  };
}
