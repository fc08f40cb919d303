import type { Kysely } from 'kysely';
import type { Tables } from '#database/tables.ts';
import type { QuestionKind } from '../notices.ts';
import type { UndoableName } from '../people/requests.ts';

/** What an answer to a question is about; while one waits, a second one is refused and the question's clock stands still. */
export function aboutOf(kind: QuestionKind, id: string): string {
  return `${kind}:${id}`;
}

/** An answer that was given and has not taken effect. */
export interface OpenAnswer {
  readonly about: string;
  readonly name: UndoableName;
  readonly undoUntil: number;
}

/** Those of these things about which an answer waits to take effect, by what they are about. */
export async function openAnswers(
  db: Kysely<Tables>,
  abouts: readonly string[],
): Promise<ReadonlyMap<string, OpenAnswer>> {
  if (abouts.length === 0) return new Map();
  const rows = await db
    .selectFrom('staff_answer')
    .select(['about', 'name', 'undo_until as undoUntil'])
    .where('state', '=', 'open')
    .where('about', 'in', abouts)
    .execute();
  return new Map(rows.map((row) => [row.about, row]));
}
