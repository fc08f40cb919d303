/** Follows a guided order through what is said on all phones, and takes its steps where it is asked to. */
import { cast, paths } from './guide-steps.js';
import { amountsIn, codeIn, numberIn } from './watch.js';
import { say, setup } from './words.js';

const memory = 'bladi.guide';
/** How long an answer is waited for, in ms. */
const patience = 8000;
/** How long it is quiet, in ms, once nothing more comes of what was let pass. */
const quiet = 3000;

export function createGuide({ watch, waiting, phoneOf, onChange }) {
  let state = remembered();
  const changed = [];

  function remembered() {
    try {
      const kept = JSON.parse(localStorage.getItem(memory) ?? 'null');
      return kept && paths[kept.path] ? kept : undefined;
    } catch {
      return undefined;
    }
  }
  function keep() {
    try {
      if (state) localStorage.setItem(memory, JSON.stringify(state));
      else localStorage.removeItem(memory);
    } catch {
      // Without storage the guide begins anew at the next visit.
    }
    onChange();
  }

  const steps = () => paths[state.path];
  const step = () => state && steps()[state.index];
  const chatOf = (who) => state.who[who] ?? cast[who];
  const roleOf = (chat) => (chat.includes(':') ? chat.split(':', 1)[0] : chat === cast.customer ? 'customer' : '');

  /** Whether a message is what a step waits for; a code that came is noted. */
  function fits({ who, until }, seen) {
    if (roleOf(seen.chat) !== who) return false;
    if (state.who[who] && state.who[who] !== seen.chat) return false;
    if (until.asked) return seen.asked?.some((id) => id.startsWith(until.asked)) === true;
    if (until.did) return seen.did?.startsWith(until.did) === true;
    if (until.typed) return seen.typed !== undefined && seen.typed === state.codes[until.typed];
    const code = seen.from === 'bot' && codeIn(seen.text);
    if (code) state.codes[until.code] = code;
    return Boolean(code);
  }

  /** What of the money can be read from what is said. */
  function noteMoney(seen) {
    if (seen.from !== 'bot') return;
    const number = numberIn(seen.text);
    const role = roleOf(seen.chat);
    if (
      role === 'customer' &&
      number &&
      !state.number &&
      state.index >= steps().findIndex(({ key }) => key === 'wait')
    ) {
      state.number = number;
      state.total = amountsIn(seen.text)[0];
    }
    const isPaid = state.number && seen.text.includes(state.number) && !seen.asked.some((id) => id.includes(':'));
    if (role === 'cooperative' && isPaid && state.index >= steps().length) {
      const [amount] = amountsIn(seen.text);
      if (amount !== undefined) state.paid[seen.chat] = amount;
    }
  }

  function receive(seen) {
    for (const wake of changed.splice(0)) wake();
    if (!state || seen.seq <= state.since) return;
    const before = JSON.stringify(state);
    // Later steps show that earlier ones are behind us, whichever way was taken.
    for (let index = steps().length - 1; index >= state.index; index--) {
      if (!fits(steps()[index], seen)) continue;
      state.who[steps()[index].who] = seen.chat;
      state.index = index + 1;
      break;
    }
    noteMoney(seen);
    if (JSON.stringify(state) !== before) keep();
  }

  const news = (atMost = patience) =>
    new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), atMost);
      changed.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });

  function actOf(rule, question) {
    const choice = rule.choose && question?.choices?.find(({ id }) => id.startsWith(rule.choose));
    if (choice) return { act: { choice: choice.id, about: question.seq }, label: choice.label };
    if (rule.ask && question?.ask === rule.ask) return { act: { text: rule.text } };
    if (rule.type && state.codes[rule.type]) return { act: { text: state.codes[rule.type] } };
    if (rule.say && (rule.when !== 'silent' || !question)) return { act: { text: say(rule.say) } };
    return undefined;
  }

  function nextAct(current) {
    const question = watch.question(chatOf(current.who));
    for (const rule of current.rules) {
      const found = actOf(rule, question);
      if (found) return rule.stop ? undefined : found;
    }
    return undefined;
  }

  /** Takes the step; false when the guide does not know what to answer. */
  async function takeStep() {
    const current = step();
    const index = state?.index;
    const tried = new Set();
    for (let turn = 0; turn < 20 && state && state.index === index; turn++) {
      const found = nextAct(current);
      if (!found && !(await waiting.pass()) && !(await news())) return false;
      if (!found) while (state?.index === index && (await news(quiet)));
      if (!found) continue;
      // What led nowhere once leads nowhere again.
      const attempt = JSON.stringify(found.act);
      if (tried.has(attempt)) return false;
      tried.add(attempt);
      const chat = chatOf(current.who);
      const before = watch.newestAnswer(chat);
      phoneOf(chat).send(found.act, found.label);
      while (state?.index === index && watch.newestAnswer(chat) === before && (await news()));
    }
    return true;
  }

  return {
    receive,
    takeStep,
    start(path) {
      state = {
        path,
        index: 0,
        since: Math.max(watch.newest(), ...setup.last.map(({ seq }) => seq)),
        who: {},
        codes: {},
        paid: {},
      };
      keep();
    },
    leave() {
      state = undefined;
      keep();
    },
    state: () => state,
    step,
    chat: () => step() && chatOf(step().who),
    chatOf,
    count: () => steps().length,
    isDone: () => state !== undefined && state.index >= steps().length,
    /** Nothing to answer, but something waits for its time. */
    isWaiting: () => step() !== undefined && !nextAct(step()) && waiting.next() !== undefined,
  };
}
