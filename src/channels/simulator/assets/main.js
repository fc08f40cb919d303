/** The page: which phones are open, and the bar from which more are opened. */
import { createPhone } from './phone.js';
import { createStream } from './stream.js';
import { element, icon, inWords, openAtFirst, people, personOf, say } from './words.js';

const byId = (id) => document.getElementById(id);
const [shelf, tabs, lost, dialog, list] = [byId('phones'), byId('tabs'), byId('lost'), byId('choose'), byId('people')];
const phones = new Map();

const stream = createStream({
  onState: (connected) => {
    lost.hidden = connected;
  },
  onMessage(message) {
    const phone = phones.get(message.chat);
    phone?.receive(message);
    // What was said before the phone was opened is not news.
    const isNews = phone && !phone.seen && message.from === 'bot' && message.at >= phone.openedAt;
    if (isNews) phone.tab.classList.add('unread');
  },
});

const inView = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const phone = phones.get(target.dataset.chat);
      if (!phone) continue;
      phone.seen = isIntersecting;
      phone.tab.setAttribute('aria-current', String(isIntersecting));
      if (isIntersecting) phone.tab.classList.remove('unread');
    }
  },
  { root: shelf, threshold: 0.55 },
);

const crowding = new ResizeObserver(checkCrowding);
crowding.observe(shelf);
function checkCrowding() {
  document.body.classList.toggle('crowded', phones.size > 1 && shelf.scrollWidth > shelf.clientWidth + 2);
  document.body.classList.toggle('deserted', phones.size === 0);
}

function open(chat, { show = true } = {}) {
  if (!phones.has(chat)) {
    const phone = createPhone(chat, { onClose: () => close(chat) });
    const tab = element('button', 'tab');
    tab.type = 'button';
    tab.dataset.role = phone.role;
    tab.append(icon(phone.role), element('span', '', phone.name));
    tab.addEventListener('click', () => bringForward(phone));
    phones.set(chat, { ...phone, tab, seen: false, openedAt: Date.now() });
    shelf.append(phone.element);
    tabs.append(tab);
    inView.observe(phone.element);
    stream.follow(chat);
    remember();
  }
  if (show) bringForward(phones.get(chat));
}

function close(chat) {
  const phone = phones.get(chat);
  inView.unobserve(phone.element);
  phone.element.remove();
  phone.tab.remove();
  phones.delete(chat);
  stream.leave(chat);
  remember();
}

function bringForward(phone) {
  phone.element.scrollIntoView({ inline: 'center', block: 'nearest' });
  phone.focus();
}

/** The open phones stand in the address, so that it can be kept, shared and read in the other language. */
function remember() {
  checkCrowding();
  const url = new URL(location.href);
  url.searchParams.set('open', [...phones.keys()].join(','));
  history.replaceState(null, '', url);
  const other = new URL(byId('other-language').href);
  other.searchParams.set('open', [...phones.keys()].join(','));
  byId('other-language').href = other;
}

function personRow(person) {
  const button = element('button', 'row');
  button.type = 'button';
  button.dataset.chat = person.chat;
  button.dataset.role = person.role;
  const avatar = element('span', 'avatar');
  avatar.append(icon(person.role));
  const words = element('span', 'words');
  words.append(element('span', 'label', inWords(person.name)), element('span', 'detail', inWords(person.place)));
  button.append(avatar, words);
  if (phones.has(person.chat)) button.append(element('span', 'state', say('add.isOpen')));
  button.addEventListener('click', () => {
    dialog.close();
    open(person.chat);
  });
  return button;
}

function drawPeople() {
  list.replaceChildren(
    ...['customer', 'cooperative', 'distributor', 'shelf', 'volunteer'].flatMap((role) => [
      element('h3', '', say(`group.${role}`)),
      ...people.filter((person) => person.role === role).map(personRow),
    ]),
  );
}

byId('add').addEventListener('click', () => {
  drawPeople();
  dialog.querySelector('.problem').hidden = true;
  dialog.showModal();
});

byId('choose-customer').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  const chat = form.elements.name.value.normalize('NFC').trim();
  const known = people.find((person) => person.role === 'customer' && inWords(person.name) === chat)?.chat ?? chat;
  const answer = await fetch(`/simulator/chats/${encodeURIComponent(known)}/messages?after=999999999999999`);
  dialog.querySelector('.problem').hidden = answer.ok;
  if (!answer.ok || known.includes(':')) return;
  form.reset();
  if (!people.some((person) => person.chat === known)) people.push(personOf(known));
  dialog.close();
  open(known);
});

for (const box of document.querySelectorAll('dialog')) {
  box.addEventListener('click', (event) => event.target === box && box.close());
}

for (const chat of openAtFirst) open(chat, { show: false });
