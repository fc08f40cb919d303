/** The page with the telephones. What is on their screens comes over the stream; the page brings their frames. */
import { html, raw } from 'hono/html';
import { sentences } from '#locales/sentences.ts';
import { scripts } from './assets.ts';
import { type Html, icon, sprite } from './icons.ts';
import { dialogs, phoneTemplate, type Words } from './page-parts.ts';
import type { SimulatedPerson } from './people.ts';
import { samplePlaces } from './places.ts';
import type { LastMessage } from './screens.ts';

export interface PageContents {
  readonly language: 'ar' | 'fr';
  readonly people: readonly SimulatedPerson[];
  readonly last: readonly LastMessage[];
  /** The chats whose phones are on the page, in their order. */
  readonly open: readonly string[];
  /** True when the visitor chose them; otherwise only as many are opened as there is room for. */
  readonly isChosen: boolean;
  readonly hasWaiting: boolean;
  readonly hasStartOver: boolean;
  /** Staff who have written nothing yet can be spoken to in the page's language. */
  readonly hasSpeak: boolean;
}

const styles = ['colours', 'page', 'people', 'phone', 'bubble', 'composer', 'dialog', 'coach'];

export function page({ language, hasWaiting, hasStartOver, ...contents }: PageContents): Html {
  const words = sentences[language].simulator;
  const other = language === 'ar' ? { tag: 'fr', name: 'Français' } : { tag: 'ar', name: 'العربية' };
  const { money } = sentences[language].common;
  const setup = { language, words: { ...words, money }, ...contents, places: samplePlaces };

  return html`<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
  <head>
    <meta charset="utf-8" />
    <title>${words.title}</title>
    <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" type="image/svg+xml" href="/simulator/assets/icon.svg" />
    <link rel="preload" as="font" type="font/woff2" href="/simulator/assets/font-arabic-400.woff2" crossorigin />
    ${styles.map((name) => html`<link rel="stylesheet" href="/simulator/assets/${name}.css" />`)}
    ${scripts.map((name) => html`<link rel="modulepreload" href="/simulator/assets/${name}" />`)}
    <script type="module" src="/simulator/assets/main.js"></script>
  </head>
  <body>
    ${sprite}
    <a class="skip" href="#phones">${words.skip}</a>
    <header class="bar">
      <img class="mark" src="/simulator/assets/icon.svg" alt="" width="38" height="38" />
      <h1><span lang="ar">بلادي</span> <span lang="fr">Bladi</span></h1>
      <p class="slogan">${words.slogan}</p>
      ${tools(words, { hasWaiting, hasStartOver })}
      <a class="pill language" id="other-language" lang="${other.tag}" hreflang="${other.tag}" href="/?lang=${other.tag}">${other.name}</a>
    </header>
    <p class="lost" id="lost" role="status" hidden>${words['connection.lost']}</p>
    <p class="said" id="said" role="status"></p>
    <div class="stage">
      <nav class="people" id="people" aria-label="${words.people}"></nav>
      <aside class="coach" id="coach" aria-label="${words.guide}" hidden></aside>
      <main class="phones" id="phones" tabindex="-1"></main>
    </div>
    <noscript><p class="lost">${words.noscript}</p></noscript>
    ${phoneTemplate(words)} ${dialogs(words)}
    <script type="application/json" id="setup">${raw(JSON.stringify(setup).replaceAll('<', '\\u003c'))}</script>
  </body>
</html>`;
}

function tools(words: Words, { hasWaiting, hasStartOver }: { hasWaiting: boolean; hasStartOver: boolean }): Html {
  return html`<div class="tools">
    ${
      hasWaiting
        ? html`<button class="pill waiting" id="waiting" type="button" disabled>${icon('pass')}<span class="words"><span class="label">${words.waiting}</span><small class="next">${words['waiting.none']}</small></span></button>`
        : ''
    }
    <button class="pill" id="guide" type="button" title="${words.guide}" aria-label="${words.guide}" aria-expanded="false" aria-controls="coach">${icon('guide')}<span class="words">${words.guide}</span></button>
    ${
      hasStartOver
        ? html`<button class="pill" id="start-over" type="button" title="${words.startOver}" aria-label="${words.startOver}">${icon('again')}<span class="words">${words.startOver}</span></button>`
        : ''
    }
  </div>`;
}
