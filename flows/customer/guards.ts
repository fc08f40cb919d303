/** The questions the machine asks itself; all are cheap and pure. */
import type { Day } from '#base/clock.ts';
import type { Product } from '#trade/catalogue/shop.ts';
import { deliveryDays, isDeliveryDay } from '#trade/orders/days.ts';
import type { Refusal } from '#trade/requests.ts';
import type { Surroundings } from '../kit.ts';
import { codesOf, linesElsewhere, mostLines, parseAmount, quantityOf, unitsLeft, wholeNumber } from './basket-lines.ts';
import { type CustomerContext, isToldByPhone } from './context.ts';
import type { CustomerEvent } from './events.ts';
import { orderGuards } from './orders/guards.ts';

/** How many days are offered for a delivery. */
const daysOffered = 4;

/** Refusals that a fresh look at prices, days and shelves sets right. */
const mended: readonly Refusal[] = ['priceChanged', 'dayGone', 'shelfGone'];

interface Asked {
  readonly context: CustomerContext;
  readonly event: CustomerEvent;
}

function valueIn(event: CustomerEvent): string {
  return 'value' in event && typeof event.value === 'string' ? event.value : '';
}

/** The slug of `miel/2`. */
export function slugOf(value: string): string {
  const slash = value.indexOf('/');
  return slash < 0 ? value : value.slice(0, slash);
}

/** The days on which this basket can be brought to its commune. */
export function possibleDays(context: CustomerContext, { shop, today }: Pick<Surroundings, 'shop' | 'today'>) {
  return deliveryDays(shop, codesOf(context.lines), context.commune ?? '', today, daysOffered);
}

/** Whether a day is still possible; much cheaper than naming the possible ones. */
export function isPossibleDay(
  context: CustomerContext,
  { shop, today }: Pick<Surroundings, 'shop' | 'today'>,
  day: Day,
) {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return false;
  return isDeliveryDay(shop, codesOf(context.lines), context.commune ?? '', today, day);
}

/** The quantity that `miel-thym/3`, or a typed `3` for the product on view, asks for. */
export function wantedAmount({ context, event }: Asked): { code: string; quantity: number } | undefined {
  if (event.type !== 'number') return parseAmount(valueIn(event));
  const quantity = wholeNumber(event.value);
  return context.product === undefined || quantity === undefined ? undefined : { code: context.product, quantity };
}

function canAdd({ context, event }: Asked): boolean {
  const wanted = wantedAmount({ context, event });
  const product = wanted && event.shop.products.get(wanted.code);
  if (!wanted || !product) return false;
  const already = quantityOf(context.lines, product.code);
  if (already === 0 && context.lines.length >= mostLines) return false;
  return already + wanted.quantity <= unitsLeft(event.shop, product);
}

function canSet({ context, event }: Asked): boolean {
  const wanted = wantedAmount({ context, event });
  const product = wanted && event.shop.products.get(wanted.code);
  if (!wanted || !product || quantityOf(context.lines, product.code) === 0) return false;
  return wanted.quantity <= unitsLeft(event.shop, product);
}

function canPutBack({ context: { lines, removed }, event }: Asked): boolean {
  if (removed === undefined || lines.length >= mostLines) return false;
  return event.shop.products.has(removed[0]) && quantityOf(lines, removed[0]) === 0;
}

const isDelivery = ({ context }: Asked) => context.way === 'delivery';

