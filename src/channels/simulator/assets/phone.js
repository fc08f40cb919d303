/** One phone: its thread of messages and what its owner does. */
import { drawBubble } from './bubble.js';
import { choosePlace, setUpComposer } from './composer.js';
import { freshId, post } from './post.js';
import { dayOf, element, icon, inWords, language, personOf, say } from './words.js';

const sampleNumber = '0612345678';
const template = document.getElementById('phone');

export function createPhone(chat, { onClose }) {
  const person = personOf(chat);
  const name = inWords(person.name);
  const phone = template.content.firstElementChild.cloneNode(true);
  const part = (selector) => phone.querySelector(selector);
  const [thread, newest, empty] = [part('.thread'), part('.newest'), part('.empty')];

  phone.dataset.chat = chat;
  phone.dataset.role = person.role;
  part('.avatar').append(icon(person.role));
  part('.name').textContent = name;
  part('.about').textContent = [say(`role.${person.role}`), inWords(person.place)].filter(Boolean).join(' · ');
  part('.about').title = part('.about').textContent;
  thread.setAttribute('aria-label', say('thread', { name }));
  phone.setAttribute('aria-label', name);
  empty.querySelector('p').textContent = say(person.role === 'customer' ? 'empty.customer' : 'empty.staff');
  empty.querySelector('button').addEventListener('click', () => {
    send({ text: say('hello') });
    part('textarea').focus();
  });
  const close = part('.close');
  close.title = say('close.phone', { name });
  close.setAttribute('aria-label', close.title);
  close.addEventListener('click', onClose);
  turn(language);
  setUpComposer(part('.composer'), { onSend: send, onProblem: tellProblem });

  function turn(spoken) {
    phone.querySelector('.screen').dir = spoken === 'ar' ? 'rtl' : 'ltr';
  }

  const isAtEnd = () => thread.scrollHeight - thread.scrollTop - thread.clientHeight < 80;
  function scrollToEnd() {
    thread.scrollTop = thread.scrollHeight;
    newest.hidden = true;
  }
  newest.addEventListener('click', scrollToEnd);
  // Pictures and the keyboard change heights after the fact; who was at the end stays there.
  let followed = true;
  thread.addEventListener(
    'scroll',
    () => {
      followed = isAtEnd();
      if (followed) newest.hidden = true;
    },
    { passive: true },
  );
  new ResizeObserver(() => followed && scrollToEnd()).observe(thread);
  thread.addEventListener('load', () => followed && scrollToEnd(), true);

  function place(bubble, at) {
    empty.hidden = true;
    const day = dayOf(at);
    if (thread.dataset.day !== day) {
      thread.dataset.day = day;
      thread.append(element('p', 'day', day));
    }
    thread.append(bubble);
  }

  const actions = {
    onChoice: (choice, message) => send({ choice: choice.id, about: message.seq }, choice.label),
    onAsk: (ask) => (ask === 'phone' ? send({ text: sampleNumber }) : choosePlace((location) => send({ location }))),
  };

  /** Shown at once, and replaced by what the server keeps. */
  async function send(act, label) {
    const id = freshId();
    const bubble = drawBubble({ from: 'person', id, at: Date.now(), ...act, text: label ?? act.text }, actions);
    place(bubble, Date.now());
    scrollToEnd();
    try {
      await post(chat, { id, ...act });
    } catch (error) {
      bubble.classList.add('failed');
      bubble.append(element('p', 'problem', say('failed', { reason: error.message })));
    }
  }

  function tellProblem(sentence) {
    place(element('p', 'day', sentence), Date.now());
    scrollToEnd();
  }

  /** True when the owner could not have seen it. */
  function receive(message) {
    const stay = isAtEnd();
    const bubble = drawBubble(message, actions);
    const sent = message.id && thread.querySelector(`[data-id="${CSS.escape(message.id)}"]`);
    if (sent) sent.replaceWith(bubble);
    else place(bubble, message.at);
    if (message.choice && message.about) markChosen(message);
    if (message.from === 'bot') {
      turn(message.language);
      // News without a question leaves the question before it open.
      const asks = message.choices || message.ask || !thread.querySelector('.bubble.current');
      if (asks) {
        thread.querySelector('.bubble.current')?.classList.remove('current');
        bubble.classList.add('current');
      }
    }
    if (stay || message.from === 'person') scrollToEnd();
    else newest.hidden = false;
  }

  function markChosen({ about, choice }) {
    const list = thread.querySelector(`[data-seq="${about}"] .choices`);
    for (const button of list?.children ?? []) button.classList.toggle('chosen', button.dataset.choice === choice);
  }

  return { chat, name, role: person.role, element: phone, receive, focus: () => part('textarea').focus() };
}
