import type { ColumnType, Generated } from 'kysely';
import type { ClockStep, QuestionKind } from '#trade/notices.ts';
import type { UndoableName } from '#trade/people/requests.ts';

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
    /** 2: asked only when the first contacts do not answer. */
    contact: Generated<number>;
    /** What is spoken as long as they have written no word that tells. */
    language: Generated<'ar' | 'fr' | null>;
  };
  /** An answer of staff, until it takes effect or is taken back. */
  staff_answer: {
    id: string;
    /** Goes up: which answer was the last. */
    number: Generated<number>;
    chat: string;
    role: StaffRole;
    of: string;
    name: UndoableName;
    input: ColumnType<unknown, string, string>;
    /** Of an answer that took effect at once: what was before. */
    before: ColumnType<unknown, string | null, never>;
    about: string;
    order_number: string | null;
    state: 'open' | 'settled' | 'undone';
    answered_at: number;
    undo_until: number;
  };
  /** A step of the answer clock of a question, once it has been taken. */
  answer_clock: { kind: QuestionKind; id: string; step: ClockStep; taken_at: number };
  voice_note: {
    id: string;
    chat: string;
    source: string;
    mime_type: string;
    seconds: number | null;
    kept_at: number;
  };
  help_message: {
    number: Generated<number>;
    request: string;
    sender: 'person' | 'volunteer';
    words: string | null;
    voice_note: string | null;
    at: number;
  };
  help_request: {
    id: string;
    chat: string;
    role: 'customer' | StaffRole;
    of: string;
    name: string | null;
    phone: string | null;
    words: string | null;
    state: 'open' | 'taken' | 'closed';
    asked_at: number;
    /** The chat of the volunteer who took it. */
    taken_by: Generated<string | null>;
  };
}
