/** The text of a value for a jsonb column; an absent value is null. */
export function json(value: object): string;
export function json(value: object | undefined): string | null;
export function json(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}
