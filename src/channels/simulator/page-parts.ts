/** The frames of the page: a phone, and the dialogs. */
import { html } from 'hono/html';
import type { sentences } from '#locales/sentences.ts';
import { type Html, icon } from './icons.ts';
import { stickers } from './message.ts';

export type Words = (typeof sentences)['fr']['simulator'];

export function phoneTemplate(words: Words): Html {
  return html`<template id="phone">
    <section class="phone">
      <header class="who">
        <span class="face"></span>
        <h2><span class="name" dir="auto"></span><small class="about"></small></h2>
        <button class="quiet close" type="button">${icon('close')}</button>
      </header>
      <div class="screen">
        <div class="thread" tabindex="0" role="log" aria-live="off">
          <div class="empty"><svg class="sticker" aria-hidden="true"><use href="#sticker-tea" /></svg><p></p><button class="pill hello" type="button" dir="auto">${words.hello}</button></div>
        </div>
        <button class="newest" type="button" hidden>${icon('down')}<span>${words.newest}</span></button>
      </div>
      ${attachments(words)}
      <form class="composer" autocomplete="off">
        <button class="quiet more" type="button" title="${words['compose.more']}" aria-label="${words['compose.more']}" aria-expanded="false">${icon('plus')}</button>
        <textarea name="text" rows="1" dir="auto" maxlength="4096" placeholder="${words.compose}" aria-label="${words.compose}" enterkeyhint="send"></textarea>
        <button class="send speak" type="button" title="${words['compose.voice']}" aria-label="${words['compose.voice']}">${icon('microphone')}</button>
        <button class="send go" type="submit" title="${words['compose.send']}" aria-label="${words['compose.send']}" hidden>${icon('send')}</button>
      </form>
      <div class="recorder" role="group" aria-label="${words['compose.voice']}" hidden>
        <button class="quiet cancel" type="button" title="${words.cancel}" aria-label="${words.cancel}">${icon('close')}</button>
        <span class="level" aria-hidden="true"></span>
        <span class="time">0:00</span>
        <span class="silent" hidden>${words['voice.noMicrophone']}</span>
        <button class="send go" type="button" title="${words['compose.send']}" aria-label="${words['compose.send']}">${icon('send')}</button>
      </div>
    </section>
  </template>`;
}

function attachments(words: Words): Html {
  return html`<div class="attach" hidden>
    <button class="place" type="button"><span class="spot">${icon('pin')}</span>${words['compose.place']}</button>
    <label class="photo"><span class="spot">${icon('photo')}</span>${words['compose.photo']}<input type="file" accept="image/jpeg,image/png,image/webp" /></label>
    <button class="sample" type="button"><span class="spot">${icon('microphone')}</span>${words['voice.sample']}</button>
    ${stickers.map(
      (name) =>
        html`<button class="paste" type="button" data-sticker="${name}" title="${words[`sticker.${name}`]}" aria-label="${words[`sticker.${name}`]}"><svg class="sticker" aria-hidden="true"><use href="#sticker-${name}" /></svg></button>`,
    )}
  </div>`;
}

function head(id: string, title: string, words: Words): Html {
  return html`<form method="dialog">
    <h2 id="${id}-title">${title}</h2>
    <button class="quiet" aria-label="${words.close}" title="${words.close}">${icon('close')}</button>
  </form>`;
}

export function dialogs(words: Words): Html {
  return html`<dialog id="choose" aria-labelledby="choose-title">
    ${head('choose', words['add.title'], words)}
    <form id="choose-customer" class="customer">
      <label for="choose-name">${words['add.customer']}</label>
      <div><input id="choose-name" name="name" required maxlength="60" dir="auto" placeholder="${words['add.name']}" /><button class="pill strong">${words['add.open']}</button></div>
      <p class="problem" role="alert" hidden>${words['add.badName']}</p>
    </form>
  </dialog>
  <dialog id="place" aria-labelledby="place-title">
    ${head('place', words['place.title'], words)}
    <div class="rows" id="places"></div>
    <p class="problem" role="alert" hidden>${words['place.denied']}</p>
  </dialog>
  <dialog id="picture" class="large" aria-label="${words.photo}">
    <form method="dialog"><button class="quiet" aria-label="${words.close}" title="${words.close}">${icon('close')}</button></form>
    <img alt="" />
  </dialog>
  <dialog id="confirm-start-over" aria-labelledby="confirm-start-over-title">
    ${head('confirm-start-over', words['startOver.title'], words)}
    <p class="told">${words['startOver.told']}</p>
    <p class="problem" role="alert" hidden>${words['startOver.failed']}</p>
    <div class="answers"><button class="pill" type="button" data-answer="no">${words['startOver.no']}</button><button class="pill strong" type="button" data-answer="yes">${words['startOver.yes']}</button></div>
  </dialog>`;
}
