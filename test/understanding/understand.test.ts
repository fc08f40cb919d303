import { describe, expect, it } from 'vitest';
import { smallShop } from '#test/support/small-shop.ts';
import type { Meaning, OpenQuestion } from '#understanding/meaning.ts';
import { understand } from '#understanding/understand.ts';

const offered: OpenQuestion['offered'] = [
  ['1', 'browse'],
  ['2', 'bundle'],
  ['10', 'more'],
  ['0', 'back'],
];
const menu: OpenQuestion = { offered, expects: undefined, takesCodes: false };
const quantity: OpenQuestion = { offered, expects: 'number', takesCodes: false };
const name: OpenQuestion = { offered: [['0', 'back']], expects: 'text', takesCodes: false };
const place: OpenQuestion = { offered: [['0', 'back']], expects: 'place', takesCodes: false };
const phone: OpenQuestion = { offered: [['0', 'back']], expects: 'phone', takesCodes: false };
const staff: OpenQuestion = { offered, expects: undefined, takesCodes: true };

const choice = (event: string): Meaning => ({ kind: 'choice', event });
const unclear: Meaning = { kind: 'unclear' };

interface Case {
  readonly asked: OpenQuestion;
  readonly typed: readonly string[];
  readonly means: Meaning;
}

const cases: Readonly<Record<string, Case>> = {
  "an order's number, alone or after the word for it, is that order": {
    asked: menu,
    typed: ['A7H4', 'a7h4', ' A7H4. ', 'commande a7h4', 'ma commande A7H4', 'الطلبية A7H4', 'طلبية رقم A7H4'],
    means: { kind: 'order', value: 'A7H4' },
  },
  "a sentence that ends like an order's number is no order": {
    asked: menu,
    typed: ['bghit wahd l9rfa', 'je voudrais a7h4 merci', 'A7H', 'A7H40', 'ABCD'],
    means: unclear,
  },
  "an order's number where words are expected is those words": {
    asked: name,
    typed: ['A7H4'],
    means: { kind: 'text', text: 'A7H4' },
  },
  'the word for roles is that': {
    asked: menu,
    typed: ['rôle', 'role', 'Role', 'صفة', 'صفتي', 'changer de rôle', 'sifa'],
    means: { kind: 'role' },
  },
  'to be forgotten has its words': {
    asked: menu,
    typed: ['oubliez-moi', 'effacer mes données', 'امحوا معطياتي', 'انسوني'],
    means: { kind: 'word', word: 'forget' },
  },
  'the same once more has its words': {
    asked: menu,
    typed: ['comme la dernière fois', 'la même commande', 'نفس الطلبية', 'nafs talabiya'],
    means: { kind: 'word', word: 'again' },
  },
  'a digit on offer is that choice': {
    asked: menu,
    typed: ['1', ' 1 ', '١', '۱', '1.', '1)', '1️⃣', '①', 'رقم 1', 'رقم ١', 'n° 1', 'le 1 svp', 'numéro 1', '1 عافاك'],
    means: choice('browse'),
  },
  'two digits on offer are that choice': { asked: menu, typed: ['10', '١٠', '10.'], means: choice('more') },
  'nought on offer is that choice': { asked: menu, typed: ['0', '٠', 'zéro'], means: choice('back') },
  'a number word is the digit on offer': {
    asked: menu,
    typed: ['deux', 'جوج', 'اثنان', 'juj', 'jouj 3afak'],
    means: choice('bundle'),
  },
  'a digit that is not on offer is unclear': {
    asked: menu,
    typed: ['7', '٧', 'sept', '1 2', '1,5', '12345678'],
    means: unclear,
  },
  'a digit on offer wins where a number is expected': {
    asked: quantity,
    typed: ['2', 'deux'],
    means: choice('bundle'),
  },
  'another number is a number where one is expected': {
    asked: quantity,
    typed: ['12', '١٢', 'douze', 'tnach', 'طناش', '12 svp'],
    means: { kind: 'number', value: 12 },
  },
  'a number below nought is no quantity': {
    asked: quantity,
    typed: ['-2', ' -2 '],
    means: { kind: 'text', text: '-2' },
  },
  'neither fractions nor phones are numbers': { asked: quantity, typed: ['1,5', '½', '0612345678'], means: unclear },
  'four digits are a code for staff': {
    asked: staff,
    typed: ['0427', '٠٤٢٧', '04 27', '0 4 2 7', 'code 0427', 'الكود ٠٤٢٧', '0427 svp'],
    means: { kind: 'code', value: '0427' },
  },
  'a digit too many is a code that was meant': {
    asked: staff,
    typed: ['04271', '٠٤٢٧١'],
    means: { kind: 'code', value: '04271' },
  },
  'a digit too many means nothing to customers': { asked: menu, typed: ['04271'], means: unclear },
  'counted things are no code': {
    asked: { ...staff, expects: 'text' },
    typed: ['1=7 2=3'],
    means: { kind: 'text', text: '1=7 2=3' },
  },
  'four digits are a code where things are counted': {
    asked: { ...staff, expects: 'text' },
    typed: ['0427'],
    means: { kind: 'code', value: '0427' },
  },
  'a code is never a digit on offer': { asked: staff, typed: ['0001'], means: { kind: 'code', value: '0001' } },
  'a long number is never a digit on offer': { asked: menu, typed: ['0001', '001'], means: unclear },
  'a digit on offer is not a code': { asked: staff, typed: ['1'], means: choice('browse') },
  'four digits are no code for customers': { asked: menu, typed: ['0427'], means: unclear },
  'a phone is told in one form': {
    asked: phone,
    typed: [
      '0612345678',
      '06 12-34-56-78',
      '٠٦١٢٣٤٥٦٧٨',
      '+212 6 12 34 56 78',
      '00212612345678',
      'c’est le 06 12 34 56 78',
    ],
    means: { kind: 'phone', value: '+212612345678' },
  },
  'a phone that is not complete is told as it was typed': {
    asked: phone,
    typed: ['06 12 34'],
    means: { kind: 'text', text: '06 12 34' },
  },
  'what is no phone is unclear': { asked: phone, typed: ['12', 'plus tard', '12 rue'], means: unclear },
  'free text is the answer': { asked: name, typed: ['Amina Alaoui'], means: { kind: 'text', text: 'Amina Alaoui' } },
  'free text is one clean line': {
    asked: place,
    typed: ['Douar\u202E Oulad\n\u200B Brahim  3'],
    means: { kind: 'text', text: 'Douar Oulad Brahim 3' },
  },
  'a product’s name is text where text is expected': {
    asked: place,
    typed: ['Safran'],
    means: { kind: 'text', text: 'Safran' },
  },
  'a digit on offer wins over free text': { asked: name, typed: ['0', '٠'], means: choice('back') },
  'a global word wins over free text': {
    asked: name,
    typed: ['Menu', 'القائمة'],
    means: { kind: 'word', word: 'menu' },
  },
  'the menu': {
    asked: menu,
    typed: ['menu', 'MENU svp', 'Le menu, s’il vous plaît', 'القائمة', 'القَائِمَة', 'bghit lmenu 3afak', 'bonjour, menu'],
    means: { kind: 'word', word: 'menu' },
  },
  'the basket': {
    asked: menu,
    typed: ['ma sélection', 'ma selection', 'mon panier 🙏', 'قفتي', 'القفّة عافاكم', 'l9offa'],
    means: { kind: 'word', word: 'basket' },
  },
  help: { asked: menu, typed: ['aide', 'مساعدة', '3awnouni', 'كيفاش'], means: { kind: 'word', word: 'help' } },
  'a volunteer': {
    asked: menu,
    typed: ['bénévole', 'BENEVOLE', 'un bénévole svp', 'متطوّع', 'متطوع', 'بغيت متطوع عافاك', 'motatawi3'],
    means: { kind: 'word', word: 'volunteer' },
  },
  stop: { asked: menu, typed: ['stop', 'STOP!', 'توقف', '7bes'], means: { kind: 'word', word: 'stop' } },
  orders: {
    asked: menu,
    typed: ['où en est ma commande ?', 'طلبيتي', 'أين وصلت طلبيتي؟', 'fin wslat lcommande dyali'],
    means: { kind: 'word', word: 'orders' },
  },
  back: { asked: menu, typed: ['retour', 'رجوع', 'rje3'], means: { kind: 'word', word: 'back' } },
  undo: { asked: menu, typed: ['annuler la dernière ligne', 'تراجع', 'annuli'], means: { kind: 'word', word: 'undo' } },
  privacy: { asked: menu, typed: ['mes données', 'معطياتي'], means: { kind: 'word', word: 'privacy' } },
  thanks: {
    asked: menu,
    typed: ['merci', 'Merci beaucoup !', 'شكرا', 'chokran'],
    means: { kind: 'word', word: 'thanks' },
  },
  'Arabic, please': {
    asked: menu,
    typed: ['عربية', 'بالعربية عافاك', 'arabe', '3arbia', 'ar'],
    means: { kind: 'language', language: 'ar' },
  },
  'French, please': {
    asked: menu,
    typed: ['fr', 'FR', 'français', 'en français svp', 'الفرنسية', 'b lfransawia 3afak'],
    means: { kind: 'language', language: 'fr' },
  },
  yes: {
    asked: menu,
    typed: ['oui', 'Ouiiii', 'd’accord', 'نعم', 'نعمممم', 'واخا', 'wakha', 'ok', '👍', '👍🏽'],
    means: { kind: 'yes' },
  },
  no: { asked: menu, typed: ['non', 'non merci', 'لا', 'لا شكرا', 'lla', '👎'], means: { kind: 'no' } },
  'a greeting': {
    asked: menu,
    typed: [
      'bonjour',
      'Bonjour !',
      'السلام عليكم',
      'السّلام عليكم ورحمة الله',
      'سلاااام',
      'salam',
      'slm khoya',
      '👋',
      '/start',
      'bonjour merci',
    ],
    means: { kind: 'hello' },
  },
  'a product by its whole name': {
    asked: menu,
    typed: ['Miel de thym', 'miel de thym svp', 'عسل الزعتر', 'je voudrais le miel de thym', 'بغيت عسل الزعتر'],
    means: { kind: 'product', code: 'miel-thym' },
  },
  'a product by its name in brackets or without it': {
    asked: menu,
    typed: ['belboula', "couscous d'orge", 'Couscous d’orge (belboula)'],
    means: { kind: 'product', code: 'couscous-orge' },
  },
  'a product with or without its article': {
    asked: menu,
    typed: ['الزعفران', 'زعفران', 'le safran'],
    means: { kind: 'product', code: 'safran' },
  },
  'a product whose letters are written in several ways': {
    asked: menu,
    typed: ['زيت أركان', 'زيت اركان', 'زيت أرݣان', 'زيت أرگان'],
    means: { kind: 'product', code: 'huile-argan' },
  },
  'a category': {
    asked: menu,
    typed: ['العسل', 'عسل', 'miels', 'Les miels'],
    means: { kind: 'category', slug: 'honey' },
  },
  'a product where a number is expected': {
    asked: quantity,
    typed: ['safran'],
    means: { kind: 'product', code: 'safran' },
  },
  'anything else is unclear': {
    asked: menu,
    typed: ['', '???', '🙂', 'asdf', 'miel', 'بغيت'],
    means: unclear,
  },
};

const rows = Object.entries(cases).flatMap(([what, { asked, typed, means }]) =>
  typed.map((text) => [what, text, asked, means] as const),
);

describe('what a message means', () => {
  it.each(rows)('%s: %j', (_what, text, asked, means) => {
    expect(understand(text, asked, smallShop).meaning).toEqual(means);
  });

  it('finds nothing where two things have the name', () => {
    const twice = { ...smallShop, categories: [{ slug: 'spices', name: { fr: 'Safran' } }] };
    expect(understand('safran', menu, twice).meaning).toEqual(unclear);
  });
});
