/** Draws one message. */
import { showPicture } from './dialogs.js';
import { element, icon, sticker } from './draw.js';
import { drawMap, placesIn } from './map.js';
import { createPlayer } from './player.js';
import { hourOf, say, typeset } from './words.js';

export function drawBubble(message, { onChoice, onAsk }) {
  const bubble = element('article', `bubble ${message.from}`);
  bubble.dataset.seq = message.seq ?? '';
  if (message.id) bubble.dataset.id = message.id;
  if (message.from === 'bot') drawBot(bubble, message, { onChoice, onAsk });
  else drawPerson(bubble, message);
  bubble.append(foot(message));
  if (message.from === 'person') mark(bubble, message.seq ? 'kept' : 'sending');
  return bubble;
}

const marks = { sending: 'clock', kept: 'tick', read: 'ticks' };

/** How far a person's message has come: being sent, kept by the house, answered. */
export function mark(bubble, state) {
  bubble.dataset.state = state;
  const place = bubble.querySelector('.foot .state');
  place.title = say(`mark.${state}`);
  place.replaceChildren(icon(marks[state]), element('span', 'unseen', say(`mark.${state}`)));
}

function drawBot(bubble, message, { onChoice, onAsk }) {
  bubble.lang = message.language ?? '';
  bubble.dir = message.language === 'ar' ? 'rtl' : 'ltr';
  if (message.image) bubble.append(picture(message.image, firstLine(message.body)));
  if (message.voice) bubble.append(createPlayer(message.voice, message.seconds));
  const text = message.body ?? message.text;
  for (const location of placesIn(text)) bubble.append(drawMap(location));
  if (text) bubble.append(withLinks(element('p', 'text'), typeset(text)));
  if (message.choices) {
    const list = element('div', 'choices');
    for (const choice of message.choices) list.append(drawChoice(choice, () => onChoice(choice, message)));
    bubble.append(list);
  }
  if (message.ask) bubble.append(askButton(message.ask, onAsk));
  if (message.after) bubble.append(element('p', 'after', typeset(message.after)));
}

function drawChoice({ id, digit, label, detail }, onTap) {
  const button = element('button', 'choice');
  button.type = 'button';
  button.dataset.choice = id;
  button.dataset.digit = digit;
  const words = element('span', 'words');
  words.append(element('span', 'label', typeset(label)));
  if (detail) words.append(element('span', 'detail', typeset(detail)));
  button.append(element('span', 'digit', digit), words);
  button.addEventListener('click', onTap);
  return button;
}

function askButton(ask, onAsk) {
  const button = element('button', 'choice ask');
  button.type = 'button';
  button.append(
    icon(ask === 'location' ? 'pin' : 'customer'),
    element('span', 'words', say(ask === 'location' ? 'compose.place' : 'compose.number')),
  );
  button.addEventListener('click', () => onAsk(ask));
  return button;
}

function drawPerson(bubble, message) {
  bubble.dir = 'auto';
  if (message.image) bubble.append(picture(message.image, say('photo')));
  if (message.voice) bubble.append(createPlayer(message.voice, message.seconds));
  if (message.sticker) {
    bubble.classList.add('stuck');
    bubble.append(sticker(message.sticker), element('span', 'unseen', say(`sticker.${message.sticker}`)));
  }
  if (message.location) bubble.append(drawMap(message.location));
  else if (message.text) bubble.append(element('p', 'text', message.text));
}

function foot(message) {
  const line = element('p', 'foot');
  const time = element('time', '', hourOf(message.at));
  time.dateTime = new Date(message.at).toISOString();
  line.append(time);
  if (message.from === 'person') line.append(element('span', 'state'));
  return line;
}

function picture(source, description) {
  const button = element('button', 'picture');
  button.type = 'button';
  button.setAttribute('aria-label', say('photo.open', { what: description }));
  const image = element('img');
  image.src = source;
  image.alt = '';
  image.decoding = 'async';
  button.append(image);
  button.addEventListener('click', () => showPicture(source, description));
  return button;
}

const link = /https?:\/\/[^\s\u2066-\u2069]+/g;

/** Addresses can be followed; everything else stays text. */
function withLinks(paragraph, text) {
  let from = 0;
  for (const found of text.matchAll(link)) {
    const anchor = element('a', '', new URL(found[0]).host);
    anchor.href = found[0];
    anchor.target = '_blank';
    anchor.rel = 'noreferrer';
    anchor.dir = 'ltr';
    paragraph.append(text.slice(from, found.index), anchor);
    from = found.index + found[0].length;
  }
  paragraph.append(text.slice(from));
  return paragraph;
}

function firstLine(text = '') {
  return text.split('\n', 1)[0];
}
