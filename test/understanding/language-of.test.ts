import { describe, expect, it } from 'vitest';
import { languageOf } from '#understanding/language-of.ts';

const written: readonly (readonly [language: 'ar' | 'fr' | undefined, texts: readonly string[]])[] = [
  ['fr', ['bonjour', 'Bonsoir à tous', 'je voudrais deux pots', "huile d'olive", 'où est ma commande ?', 'menu svp']],
  ['ar', ['سلام', 'أريد كيلو كسكس', 'واش كاين العسل', 'بغيت miel']],
  ['ar', ['salam', 'bghit 2 kilo couscous', 'wach kayn 3sel', 'l9offa', 'chhal taman', 'chokran']],
  [undefined, ['ok', 'menu', 'stop', '12', '٣', '👍', '', 'A7H4', '2kg', 'Amina']],
];

describe('the language of a message', () => {
  it.each(written.flatMap(([language, texts]) => texts.map((text) => [text, language] as const)))(
    'of %j is %s',
    (text, language) => {
      expect(languageOf(text)).toBe(language);
    },
  );
});
