import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { withWesternDigits } from './normalise.ts';

/** The phone in a message, in E.164 form; a number without a country is Moroccan. */
export function phoneIn(text: string): string | undefined {
  const phone = parsePhoneNumberFromString(withWesternDigits(text), 'MA');
  return phone?.isValid() ? phone.number : undefined;
}
