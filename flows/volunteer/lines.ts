/** What a volunteer is told: news, requests for help, and what became of their answers. */

import type { Shop } from '#trade/catalogue/shop.ts';
import type { Notice } from '#trade/notices.ts';
import { isOrderNumber } from '#trade/orders/number.ts';
import type { HelpView } from '#trade/people/requests.ts';
import type { Prompt, PromptChoice, Statement } from '../kit.ts';
import { about } from '../staff/lines.ts';
import { personLines } from '../staff/notices.ts';
import { causeOf } from './way-lines.ts';

/** News in one or two lines, with the choice that opens what it is about. */
export interface News {
  readonly lines: readonly Statement[];
  readonly aside?: Prompt;
}

const later: PromptChoice = { event: 'later', digit: 0, label: { key: 'volunteer.later' } };

function opening(lines: readonly Statement[], next: Statement, ...open: readonly PromptChoice[]): News {
  return { lines, aside: { lines: [next], choices: [...open, later] } };
}

function openingOrder(order: string, lines: readonly Statement[], next: Statement): News {
  return opening(lines, next, storyChoice(order));
}

function storyChoice(order: string): PromptChoice {
  return { event: `story:${order}`, label: about('volunteer.order', order) };
}

/** `open` is the request on view: what is added to it is only said. */
export function newsOf({ notice }: Notice, shop: Shop, open: string | undefined): News {
  switch (notice.name) {
    case 'help.asked':
      return helpAsked(notice, open);
    case 'help.gone':
      return { lines: [{ key: 'volunteer.helpGone', values: { who: { typed: notice.who } } }] };
    case 'part.silent': {
      const { order, cooperative } = notice;
      const values = { order: { code: order }, who: { cooperative } };
      const call = callLines(shop.cooperatives.get(cooperative));
      return openingOrder(order, [{ key: 'volunteer.silent', values }, ...call], { key: 'volunteer.silentNext' });
    }
    case 'reservation.silent': {
      const { order, shelf } = notice;
      const values = { order: { code: order }, who: { shelf } };
      const call = callLines(shop.shelves.get(shelf));
      return openingOrder(order, [{ key: 'volunteer.silent', values }, ...call], { key: 'volunteer.silentNext' });
    }
    case 'silence.over': {
      const { order, who, isAccepted } = notice;
      const key = isAccepted ? 'volunteer.silenceOverYes' : 'volunteer.silenceOverNo';
      return { lines: [{ key, values: { order: { code: order }, who } }] };
    }
    case 'delivery.unassigned': {
      // Customers are told of the same under the same name, with fewer facts.
      if (!('commune' in notice)) return { lines: [] };
      const { order, commune, day } = notice;
      const values = { order: { code: order }, commune: { commune }, day: { day } };
      return openingOrder(order, [{ key: 'volunteer.unassigned', values }], { key: 'volunteer.unassignedNext' });
    }
    case 'delivery.failed': {
      const { order, distributor, cause } = notice;
      const values = { order: { code: order }, distributor: { distributor }, cause: causeOf(cause) };
      const { lines, aside } = openingOrder(order, [{ key: 'volunteer.failed', values }], {
        key: 'volunteer.failedNext',
      });
      const words = 'words' in notice ? saidLines(notice.words) : [];
      return { lines: [...lines, ...words], ...(aside && { aside }) };
    }
    case 'command.parked': {
      const values = { command: { code: notice.command }, chat: { code: notice.chat } };
      return { lines: [{ key: 'volunteer.parked', values }, { key: 'volunteer.parkedNext' }] };
    }
    default:
      return { lines: personLines({ type: 'notice', notice }) };
  }
}

type HelpAsked = Extract<Notice['notice'], { name: 'help.asked' }>;

function helpAsked({ request, who, phone, words, voice, isMore }: HelpAsked, open: string | undefined): News {
  // Whoever calls twice has said nothing new.
  if (isMore && words === undefined && voice === undefined) return { lines: [] };
  const isCall = words === undefined && voice === undefined;
  const order = words === undefined ? undefined : orderNamed(words);
  const lines: readonly Statement[] = [
    { key: isMore ? 'volunteer.helpMore' : 'volunteer.helpAsked', values: { who: { typed: who } } },
    ...(phone === undefined ? [] : [phoneLine(phone)]),
    ...saidLines(words),
    ...(voice === undefined ? [] : [{ key: 'volunteer.saidVoice', voice } as const]),
    // The choices come with the words: the same ones twice would ask the same thing twice.
    ...(isCall ? [{ key: 'volunteer.helpMayFollow' } as const] : []),
  ];
  if (request === open || isCall) return { lines };
  const answer: PromptChoice = {
    event: `request:${request}`,
    label: { key: 'volunteer.openHelp', values: { who: { typed: who } } },
  };
  return opening(lines, { key: 'volunteer.helpNext' }, answer, ...(order === undefined ? [] : [storyChoice(order)]));
}

/** The order, where its number is all that was written. */
function orderNamed(words: string): string | undefined {
  const number = words.trim().toUpperCase();
  return isOrderNumber(number) ? number : undefined;
}

/** Whom to call, where the number is known. */
export function callLines(who: { readonly phone?: string } | undefined): readonly Statement[] {
  return who?.phone === undefined ? [] : [phoneLine(who.phone)];
}

function phoneLine(phone: string): Statement {
  return { key: 'volunteer.helpPhone', values: { phone: { code: phone } } };
}

function saidLines(words: string | undefined): readonly Statement[] {
  if (words === undefined) return [];
  const order = orderNamed(words);
  return [
    order === undefined
      ? { key: 'volunteer.said', values: { words: { typed: words } } }
      : about('volunteer.aboutOrder', order),
  ];
}

/** Who asks, and all that was written since. */
export function helpLines({ who, role, phone, since, state, isMine, messages }: HelpView): readonly Statement[] {
  const values = { who: { typed: who }, role: { sentence: `volunteer.role_${role}` }, time: { time: since } } as const;
  return [
    { key: 'volunteer.helpHead', values },
    ...(phone === undefined ? [] : [phoneLine(phone)]),
    ...messages.flatMap(messageLines),
    ...(state === 'closed' ? [{ key: 'volunteer.helpClosed' } as const] : []),
    ...(state === 'taken' && !isMine ? [{ key: 'volunteer.helpTaken' } as const] : []),
  ];
}

function messageLines({ from, words, voice }: HelpView['messages'][number]): readonly Statement[] {
  const sound: readonly Statement[] = voice === undefined ? [] : [{ key: 'volunteer.saidVoice', voice }];
  if (from === 'person') return [...saidLines(words), ...sound];
  return words === undefined ? sound : [{ key: 'volunteer.replied', values: { words: { typed: words } } }, ...sound];
}
