/** What only the simulator offers: to let the waiting pass, and to start over. */
import { knows, say } from './words.js';

const byId = (id) => document.getElementById(id);

/** What waits, in words. */
function inWordsOf({ name, step }) {
  const key = [`waiting.${name}.${step}`, `waiting.${name}`].find(knows);
  return say(key ?? 'waiting.other');
}

async function ask(method) {
  const answer = await fetch('/simulator/waiting', { method });
  if (!answer.ok) throw new Error(answer.statusText);
  return (await answer.json()).next ?? undefined;
}

/** Staff who have written nothing yet are spoken to in the page's language. */
export function speak({ hasSpeak, language }) {
  if (hasSpeak) fetch(`/simulator/language/${language}`, { method: 'POST' }).catch(() => {});
}

/** Keeps the button true; `onChange` is told of what is next, or of nothing. */
export function createWaiting({ onChange }) {
  const button = byId('waiting');
  if (!button) return { soon() {}, pass: async () => false, next: () => undefined };
  let next;
  let timer;
  let isPassing = false;

  function draw(found) {
    next = found;
    button.disabled = isPassing || next === undefined;
    button.classList.toggle('ready', next !== undefined);
    button.querySelector('.next').textContent = next ? inWordsOf(next) : say('waiting.none');
    onChange(next);
    clearTimeout(timer);
    // What passes by itself is gone a moment later.
    if (next && document.visibilityState === 'visible')
      timer = setTimeout(refresh, Math.min(20_000, Math.max(1500, next.at - Date.now() + 1500)));
  }
  async function refresh() {
    draw(await ask('GET').catch(() => next));
  }

  async function pass() {
    if (isPassing) return false;
    if (next === undefined) await refresh();
    if (next === undefined) return false;
    isPassing = true;
    button.disabled = true;
    try {
      const left = await ask('POST');
      isPassing = false;
      draw(left);
      soon(700);
      return true;
    } catch {
      isPassing = false;
      soon();
      return false;
    }
  }
  button.addEventListener('click', pass);

  let asked;
  function soon(delay = 350) {
    clearTimeout(asked);
    asked = setTimeout(refresh, delay);
  }
  soon(0);
  return { soon, pass, next: () => next, inWords: () => next && inWordsOf(next) };
}

export function setUpStartOver({ onDone }) {
  const button = byId('start-over');
  if (!button) return;
  const dialog = byId('confirm-start-over');
  const problem = dialog.querySelector('.problem');
  const [no, yes] = dialog.querySelectorAll('[data-answer]');
  button.addEventListener('click', () => {
    problem.hidden = true;
    dialog.showModal();
    no.focus();
  });
  no.addEventListener('click', () => dialog.close());
  yes.addEventListener('click', async () => {
    yes.disabled = true;
    const answer = await fetch('/simulator/start-over', { method: 'POST' }).catch(() => undefined);
    yes.disabled = false;
    problem.hidden = answer?.ok === true;
    if (answer?.ok) onDone();
  });
}