export const guards = {
  ...orderGuards,

  knowsLanguage: ({ event }: Asked) => event.language !== undefined,
  canResume: ({ context, event }: Asked) => event.language !== undefined && context.lines.length > 0,
  isKnown: ({ context, event }: Asked) => event.language !== undefined && context.name !== undefined,
  isFirstProduct: ({ event }: Asked) => event.language !== undefined && event.shop.products.has(valueIn(event)),
  isFirstCategory: ({ event }: Asked) =>
    event.language !== undefined && event.shop.categories.some(({ slug }) => slug === slugOf(valueIn(event))),
  hasWish: ({ context, event }: Asked) => context.wish !== undefined && event.shop.products.has(context.wish),

  isProduct: ({ event }: Asked) => event.shop.products.has(valueIn(event)),
  isCategory: ({ event }: Asked) => event.shop.categories.some(({ slug }) => slug === slugOf(valueIn(event))),
  isCooperative: ({ event }: Asked) => event.shop.cooperatives.has(slugOf(valueIn(event))),
  isOnShelf: ({ event }: Asked) => event.shop.shelves.has(slugOf(valueIn(event))),
  isProvince: ({ event }: Asked) =>
    [...event.shop.communes.values()].some(({ province }) => province === slugOf(valueIn(event))),
  isCooperativeList: ({ context }: Asked) => context.list?.startsWith('cooperative:') === true,
  isPlaceList: ({ context }: Asked) => /^(?:onShelf|province):/.test(context.list ?? ''),
  /** The cooperative on view was opened from a product's card, not from a list. */
  isFromCard: ({ context }: Asked) =>
    context.product !== undefined && context.list !== `cooperative:${context.maker ?? ''}`,
  hasAmong: ({ context }: Asked) => context.among !== undefined,
  isMakerOnView: ({ context, event }: Asked) => context.maker === slugOf(valueIn(event)),
  isOfMaker: ({ context, event }: Asked) => event.shop.products.get(valueIn(event))?.cooperative === context.maker,
  hasList: ({ context }: Asked) => context.list !== undefined,

  canAdd,
  canSet,
  hasLine: ({ context, event }: Asked) => quantityOf(context.lines, valueIn(event)) > 0,
  hasLines: ({ context }: Asked) => context.lines.length > 0,
  isElsewhere: ({ context, event }: Asked) => linesElsewhere(context, event.shop).length > 0,
  hasNoLines: ({ context }: Asked) => context.lines.length === 0,
  hasAdded: ({ context }: Asked) => context.added !== undefined && quantityOf(context.lines, context.added[0]) > 0,
  canPutBack,
  hasPlaced: ({ context }: Asked) => context.placed !== undefined,

  isName: ({ event }: Asked) => event.type === 'text' && /\p{L}\P{C}*\p{L}/u.test(event.text),
  hasWords: ({ event }: Asked) => event.type === 'text' && /\p{L}/u.test(event.text),
  thanksVolunteer: ({ context, event }: Asked) =>
    context.replying === true && event.type === 'thanks' && event.text !== undefined,
  isBelowNought: ({ event }: Asked) => event.type === 'text' && /^\P{L}*$/u.test(event.text),
  hasSuggestion: ({ context }: Asked) => context.suggestion !== undefined,
  hasBefore: ({ context }: Asked, { state }: { state: CustomerContext['before'] }) => context.before === state,
  isForOther: ({ context }: Asked) => context.receiver !== undefined,

  needsName: ({ context }: Asked) => context.name === undefined,
  needsReceiver: ({ context }: Asked) => context.receiver !== undefined && context.receiver.name === undefined,
  needsReceiverPhone: ({ context }: Asked) => context.receiver !== undefined && context.receiver.phone === undefined,
  needsWay: ({ context }: Asked) => context.way === undefined,
  needsShelf: ({ context }: Asked) => context.way === 'shelf' && context.shelf === undefined,
  needsCommune: ({ context }: Asked) => context.way === 'delivery' && context.commune === undefined,
  needsAddress: ({ context }: Asked) => context.way === 'delivery' && context.address === undefined,
  needsLandmark: ({ context }: Asked) => context.way === 'delivery' && context.landmark === undefined,
  needsDay: ({ context }: Asked) => context.way === 'delivery' && context.day === undefined,
  needsPhone: ({ context }: Asked) => context.way === 'delivery' && !context.receiver && context.phone === undefined,
  mayBeCalled: ({ context }: Asked) => context.receiver === undefined || typeof context.receiver.phone === 'string',
  needsMayCall: ({ context }: Asked) =>
    context.way === 'delivery' &&
    !isToldByPhone(context) &&
    context.mayCall === undefined &&
    typeof (context.receiver ? context.receiver.phone : context.phone) === 'string',

  isServed: ({ event }: Asked) => servedCommunes(event).includes(valueIn(event)),
  isPossibleDay: ({ context, event }: Asked) => isPossibleDay(context, event, valueIn(event)),
  isShelf: ({ event }: Asked) => event.shop.shelves.has(valueIn(event)),
  isDelivery,

  isSelection: ({ event }: Asked) => valueIn(event) === 'selection',
  isDay: ({ context, event }: Asked) => valueIn(event) === 'day' && isDelivery({ context, event }),
  isNames: ({ event }: Asked) => valueIn(event) === 'name',
  isPlace: ({ event }: Asked) => valueIn(event) === 'place',

  /** A yes belongs to the summary that is open, not to an older one. */
  isThisSummary: ({ context, event }: Asked) => valueIn(event) === context.basketId,
  blamesPlace: ({ event }: Asked) => event.type === 'order.place.refused' && event.reason === 'placeNotServed',
  /** What is set right without going back to the basket. */
  blamesSummary: ({ event }: Asked) => event.type === 'order.place.refused' && mended.includes(event.reason),
};

/** The products that are bundles, such as the solidarity basket. */
export function bundlesOf({ shop }: Pick<Surroundings, 'shop'>): readonly Product[] {
  return [...shop.products.values()].filter(({ parts }) => parts.length > 0);
}

/** The communes to which at least one distributor rides, in the shop's order. */
export function servedCommunes({ shop }: Pick<Surroundings, 'shop'>): readonly string[] {
  const served = new Set([...shop.distributors.values()].flatMap((distributor) => distributor.communes));
  return [...shop.communes.keys()].filter((slug) => served.has(slug));
}
