/** What is drawn in lines and colours on the page, each once, to be used by its name. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { Sticker } from './message.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const paths = {
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M12 5v14M6 13l6 6 6-6',
  send: 'M4.500 12h14M12.500 5.500l6.500 6.500-6.500 6.500',
  pin: 'M12 21s-6.500-5.600-6.500-10.500a6.500 6.500 0 0 1 13 0C18.500 15.400 12 21 12 21zM12 8.200a2.300 2.300 0 1 0 0 4.600 2.300 2.300 0 0 0 0-4.600z',
  photo: 'M4 8h3.500l1.500-2.500h6L16.500 8H20v11H4zM12 10.200a3.200 3.200 0 1 0 0 6.400 3.200 3.200 0 0 0 0-6.400z',
  microphone:
    'M12 4a2.700 2.700 0 0 0-2.700 2.700v5a2.700 2.700 0 0 0 5.400 0v-5A2.700 2.700 0 0 0 12 4zM6 11.500a6 6 0 0 0 12 0M12 17.500V21',
  play: 'M8 5.500v13l10.500-6.500z',
  pause: 'M8.500 6v12M15.500 6v12',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.500l3 2',
  tick: 'M5 12.500l4.500 4.500L19 7.500',
  ticks: 'M1.500 12.500L6 17 15.500 7.500M11 16l1 1 10.500-9.500',
  pass: 'M6.500 4h11M6.500 20h11M8 4v3.500l4 4.500 4-4.500V4M8 20v-3.500l4-4.500 4 4.500V20',
  again: 'M5 12a7 7 0 1 0 2.300-5.200M5 4.500v4h4',
  guide: 'M12 3.500l2.500 5.600 6 .7-4.500 4.100 1.200 6-5.200-3-5.200 3 1.200-6-4.500-4.100 6-.7z',
  customer: 'M12 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM5 19.500c1-4 3.500-5.500 7-5.500s6 1.500 7 5.500',
  cooperative: 'M5 10h14l-1.500 9.500h-11zM8.500 10L12 4.500 15.500 10M10 13v4M14 13v4',
  distributor:
    'M3 7h10v9H3zM13 10h4l4 3.500V16h-8zM7 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM17 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  shelf: 'M4 4v16M20 4v16M4 11h16M4 19h16M7 7h3v4H7zM12.500 6H16v5h-3.500zM8 15h4v4H8z',
  volunteer: 'M12 20s-7.500-4.500-7.500-10A4 4 0 0 1 12 7.500 4 4 0 0 1 19.500 10c0 5.500-7.500 10-7.500 10z',
};

export type IconName = keyof typeof paths;

export function icon(name: IconName): Html {
  return html`<svg class="icon" aria-hidden="true"><use href="#icon-${name}" /></svg>`;
}

/** Drawn for this page, and as free as the rest of it. */
const drawn: Readonly<Record<Sticker, string>> = {
  tea: '<path d="M34 16c-5 5 4 8 0 14M48 12c-5 6 5 9 0 17M62 16c-5 5 4 8 0 14" fill="none" stroke="#b98b5a" stroke-width="3.500" stroke-linecap="round" opacity=".7"/><path d="M24 34h48l-6 46a6 6 0 0 1-6 5H36a6 6 0 0 1-6-5z" fill="#f3ead9" stroke="#d8c09a" stroke-width="2"/><path d="M27 46h42l-4 33a3 3 0 0 1-3 3H34a3 3 0 0 1-3-3z" fill="#c98a2b"/><path d="M27 46h42l-1 7H28z" fill="#e2a33b"/><path d="M52 44c-2-14 6-20 14-20 1 9-4 18-14 20zM46 45c-9-1-15-8-14-16 8 0 14 6 14 16z" fill="#2f8a6a"/><path d="M28 62h40" stroke="#a9492a" stroke-width="3"/><path d="M31 69l5-5 5 5 5-5 5 5 5-5 5 5" fill="none" stroke="#fff7ea" stroke-width="2"/>',
  thanks:
    '<path d="M48 6l11 11h17v17l11 11-11 11v17H59L48 84 37 73H20V56L9 45l11-11V17h17z" fill="#1f6f5c" stroke="#fff7ea" stroke-width="3"/><path d="M48 17l8 8h12v12l8 8-8 8v12H56l-8 8-8-8H28V53l-8-8 8-8V25h12z" fill="#b4512c"/><path d="M48 64S30 53 30 40a9 9 0 0 1 18-3 9 9 0 0 1 18 3c0 13-18 24-18 24z" fill="#fff7ea"/><circle cx="48" cy="44" r="5" fill="#e2a33b"/>',
};

export const sprite = html`<svg class="sprite" aria-hidden="true">
  ${Object.entries(paths).map(([name, path]) => html`<symbol id="icon-${name}" viewBox="0 0 24 24"><path d="${path}" /></symbol>`)}
  ${Object.entries(drawn).map(([name, shapes]) => html`<symbol id="sticker-${name}" viewBox="0 0 96 96">${raw(shapes)}</symbol>`)}
</svg>`;
