/** Small things from which everything is drawn. */
import { shortNameOf } from './words.js';

const svgSpace = 'http://www.w3.org/2000/svg';

export function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

export function shape(tag, attributes = {}, ...children) {
  const made = document.createElementNS(svgSpace, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

const used = (className, name) =>
  shape('svg', { class: className, 'aria-hidden': 'true' }, shape('use', { href: `#${name}` }));

export const icon = (name) => used('icon', `icon-${name}`);
export const sticker = (name) => used('sticker', `sticker-${name}`);

/** A button that shows an icon alone; `label` is what it is called. */
export function iconButton(className, name, label) {
  const button = element('button', className);
  button.type = 'button';
  button.title = label;
  button.setAttribute('aria-label', label);
  button.append(icon(name));
  return button;
}

/** The first letters of a name: two in French, one in Arabic, where two would join to a word nobody is called by. */
function initialsOf(name) {
  const words = name.split(/[\s'’-]+/).filter((word) => word.length > 2 || /\d/.test(word));
  const letters = (words.length ? words : [name]).map((word) => [...word.replace(/^ال(?=..)/, '')][0] ?? '');
  return letters
    .slice(0, /\p{Script=Arabic}/u.test(name) ? 1 : 2)
    .join('')
    .toUpperCase();
}

/** Who somebody is, at a glance: the letters of a name, in the colour of a role, with its sign. */
export function face(person) {
  const avatar = element('span', 'avatar', initialsOf(shortNameOf(person)));
  avatar.dataset.role = person.role;
  avatar.setAttribute('aria-hidden', 'true');
  if (person.role !== 'customer') {
    const sign = element('span', 'sign');
    sign.append(icon(person.role));
    avatar.append(sign);
  }
  return avatar;
}
