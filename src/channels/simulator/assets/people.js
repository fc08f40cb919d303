/** The bar: everybody one can play, what was last said to them, and how much of it they have not seen. */
import { element, face, icon } from './draw.js';
import { hourOf, inWords, people, personOf, previewOf, say, setup, shortNameOf } from './words.js';

const roles = ['customer', 'cooperative', 'distributor', 'shelf', 'volunteer'];
const memory = 'bladi.seen';
/** Of a role that many have, the others come when they are asked for, or when something is said to them. */
const shownOf = { cooperative: 4, distributor: 3 };

function remembered() {
  try {
    return JSON.parse(localStorage.getItem(memory) ?? 'null');
  } catch {
    return null;
  }
}

export function createPeople(bar, { onPick, onAdd }) {
  const kept = remembered();
  const seen = {};
  const rows = new Map();
  const lastOf = new Map(setup.last.map((message) => [message.chat, message]));
  for (const { chat, seq } of setup.last) seen[chat] = Math.min(kept ? (kept[chat] ?? 0) : seq, seq);

  function keep() {
    try {
      localStorage.setItem(memory, JSON.stringify(seen));
    } catch {
      // Without storage everything is seen at the next visit.
    }
  }

  function makeRow(person) {
    const button = element('button', 'contact');
    button.type = 'button';
    button.dataset.chat = person.chat;
    button.dataset.role = person.role;
    const words = element('span', 'words');
    const about = element('span', 'detail');
    words.append(element('span', 'label', shortNameOf(person)), about);
    const end = element('span', 'end');
    const [time, badge] = [element('time', 'time'), element('span', 'badge')];
    end.append(time, badge);
    button.append(face(person), words, end);
    button.addEventListener('click', () => onPick(person.chat));
    const row = { button, about, time, badge, unread: 0, counted: seen[person.chat] ?? 0 };
    rows.set(person.chat, row);
    drawLast(person.chat, lastOf.get(person.chat));
    drawUnread(person.chat);
    return button;
  }

  /** Of the others of a role: hidden until it is needed. */
  const bringOut = (row) => row?.button.classList.remove('spare');

  function drawLast(chat, message) {
    const { about, time, button } = rows.get(chat);
    const person = personOf(chat);
    const place = person.role === 'shelf' ? '' : inWords(person.place);
    const role = [say(`role.${person.role}`), place].filter(Boolean).join(' · ');
    about.textContent = message ? previewOf(message) : role;
    if (message) about.dir = 'auto';
    button.title = [inWords(person.name), role, message && previewOf(message)].filter(Boolean).join('\n');
    time.textContent = message ? hourOf(message.at) : '';
  }

  function drawUnread(chat) {
    const { badge, unread, button } = rows.get(chat);
    const name = inWords(personOf(chat).name);
    badge.textContent = unread === 0 ? '' : unread > 99 ? '99+' : unread;
    button.classList.toggle('unread', unread > 0);
    const role = say(`role.${personOf(chat).role}`);
    button.setAttribute(
      'aria-label',
      unread > 0 ? say('person.unread', { name, role, count: unread }) : `${name}, ${role}`,
    );
    const all = [...rows.values()].reduce((sum, row) => sum + row.unread, 0);
    document.title = all > 0 ? `(${all}) ${say('title')}` : say('title');
  }

  /** Rings: brought into sight, unless somebody is looking for something in the list. */
  function ring({ button }) {
    button.classList.remove('rings');
    requestAnimationFrame(() => button.classList.add('rings'));
    if (!bar.matches(':hover, :focus-within')) button.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  function moreOf(group, role) {
    const button = element('button', 'contact others');
    button.type = 'button';
    const dots = element('span', 'avatar', '…');
    const words = element('span', 'words');
    words.append(element('span', 'label', say(`more.${role}`)));
    button.append(dots, words);
    button.addEventListener('click', () => {
      const hidden = [...group.querySelectorAll('.spare')];
      for (const row of hidden) row.classList.remove('spare');
      button.remove();
      hidden[0]?.focus();
    });
    return button;
  }

  function draw() {
    const add = element('button', 'contact add');
    add.type = 'button';
    const plus = element('span', 'avatar');
    plus.append(icon('plus'));
    const words = element('span', 'words');
    words.append(element('span', 'label', say('add')));
    add.append(plus, words);
    add.addEventListener('click', onAdd);
    for (const role of roles) {
      const group = element('section', 'group');
      group.dataset.role = role;
      const heading = element('h2', '', say(`group.${role}`));
      heading.id = `group-${role}`;
      group.setAttribute('aria-labelledby', heading.id);
      const members = people.filter((person) => person.role === role);
      group.append(heading, ...members.map(makeRow));
      for (const { chat } of members.slice(shownOf[role] ?? members.length)) {
        if (!lastOf.has(chat)) rows.get(chat).button.classList.add('spare');
      }
      if (group.querySelector('.spare')) group.append(moreOf(group, role));
      if (role === 'customer') group.append(add);
      bar.append(group);
    }
  }
  draw();

  return {
    /** Where the stream takes up for a chat whose phone is not open. */
    seenOf: (chat) => seen[chat] ?? 0,
    chats: () => [...rows.keys()],
    add(person) {
      if (rows.has(person.chat)) return;
      people.push(person);
      bar.querySelector('.contact.add').before(makeRow(person));
    },
    receive(message, { isSeen }) {
      const row = rows.get(message.chat);
      if (!row || message.seq <= row.counted) return;
      row.counted = message.seq;
      bringOut(row);
      drawLast(message.chat, message);
      if (isSeen) return this.see(message.chat);
      if (message.from !== 'bot') return;
      row.unread += 1;
      drawUnread(message.chat);
      ring(row);
    },
    see(chat) {
      const row = rows.get(chat);
      if (!row) return;
      row.unread = 0;
      seen[chat] = row.counted;
      keep();
      drawUnread(chat);
    },
    mark(chat, { isOpen, isShown }) {
      const button = rows.get(chat)?.button;
      if (isOpen) bringOut(rows.get(chat));
      button?.classList.toggle('open', isOpen);
      if (isShown) {
        button?.setAttribute('aria-current', 'true');
        if (!bar.matches(':hover, :focus-within')) button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      } else button?.removeAttribute('aria-current');
    },
    point(chat) {
      for (const [name, { button }] of rows) button.classList.toggle('pointed', name === chat);
    },
    forget() {
      localStorage.removeItem(memory);
    },
  };
}
