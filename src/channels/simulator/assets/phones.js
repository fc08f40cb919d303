/** Which phones are open: as many as there is room for, or one at a time on a narrow screen. */
import { createPhone } from './phone.js';

const wide = matchMedia('(min-width: 821px)');
const narrowest = 292;
const gap = 16;

/** How many phones stand side by side without being cut. */
export function room(shelf) {
  if (!wide.matches) return Number.POSITIVE_INFINITY;
  const style = getComputedStyle(shelf);
  const width = shelf.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
  return Math.max(1, Math.floor((width + gap) / (narrowest + gap)));
}

export function createPhones(shelf, { onOpen, onShown, onClosed, onSaid }) {
  const phones = new Map();

  const inView = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const phone = phones.get(target.dataset.chat);
        if (!phone) continue;
        phone.isShown = isIntersecting;
        onShown(phone.chat, isIntersecting);
      }
    },
    { root: shelf, threshold: 0.55 },
  );

  /** The phone that was left alone the longest gives its place. */
  function oldest() {
    const free = [...phones.values()].filter((phone) => !phone.isBusy());
    return free.reverse().sort((one, other) => one.used - other.used)[0];
  }

  function open(chat, { show = true, focus = true } = {}) {
    if (!phones.has(chat)) {
      const replaced = phones.size >= room(shelf) ? oldest() : undefined;
      const phone = createPhone(chat, { onClose: () => close(chat), onSaid });
      phones.set(chat, Object.assign(phone, { isShown: false, used: 0 }));
      for (const event of ['focusin', 'pointerdown']) {
        phone.element.addEventListener(event, () => {
          phone.used = performance.now();
        });
      }
      if (replaced) {
        replaced.element.before(phone.element);
        close(replaced.chat);
      } else shelf.append(phone.element);
      inView.observe(phone.element);
      onOpen(chat);
    }
    const phone = phones.get(chat);
    if (show) phone.used = performance.now();
    if (show) phone.element.scrollIntoView({ inline: 'center', block: 'nearest' });
    if (focus) phone.focus();
    return phone;
  }

  function close(chat) {
    const phone = phones.get(chat);
    if (!phone) return;
    inView.unobserve(phone.element);
    phone.element.remove();
    phones.delete(chat);
    onClosed(chat);
  }

  return {
    open,
    close,
    get: (chat) => phones.get(chat),
    chats: () => [...shelf.querySelectorAll('.phone')].map((phone) => phone.dataset.chat),
    isShown: (chat) => phones.get(chat)?.isShown === true,
    point(chat) {
      for (const phone of phones.values()) phone.element.classList.toggle('pointed', phone.chat === chat);
    },
  };
}
