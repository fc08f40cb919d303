/** The page with the telephones. What is on their screens comes over the stream; the page brings their frames. */
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { sentences } from '#locales/sentences.ts';
import type { SimulatedPerson } from './people.ts';
import { samplePlaces } from './places.ts';

export interface PageContents {
  readonly language: 'ar' | 'fr';
  readonly people: readonly SimulatedPerson[];
  /** The chats whose phones are on the page, in their order. */
  readonly open: readonly string[];
}

type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

export function page({ language, people, open }: PageContents): Html {
  const words = sentences[language].simulator;
  const other = language === 'ar' ? { tag: 'fr', name: 'Français' } : { tag: 'ar', name: 'العربية' };
  const setup = { language, words, people, open, places: samplePlaces };

  return html`<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
  <head>
    <meta charset="utf-8" />
    <title>${words.title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" type="image/svg+xml" href="/simulator/assets/icon.svg" />
    <link rel="preload" as="font" type="font/woff2" href="/simulator/assets/font-arabic-400.woff2" crossorigin />
    <link rel="stylesheet" href="/simulator/assets/page.css" />
    <link rel="stylesheet" href="/simulator/assets/phone.css" />
    <link rel="stylesheet" href="/simulator/assets/bubble.css" />
    <link rel="stylesheet" href="/simulator/assets/dialog.css" />
    <script type="module" src="/simulator/assets/main.js"></script>
  </head>
  <body>
    ${icons}
    <header class="bar">
      <img class="mark" src="/simulator/assets/icon.svg" alt="" width="36" height="36" />
      <h1><span lang="ar">بلادي</span> <span lang="fr">Bladi</span></h1>
      <p class="slogan">${words.slogan}</p>
      <a class="pill language" id="other-language" lang="${other.tag}" hreflang="${other.tag}" href="/?lang=${other.tag}">${other.name}</a>
      <button class="pill add" id="add" type="button">${icon('plus')}<span>${words.add}</span></button>
    </header>
    <nav class="tabs" id="tabs" aria-label="${words.phones}"></nav>
    <p class="lost" id="lost" role="status" hidden>${words['connection.lost']}</p>
    <main class="phones" id="phones"></main>
    <noscript><p class="lost">${words.noscript}</p></noscript>
    ${phoneTemplate(words)} ${chooseDialog(words)} ${placeDialog(words)}
    <script type="application/json" id="setup">${raw(JSON.stringify(setup).replaceAll('<', '\\u003c'))}</script>
  </body>
</html>`;
}

type Words = (typeof sentences)['fr']['simulator'];

function phoneTemplate(words: Words): Html {
  return html`<template id="phone">
    <section class="phone">
      <header class="who">
        <span class="avatar" aria-hidden="true"></span>
        <h2><span class="name" dir="auto"></span><small class="about"></small></h2>
        <button class="quiet close" type="button">${icon('close')}</button>
      </header>
      <div class="screen">
        <div class="thread" tabindex="0" role="log">
          <div class="empty"><p></p><button class="pill" type="button" dir="auto">${words.hello}</button></div>
        </div>
        <button class="newest" type="button" hidden>${icon('down')}<span>${words.newest}</span></button>
      </div>
      <form class="composer" autocomplete="off">
        <button class="quiet place" type="button" title="${words['compose.place']}" aria-label="${words['compose.place']}">${icon('pin')}</button>
        <label class="quiet photo" title="${words['compose.photo']}">
          ${icon('photo')}
          <input type="file" accept="image/jpeg,image/png,image/webp" aria-label="${words['compose.photo']}" />
        </label>
        <textarea name="text" rows="1" dir="auto" maxlength="4096" placeholder="${words.compose}" aria-label="${words.compose}" enterkeyhint="send"></textarea>
        <button class="send" type="submit" title="${words['compose.send']}" aria-label="${words['compose.send']}">${icon('send')}</button>
      </form>
    </section>
  </template>`;
}

function chooseDialog(words: Words): Html {
  return html`<dialog id="choose" aria-labelledby="choose-title">
    <form method="dialog">
      <h2 id="choose-title">${words['add.title']}</h2>
      <button class="quiet" aria-label="${words.close}" title="${words.close}">${icon('close')}</button>
    </form>
    <form id="choose-customer" class="customer">
      <label for="choose-name">${words['add.customer']}</label>
      <div><input id="choose-name" name="name" required maxlength="60" dir="auto" placeholder="${words['add.name']}" /><button class="pill strong">${words['add.open']}</button></div>
      <p class="problem" role="alert" hidden>${words['add.badName']}</p>
    </form>
    <div class="people" id="people"></div>
  </dialog>`;
}

function placeDialog(words: Words): Html {
  return html`<dialog id="place" aria-labelledby="place-title">
    <form method="dialog">
      <h2 id="place-title">${words['place.title']}</h2>
      <button class="quiet" aria-label="${words.close}" title="${words.close}">${icon('close')}</button>
    </form>
    <div class="people" id="places"></div>
    <p class="problem" role="alert" hidden>${words['place.denied']}</p>
  </dialog>`;
}

function icon(name: string): Html {
  return html`<svg class="icon" aria-hidden="true"><use href="#icon-${name}" /></svg>`;
}

const paths = {
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M12 5v14M6 13l6 6 6-6',
  send: 'M5 12h13M12 5.5l6.5 6.5-6.5 6.5',
  pin: 'M12 21s-6.5-5.6-6.5-10.5a6.5 6.5 0 0 1 13 0C18.500 15.400 12 21 12 21zM12 8.200a2.300 2.300 0 1 0 0 4.600 2.300 2.300 0 0 0 0-4.600z',
  photo: 'M4 8h3.500l1.500-2.500h6L16.500 8H20v11H4zM12 10.200a3.200 3.200 0 1 0 0 6.400 3.200 3.200 0 0 0 0-6.400z',
  clock: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 8v4.500l3 2',
  tick: 'M5 12.500l4.500 4.500L19 7.500',
  customer: 'M12 5a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM5 19.500c1-4 3.500-5.500 7-5.500s6 1.500 7 5.500',
  cooperative: 'M5 10h14l-1.500 9.500h-11zM8.500 10L12 4.500 15.500 10M10 13v4M14 13v4',
  distributor:
    'M3 7h10v9H3zM13 10h4l4 3.500V16h-8zM7 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM17 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  shelf: 'M4 4v16M20 4v16M4 11h16M4 19h16M7 7h3v4H7zM12.500 6H16v5h-3.500zM8 15h4v4H8z',
  volunteer: 'M12 20s-7.500-4.500-7.500-10A4 4 0 0 1 12 7.500 4 4 0 0 1 19.500 10c0 5.500-7.500 10-7.500 10z',
};

const icons = html`<svg class="sprite" aria-hidden="true">
  ${Object.entries(paths).map(([name, path]) => html`<symbol id="icon-${name}" viewBox="0 0 24 24"><path d="${path}" /></symbol>`)}
</svg>`;
