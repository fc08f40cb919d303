/** What the server put into the page: the words of its language, whom one can play, which phones are open. */
export const setup = JSON.parse(document.getElementById('setup').textContent);

export const { language, people, places } = setup;

export function say(key, values = {}) {
  return (setup.words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '');
}

export const knows = (key) => key in setup.words;

/** A text of the catalogue in the page's language, or in the other where it is missing. */
export function inWords(words = {}) {
  return words[language] ?? words.fr ?? words.ar ?? '';
}

const locale = language === 'ar' ? 'ar-MA-u-nu-latn' : 'fr-MA';
const hour = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });

export const hourOf = (at) => hour.format(at);

const dayBefore = (now) => new Date(now).setDate(new Date(now).getDate() - 1);

export function dayOf(at, now = Date.now()) {
  const written = day.format(at);
  if (written === day.format(now)) return say('today');
  return written === day.format(dayBefore(now)) ? say('yesterday') : written;
}

/** Keeps a number with its unit, and French marks with their word, on one line. */
export function typeset(text = '') {
  return text
    .replace(/« /g, '«\u00a0')
    .replace(/ (?=[»:;!?])/g, '\u00a0')
    .replace(/(?<=\d\u2069?) (?=(?:DH|kg|g|درهم|كيلو|غرام)(?!\p{L}))/gu, '\u00a0');
}

/** Who plays in a chat; a customer's name that nobody has used yet is its own. */
export function personOf(chat) {
  return people.find((person) => person.chat === chat) ?? { chat, role: 'customer', name: { ar: chat, fr: chat } };
}

/** What somebody is called in a list: of the shelves, all of one name, where they stand. */
export const shortNameOf = ({ role, name, place }) => inWords(role === 'shelf' && place ? place : name);

/** What a list says of a message, in one line. */
export function previewOf(message) {
  if (message.sticker) return say('sticker');
  if (message.location) return say('place');
  const text = (message.from === 'bot' ? (message.body ?? message.text) : message.text) || '';
  if (message.voice && !text) return say('voice');
  if (message.image && !text) return say('photo');
  return typeset(text.split('\n', 1)[0].slice(0, 90));
}
