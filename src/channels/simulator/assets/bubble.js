/** Draws one message. */
import { element, hourOf, icon, say, typeset } from './words.js';

export function drawBubble(message, { onChoice, onAsk }) {
  const bubble = element('article', `bubble ${message.from}`);
  bubble.dataset.seq = message.seq ?? '';
  if (message.id) bubble.dataset.id = message.id;
  if (message.from === 'bot') drawBot(bubble, message, { onChoice, onAsk });
  else drawPerson(bubble, message);
  bubble.append(foot(message));
  return bubble;
}

function drawBot(bubble, message, { onChoice, onAsk }) {
  bubble.lang = message.language ?? '';
  bubble.dir = message.language === 'ar' ? 'rtl' : 'ltr';
  if (message.image) bubble.append(picture(message.image, firstLine(message.body)));
  bubble.append(element('p', 'text', typeset(message.body ?? message.text)));
  if (message.voice) {
    const voice = element('audio');
    voice.controls = true;
    voice.preload = 'none';
    voice.src = message.voice;
    bubble.append(voice);
  }
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
  const words = element('span', 'words');
  words.append(element('span', 'label', label));
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
  if (message.location) {
    const place = element('p', 'text shared');
    const numbers = element(
      'bdi',
      '',
      `${message.location.latitude.toFixed(4)}, ${message.location.longitude.toFixed(4)}`,
    );
    place.append(icon('pin'), element('span', '', say('place')), numbers);
    bubble.append(place);
  } else if (message.text) {
    bubble.append(element('p', 'text', message.text));
  }
}

function foot(message) {
  const line = element('p', 'foot');
  const time = element('time', '', hourOf(message.at));
  time.dateTime = new Date(message.at).toISOString();
  line.append(time);
  if (message.from === 'person') {
    const state = element('span', 'state');
    state.title = say(message.seq ? 'sent' : 'sending');
    state.append(icon(message.seq ? 'tick' : 'clock'));
    line.append(state);
  }
  return line;
}

function picture(source, description) {
  const image = element('img');
  image.src = source;
  image.alt = description;
  image.decoding = 'async';
  return image;
}

function firstLine(text = '') {
  return text.split('\n', 1)[0];
}
