import type { Centimes } from '#base/money.ts';
import { isolateCode } from './bidi.ts';
import { numeral } from './numbers.ts';
import { filled, type Voice } from './voice.ts';

/** `45 DH`, `12,50 DH`, `45 درهم`: whole dirhams without decimals, else two of them. */
export function moneyText(amount: Centimes, voice: Voice): string {
  const whole = Math.trunc(amount / 100);
  const rest = Math.abs(amount % 100);
  const sign = amount < 0 && whole === 0 ? '-' : '';
  const dirhams = rest === 0 ? numeral(whole) : `${sign}${numeral(whole)},${String(rest).padStart(2, '0')}`;
  return filled('common.money', { amount: isolateCode(dirhams, voice.language) }, voice);
}
