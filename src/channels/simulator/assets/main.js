/** The page: puts its parts together. */
import { createCoach } from './coach.js';
import { chooseCustomer } from './dialogs.js';
import { createGuide } from './guide.js';
import { createPeople } from './people.js';
import { createPhones, room } from './phones.js';
import { createWaiting, setUpStartOver, speak } from './play.js';
import { createStream } from './stream.js';
import { createWatch } from './watch.js';
import { language, personOf, setup } from './words.js';

const byId = (id) => document.getElementById(id);
const [shelf, said, otherLanguage] = [byId('phones'), byId('said'), byId('other-language')];

speak(setup);
const watch = createWatch();
const bar = createPeople(byId('people'), { onPick: (chat) => phones.open(chat), onAdd: () => chooseCustomer(add) });

const stream = createStream({
  onState: (isConnected) => {
    byId('lost').hidden = isConnected;
  },
  onMessage(message) {
    phones.get(message.chat)?.receive(message);
    bar.receive(message, { isSeen: phones.isShown(message.chat) && document.visibilityState === 'visible' });
    const seen = watch.read(message);
    if (seen) guide.receive(seen);
    waiting.soon();
  },
});

const phones = createPhones(shelf, {
  onOpen(chat) {
    bar.mark(chat, { isOpen: true, isShown: false });
    // Its whole conversation comes; what was read before is drawn, and counted no second time.
    stream.follow(chat, 0);
    remember();
  },
  onShown(chat, isShown) {
    bar.mark(chat, { isOpen: true, isShown });
    if (isShown) bar.see(chat);
  },
  onClosed(chat) {
    bar.mark(chat, { isOpen: false, isShown: false });
    remember();
  },
  /** News are read out, once for the whole page. */
  onSaid(name, message) {
    said.textContent = '';
    said.lang = message.language;
    said.textContent = `${name}: ${message.text}`;
  },
});
document.addEventListener('visibilitychange', () => {
  for (const chat of phones.chats()) if (phones.isShown(chat)) bar.see(chat);
});

function add(chat) {
  bar.add(personOf(chat));
  phones.open(chat);
}

const waiting = createWaiting({ onChange: () => coach?.waitingChanged() });
const guide = createGuide({
  watch,
  waiting: { pass: () => waiting.pass(), next: () => waiting.next() },
  phoneOf: (chat) => phones.get(chat) ?? phones.open(chat, { focus: false }),
  onChange: () => coach?.draw(),
});
let coach;
coach = createCoach(guide, {
  waiting: () => guide.state() !== undefined && !guide.isDone(),
  onTurn(chat, { focus }) {
    bar.point(chat);
    if (chat) phones.open(chat, { focus: focus === true });
    phones.point(chat);
  },
});

setUpStartOver({
  onDone() {
    stream.close();
    bar.forget();
    guide.leave();
    location.replace(`/?lang=${language}`);
  },
});

/** The open phones stand in the address, so that it can be kept, shared and read in the other language. */
function remember() {
  const open = phones.chats().join(',');
  document.body.classList.toggle('deserted', open === '');
  const [here, there] = [new URL(location.href), new URL(otherLanguage.href)];
  for (const url of [here, there]) url.searchParams.set('open', open);
  history.replaceState(null, '', here);
  otherLanguage.href = there;
}

for (const chat of bar.chats()) stream.follow(chat, bar.seenOf(chat));
for (const chat of setup.isChosen ? setup.open : setup.open.slice(0, room(shelf)))
  phones.open(chat, { show: false, focus: false });
// Whoever is here for the first time is shown round; whoever was being shown round goes on.
if (guide.state() || setup.last.length === 0) coach.show(true);
