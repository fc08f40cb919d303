/** The dialogs: which place to send, a picture in large, a customer of one's own. */
import { element, icon } from './draw.js';
import { inWords, people, places, say } from './words.js';

const byId = (id) => document.getElementById(id);

for (const box of document.querySelectorAll('dialog')) {
  box.addEventListener('click', (event) => event.target === box && box.close());
}

const place = byId('place');
const denied = place.querySelector('.problem');
let chosen = () => {};

/** Asks for a place: one of the samples, or where the browser is. */
export function choosePlace(onChosen) {
  chosen = (location) => {
    place.close();
    onChosen(location);
  };
  denied.hidden = true;
  place.showModal();
}

function placeRow(name, label, onTap) {
  const button = element('button', 'row');
  button.type = 'button';
  button.dataset.place = name;
  button.append(icon('pin'), element('span', '', label));
  button.addEventListener('click', onTap);
  return button;
}

function here() {
  const refused = () => {
    denied.hidden = false;
  };
  if (!navigator.geolocation) return refused();
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => chosen({ latitude: coords.latitude, longitude: coords.longitude }),
    refused,
    { timeout: 10_000 },
  );
}

byId('places').append(
  ...places.map(({ name, latitude, longitude }) =>
    placeRow(name, say(`place.${name}`), () => chosen({ latitude, longitude })),
  ),
  placeRow('here', say('place.here'), here),
);

const large = byId('picture');

export function showPicture(source, description) {
  const image = large.querySelector('img');
  image.src = source;
  image.alt = description;
  large.showModal();
}

const choose = byId('choose');
let named = () => {};

/** Asks for a name; the customer of that name need not have written before. */
export function chooseCustomer(onChosen) {
  named = onChosen;
  choose.querySelector('.problem').hidden = true;
  choose.showModal();
}

byId('choose-customer').addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  const name = form.elements.name.value.normalize('NFC').trim();
  const known = people.find((person) => person.role === 'customer' && inWords(person.name) === name)?.chat ?? name;
  const answer = await fetch(`/simulator/chats/${encodeURIComponent(known)}/messages?after=999999999999999`);
  const isGood = answer.ok && !known.includes(':');
  choose.querySelector('.problem').hidden = isGood;
  if (!isGood) return;
  form.reset();
  choose.close();
  named(known);
});
