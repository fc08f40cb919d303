/** What the server put into the page: the words of its language, whom one can play, which phones are open. */
const setup = JSON.parse(document.getElementById('setup').textContent);

export const { language, people, places, open: openAtFirst } = setup;

export function say(key, values = {}) {
  return (setup.words[key] ?? key).replace(/\{\{(\w+)\}\}/g, (_, name) => values[name] ?? '');
}

/** A text of the catalogue in the page's language, or in the other where it is missing. */
export function inWords(words = {}) {
  return words[language] ?? words.fr ?? words.ar ?? '';
}

const locale = language === 'ar' ? 'ar-MA-u-nu-latn' : 'fr-MA';
const hour = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' });

export const hourOf = (at) => hour.format(at);
export const dayOf = (at) => day.format(at);

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

export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}
