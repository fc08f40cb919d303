/** The conversation on a phone: its days and messages, what is read, and who is typing. */

import { mark } from './bubble.js';
import { element } from './draw.js';
import { dayOf, say } from './words.js';

/** How long the dots are shown at most, in ms: an answer that takes longer is not being typed. */
const longestTyping = 12_000;
const easternDigits = '٠١٢٣٤٥٦٧٨٩';

export function createThread(phone, { name, role }) {
  const part = (selector) => phone.querySelector(selector);
  const [thread, newest, empty] = [part('.thread'), part('.newest'), part('.empty')];
  thread.setAttribute('aria-label', say('thread', { name }));
  empty.querySelector('p').textContent = say(`empty.${role}`);

  const isAtEnd = () => thread.scrollHeight - thread.scrollTop - thread.clientHeight < 80;
  let followed = true;
  let lowest = 0;
  function scrollToEnd() {
    thread.scrollTop = thread.scrollHeight;
    lowest = thread.scrollTop;
    newest.hidden = true;
    followed = true;
  }
  /** What is scrolled is told a frame later; whoever has just gone up is not pulled down again meanwhile. */
  const isFollowing = () => followed && thread.scrollTop >= lowest - 1;
  newest.addEventListener('click', scrollToEnd);
  // Pictures and the keyboard change heights after the fact; who was at the end stays there.
  const noteScroll = () => {
    followed = isAtEnd();
    if (!followed) return;
    newest.hidden = true;
    lowest = thread.scrollTop;
  };
  thread.addEventListener('scroll', noteScroll, { passive: true });
  new ResizeObserver(() => isFollowing() && scrollToEnd()).observe(thread);
  thread.addEventListener('load', () => isFollowing() && scrollToEnd(), true);

  const dots = element('div', 'bubble bot dots');
  dots.setAttribute('aria-hidden', 'true');
  dots.append(element('span'), element('span'), element('span'));
  let timer;
  let tellTyping = () => {};
  function type(isTyping) {
    clearTimeout(timer);
    tellTyping(isTyping);
    if (!isTyping) return dots.remove();
    thread.append(dots);
    timer = setTimeout(() => type(false), longestTyping);
    if (isFollowing()) scrollToEnd();
  }

  function place(bubble, at) {
    empty.hidden = true;
    const day = dayOf(at);
    if (thread.dataset.day !== day) {
      thread.dataset.day = day;
      thread.append(element('p', 'day', day));
    }
    thread.append(bubble);
    if (dots.isConnected) thread.append(dots);
  }

  const own = (id) => thread.querySelector(`[data-id="${CSS.escape(id)}"]`);

  /** The server has it: one tick, and the answer is on its way. */
  function kept(id) {
    const bubble = own(id);
    if (bubble?.dataset.state !== 'sending') return;
    mark(bubble, 'kept');
    type(true);
  }

  function markChosen({ about, choice }) {
    const list = thread.querySelector(`[data-seq="${about}"] .choices`);
    for (const button of list?.children ?? []) button.classList.toggle('chosen', button.dataset.choice === choice);
  }

  function receivePerson(bubble, message) {
    const sent = own(message.id);
    // A voice that is being heard is not begun again.
    if (sent?.querySelector('.player.playing')) sent.dataset.seq = message.seq;
    else if (sent) sent.replaceWith(bubble);
    else place(bubble, message.at);
    if (message.choice && message.about) markChosen(message);
    mark(own(message.id), 'kept');
    if (Date.now() - message.at < longestTyping) type(true);
    scrollToEnd();
  }

  function receiveBot(bubble, message) {
    const stay = isFollowing();
    type(false);
    place(bubble, message.at);
    for (const answered of thread.querySelectorAll('.bubble.person[data-state="kept"]')) mark(answered, 'read');
    // News without a question leaves the question before it open.
    if (message.choices || message.ask || !thread.querySelector('.bubble.current')) {
      thread.querySelector('.bubble.current')?.classList.remove('current');
      bubble.classList.add('current');
    }
    if (stay) scrollToEnd();
    else newest.hidden = false;
  }

  // Digits answer from anywhere in the conversation, arrows go through a menu.
  thread.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches('input')) return;
    const digit = easternDigits.includes(event.key) ? String(easternDigits.indexOf(event.key)) : event.key;
    if (/^\d$/.test(digit)) {
      thread.querySelector(`.bubble.current .choice[data-digit="${digit}"]`)?.click();
      return;
    }
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const list = event.target.closest?.('.choices');
    if (!list || !steps[event.key]) return;
    event.preventDefault();
    const choices = [...list.children];
    const next = choices.indexOf(event.target) + steps[event.key];
    choices[(next + choices.length) % choices.length].focus();
  });

  return {
    place,
    kept,
    scrollToEnd,
    receive: (bubble, message) => (message.from === 'bot' ? receiveBot : receivePerson)(bubble, message),
    tell(sentence) {
      place(element('p', 'day', sentence), Date.now());
      scrollToEnd();
    },
    onTyping(tell) {
      tellTyping = tell;
    },
  };
}
