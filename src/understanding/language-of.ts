/** Which language a person writes in, where the words tell. Darija is answered in Arabic, in whichever script it came. */
import type { Language } from '#flows/kit.ts';
import { normalised } from './normalise.ts';
import { knownPhrases, languageMarks } from './vocabulary.ts';
import { unwrapped } from './wrapping.ts';

const elision = /(?<!\p{L})(?:[cdjlmnst]|qu)['’]\s?(?=\p{L})/giu;
const frenchAccent = /[àâçèéêëîïôùûœ]/iu;
const arabicWord = /\p{Script=Arabic}/u;
/** A digit that stands for an Arabic letter: 3sel, l9offa, wa7d; not `2kg`, and not an order's number. */
const digitAsLetter =
  /^(?=.*[a-z])(?=.*[23579])(?!\d+(?:k|kg|kgs|g|gr|l|ml|cl|dh|x|pots?|kilos?)$)(?![a-z]\d[a-z]\d$)[a-z\d]+$/;

export function languageOf(text: string): Language | undefined {
  const words = normalised(text);
  const known = knownPhrases.get(words) ?? knownPhrases.get(unwrapped(words));
  if (known !== undefined && unwrapped(words) === words) return known.language;
  let french = text.match(elision)?.length ?? 0;
  let arabic = 0;
  if (frenchAccent.test(text)) french += 1;
  for (const word of normalised(text.replace(elision, ' ')).split(' ')) {
    if (arabicWord.test(word) || digitAsLetter.test(word) || languageMarks.ar.has(word)) arabic += 1;
    if (languageMarks.fr.has(word)) french += 1;
  }
  if (french === arabic) return known?.language;
  return french > arabic ? 'fr' : 'ar';
}
