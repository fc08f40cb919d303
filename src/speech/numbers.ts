/** A number as people of both languages write it: western digits, a decimal comma, groups from ten thousand on. */
export function numeral(value: number): string {
  const digits = String(value);
  if (value > -10_000 && value < 10_000) return Number.isInteger(value) ? digits : digits.replace('.', ',');
  const [whole = '', fraction] = digits.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u00A0');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}
