/** Reads along in every conversation: which question is open where, and what was just done. */
const orderNumber = /(?<![A-Z0-9])(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{4}(?![A-Z0-9])/;
const code = /(?<![\d+.,])\d{4}(?![\d.,]\d|\d)/;
const money = /(\d[\d\u00a0\u202f ]*(?:[.,]\d+)?)\s*(?:DH|درهم)/g;
const easternDigits = '٠١٢٣٤٥٦٧٨٩';

const plain = (text = '') => text.replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '');
const toLatin = (text) => text.replace(/[٠-٩]/g, (digit) => easternDigits.indexOf(digit));

export const numberIn = (text) => orderNumber.exec(plain(text))?.[0];
export const codeIn = (text) => code.exec(plain(text))?.[0];
/** Every amount of money of a text, in dirhams. */
export const amountsIn = (text) =>
  [...plain(text).matchAll(money)].map(([, written]) =>
    Number(written.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')),
  );

export function createWatch() {
  const questions = new Map();
  const newest = new Map();
  const newestAnswer = new Map();

  return {
    /**
     * What a message shows, once: `asked` the ids of its choices, `did` the id of the choice that was taken, by tap or by
     * digit, `typed` what was written.
     */
    read(message) {
      const { chat, seq, from } = message;
      if ((message.choices || message.ask) && seq > (questions.get(chat)?.seq ?? 0)) questions.set(chat, message);
      if (seq <= (newest.get(chat) ?? 0)) return undefined;
      newest.set(chat, seq);
      if (from === 'bot') {
        newestAnswer.set(chat, seq);
        return { ...message, asked: (message.choices ?? []).map(({ id }) => id) };
      }
      const typed = toLatin(message.text ?? '').trim();
      const byDigit = questions.get(chat)?.choices?.find(({ digit }) => digit === typed)?.id;
      return { ...message, typed, did: message.choice ?? byDigit };
    },
    question: (chat) => questions.get(chat),
    newestAnswer: (chat) => newestAnswer.get(chat) ?? 0,
    newest: () => Math.max(0, ...newest.values()),
  };
}
