/** The card of the guided order: whose turn it is, what happens and why, and a hand where one is wanted. */
import { element, face, icon, iconButton } from './draw.js';
import { paths } from './guide-steps.js';
import { inWords, personOf, say } from './words.js';

const byId = (id) => document.getElementById(id);

export function createCoach(guide, { waiting, onTurn }) {
  const [card, toggle] = [byId('coach'), byId('guide')];
  let isOpen = false;
  let isBusy = false;
  let isLost = false;
  let drawn = '';

  const nameOf = (chat) => inWords(personOf(chat).name);
  const button = (className, label, onTap) => {
    const made = element('button', className, label);
    made.type = 'button';
    made.addEventListener('click', onTap);
    return made;
  };

  function head(title) {
    const line = element('div', 'head');
    line.append(icon('guide'), element('h2', '', title));
    const leave = iconButton('quiet', 'close', say('guide.leave'));
    leave.addEventListener('click', () => show(false));
    line.append(leave);
    return line;
  }

  function drawPaths() {
    const answers = element('div', 'answers');
    for (const path of Object.keys(paths))
      answers.append(button('pill strong', say(`guide.${path}`), () => guide.start(path)));
    card.append(head(say('guide')), element('p', 'told', say('guide.which')), answers);
  }

  function dots() {
    const { index } = guide.state();
    const line = element('div', 'dots');
    line.setAttribute('role', 'img');
    line.setAttribute(
      'aria-label',
      say('guide.progress', { step: Math.min(index + 1, guide.count()), of: guide.count() }),
    );
    line.append(
      ...Array.from({ length: guide.count() }, (_, at) =>
        element('span', at < index ? 'done' : at === index ? 'now' : ''),
      ),
    );
    return line;
  }

  function names() {
    const of = (who) => nameOf(guide.chatOf(who));
    return {
      customer: of('customer'),
      cooperative: of('cooperative'),
      distributor: of('distributor'),
      shelf: of('shelf'),
    };
  }

  function drawStep() {
    const { path } = guide.state();
    const person = personOf(guide.chat());
    const whose = element('p', 'whose');
    whose.append(
      face(person),
      element('b', '', inWords(person.name)),
      element('span', 'role', say(`role.${person.role}`)),
    );
    const told = element('p', 'told', say(`guide.${path}.${guide.step().key}`, names()));
    card.dataset.role = person.role;
    card.append(head(say(`guide.${path}`)), whose, told);
    if (isLost) card.append(element('p', 'told lostly', say('guide.alone')));
    const label = guide.isWaiting() ? say('waiting') : say('guide.do');
    const doIt = button('pill strong do', label, take);
    doIt.disabled = isBusy;
    const answers = element('div', 'answers');
    answers.append(
      doIt,
      button('pill bring', say('guide.open'), () => onTurn(guide.chat(), { focus: true })),
    );
    card.append(answers, dots());
  }

  function drawEnd() {
    const { total, paid, path } = guide.state();
    const list = element('dl', 'dirhams');
    const line = (name, amount) => list.append(element('dt', '', name), element('dd', '', say('money', { amount })));
    const amounts = Object.entries(paid);
    for (const [chat, amount] of amounts) line(nameOf(chat), amount);
    const made = amounts.reduce((sum, [, amount]) => sum + amount, 0);
    if (amounts.length > 0 && total !== undefined) {
      if (path === 'delivery') line(nameOf(guide.chatOf('distributor')), Math.max(0, total - made));
      line(say('guide.bladi'), 0);
    }
    card.append(head(say('guide.done')), element('p', 'told', say(`guide.${path}.end`, names())), list);
    const answers = element('div', 'answers');
    const other = path === 'delivery' ? 'basket' : 'delivery';
    answers.append(button('pill strong', say(`guide.${other}`), () => guide.start(other)));
    answers.append(button('pill', say('guide.alone.go'), () => show(false, { forget: true })));
    card.append(answers, dots());
  }

  async function take() {
    if (isBusy) return;
    isBusy = true;
    onTurn(guide.chat(), { focus: false });
    draw();
    const isKnown = await guide.takeStep().catch(() => false);
    isBusy = false;
    isLost = !isKnown;
    draw();
    card.querySelector('.strong')?.focus({ preventScroll: true });
  }

  function draw() {
    if (!isOpen) return;
    const held = card.contains(document.activeElement) && document.activeElement.className;
    card.replaceChildren();
    delete card.dataset.role;
    if (!guide.state()) drawPaths();
    else if (guide.isDone()) drawEnd();
    else drawStep();
    if (held) card.querySelector(held.includes('strong') ? '.strong' : 'button')?.focus({ preventScroll: true });
    const now = guide.state() ? `${guide.state().path} ${guide.state().index}` : '';
    if (now === drawn) return;
    drawn = now;
    isLost = false;
    card.querySelector('.lostly')?.remove();
    onTurn(guide.isDone() ? undefined : guide.chat(), { focus: false });
  }

  function show(isShown, { forget = false } = {}) {
    isOpen = isShown;
    card.hidden = !isShown;
    toggle.setAttribute('aria-expanded', String(isShown));
    if (forget) guide.leave();
    drawn = '';
    if (isShown) draw();
    else {
      onTurn(undefined, {});
      toggle.focus();
    }
  }
  toggle.addEventListener('click', () => {
    show(!isOpen);
    if (isOpen) card.querySelector('.strong')?.focus();
  });

  return { draw, show, waitingChanged: () => waiting() && draw() };
}
