/** Where a person types, or picks a place or a photo to send. */
import { shrink } from './post.js';
import { element, icon, places, say } from './words.js';

export function setUpComposer(form, { onSend, onProblem }) {
  const field = form.elements.text;

  function grow() {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, 132)}px`;
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === '') return;
    field.value = '';
    grow();
    onSend({ text });
    field.focus();
  });
  field.addEventListener('input', grow);
  field.addEventListener('keydown', (event) => {
    // Enter that ends a word still being composed (as with some keyboards) is not meant for us.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  form.querySelector('.place').addEventListener('click', () => choosePlace((location) => onSend({ location })));

  const photo = form.querySelector('.photo input');
  photo.addEventListener('change', async () => {
    const [file] = photo.files;
    photo.value = '';
    if (!file) return;
    try {
      onSend({ image: await shrink(file) });
    } catch {
      onProblem(say('photo.bad'));
    }
  });
}

const dialog = document.getElementById('place');
const problem = dialog.querySelector('.problem');
let chosen = () => {};

/** Asks for a place: one of the samples, or where the browser is. */
export function choosePlace(onChosen) {
  chosen = (location) => {
    dialog.close();
    onChosen(location);
  };
  problem.hidden = true;
  dialog.showModal();
}

function row(name, label, onTap) {
  const button = element('button', 'row');
  button.type = 'button';
  button.dataset.place = name;
  button.append(icon('pin'), element('span', '', label));
  button.addEventListener('click', onTap);
  return button;
}

function here() {
  const refused = () => {
    problem.hidden = false;
  };
  if (!navigator.geolocation) return refused();
  navigator.geolocation.getCurrentPosition(
    ({ coords }) => chosen({ latitude: coords.latitude, longitude: coords.longitude }),
    refused,
    { timeout: 10_000 },
  );
}

document
  .getElementById('places')
  .append(
    ...places.map(({ name, latitude, longitude }) =>
      row(name, say(`place.${name}`), () => chosen({ latitude, longitude })),
    ),
    row('here', say('place.here'), here),
  );
