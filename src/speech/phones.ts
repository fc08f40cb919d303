const moroccan = /^\+212(\d)(\d{2})(\d{2})(\d{2})(\d{2})$/;

/** A Moroccan phone as Moroccans read it, `06 12 34 56 78`; anything else as it is. */
export function phoneText(code: string): string {
  return code.charCodeAt(0) === 43 ? code.replace(moroccan, '0$1 $2 $3 $4 $5') : code;
}
