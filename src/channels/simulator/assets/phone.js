/** One phone: whose it is, and what its owner does. */
import { drawBubble } from './bubble.js';
import { setUpComposer } from './composer.js';
import { choosePlace } from './dialogs.js';
import { element, face } from './draw.js';
import { freshId, post } from './post.js';
import { createThread } from './thread.js';
import { inWords, language, personOf, say } from './words.js';

const sampleNumber = '0612345678';
const template = document.getElementById('phone');

export function createPhone(chat, { onClose, onSaid }) {
  const person = personOf(chat);
  const name = inWords(person.name);
  const phone = template.content.firstElementChild.cloneNode(true);
  const part = (selector) => phone.querySelector(selector);
  const about = [say(`role.${person.role}`), inWords(person.place)].filter(Boolean).join(' · ');

  phone.dataset.chat = chat;
  phone.dataset.role = person.role;
  phone.setAttribute('aria-label', name);
  part('.face').replaceWith(face(person));
  part('.name').textContent = name;
  part('.about').textContent = about;
  part('.about').title = about;
  const close = part('.close');
  close.title = say('close.phone', { name });
  close.setAttribute('aria-label', close.title);
  close.addEventListener('click', onClose);
  turn(language);

  const thread = createThread(phone, { name, role: person.role });
  const composer = setUpComposer(phone, { onSend: send, onProblem: thread.tell });
  part('.hello').addEventListener('click', () => {
    send({ text: say('hello') });
    part('textarea').focus();
  });

  function turn(spoken) {
    phone.querySelector('.screen').dir = spoken === 'ar' ? 'rtl' : 'ltr';
  }

  thread.onTyping((isTyping) => {
    part('.about').textContent = isTyping ? say('typing') : about;
    part('.about').classList.toggle('typing', isTyping);
  });

  // Whoever taps or types a choice goes on at the next question; whoever writes stays at the field.
  let goesOn = false;
  const actions = {
    onChoice: (choice, message) => {
      goesOn = true;
      send({ choice: choice.id, about: message.seq }, choice.label);
    },
    onAsk: (ask) => (ask === 'phone' ? send({ text: sampleNumber }) : choosePlace((location) => send({ location }))),
  };

  /** Shown at once, and replaced by what the server keeps. */
  async function send(act, label) {
    const id = freshId();
    const { image, voice, seconds, sticker, location } = act;
    const shown = { from: 'person', id, at: Date.now(), image, voice, seconds, sticker, location };
    const bubble = drawBubble({ ...shown, text: label ?? act.text ?? '' }, actions);
    thread.place(bubble, Date.now());
    thread.scrollToEnd();
    try {
      await post(chat, { id, ...act });
      thread.kept(id);
    } catch (error) {
      bubble.classList.add('failed');
      bubble.append(element('p', 'problem', say('failed', { reason: error.message })));
    }
  }

  function receive(message) {
    const hadFocus = phone.contains(document.activeElement) || document.activeElement === document.body;
    const bubble = drawBubble(message, actions);
    thread.receive(bubble, message);
    if (message.from !== 'bot') return;
    turn(message.language);
    if (message.at > openedAt) onSaid(name, message);
    if (goesOn && hadFocus && (message.choices || message.ask)) {
      goesOn = false;
      bubble.querySelector('.choice')?.focus({ preventScroll: true });
    }
  }
  const openedAt = Date.now();

  return {
    chat,
    name,
    role: person.role,
    element: phone,
    send,
    receive,
    isBusy: composer.isBusy,
    // On a telephone the keyboard would cover the conversation before it is read.
    focus: () =>
      (matchMedia('(hover: hover)').matches ? part('textarea') : part('.thread')).focus({ preventScroll: true }),
  };
}
