/** Where a person types, or picks something else to send. */
import { choosePlace } from './dialogs.js';
import { shrink } from './post.js';
import { sampleVoice, setUpRecorder } from './recorder.js';
import { say } from './words.js';

export function setUpComposer(phone, { onSend, onProblem }) {
  const part = (selector) => phone.querySelector(selector);
  const form = part('.composer');
  const field = form.elements.text;
  const [more, attach, speak, go] = [part('.more'), part('.attach'), part('.speak'), part('.composer .go')];
  const recorder = setUpRecorder(phone, { onSend: (act) => onSend(act), form });

  function draw() {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, 132)}px`;
    const isEmpty = field.value.trim() === '';
    go.hidden = isEmpty;
    speak.hidden = !isEmpty;
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text === '') return;
    field.value = '';
    draw();
    onSend({ text });
    field.focus();
  });
  field.addEventListener('input', draw);
  field.addEventListener('keydown', (event) => {
    // Enter that ends a word still being composed (as with some keyboards) is not meant for us.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });

  function showAttachments(isOpen) {
    attach.hidden = !isOpen;
    more.setAttribute('aria-expanded', String(isOpen));
  }
  more.addEventListener('click', () => {
    showAttachments(attach.hidden);
    if (!attach.hidden) attach.querySelector('button').focus();
  });
  attach.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    showAttachments(false);
    more.focus();
  });
  const attached = (act) => {
    showAttachments(false);
    onSend(act);
    more.focus();
  };

  part('.place').addEventListener('click', () => {
    showAttachments(false);
    choosePlace((location) => onSend({ location }));
  });
  part('.sample').addEventListener('click', () => attached(sampleVoice()));
  for (const button of phone.querySelectorAll('.paste')) {
    button.addEventListener('click', () => attached({ sticker: button.dataset.sticker }));
  }

  const photo = part('.photo input');
  photo.addEventListener('change', async () => {
    const [file] = photo.files;
    photo.value = '';
    if (!file) return;
    try {
      attached({ image: await shrink(file) });
    } catch {
      showAttachments(false);
      onProblem(say('photo.bad'));
    }
  });

  speak.addEventListener('click', () => {
    showAttachments(false);
    recorder.start();
  });
  return { isBusy: () => field.value !== '' || recorder.isOn() };
}
