import type { Shop } from '#trade/catalogue/shop.ts';
import { allergens } from '#trade/orders/allergens.ts';
import { madeFor, makers } from '#trade/orders/makers.ts';
import type { Prompt, PromptSurroundings, Statement, Value } from '../../kit.ts';
import { allergenValue } from '../allergens.ts';
import { codesOf, totalOf } from '../basket-lines.ts';
import { type CustomerContext, isFromShelf, isToldByPhone, type Line } from '../context.ts';
import { possibleDays } from '../guards.ts';
import { lineValues } from './basket.ts';
import { whyNotSooner } from './checkout.ts';
import { type Ask, choice, money, statement, zero } from './choices.ts';
import { collection } from './collection.ts';

/** Everything that a yes promises, and nothing that it does not. */
export const summary: Ask<Prompt> = (context, around) => ({
  lines: [
    statement('customer.summaryTitle'),
    ...context.lines.map((line) => itemised(line, around.shop)),
    ...allergenLines(context, around.shop),
    ...(context.way === 'shelf' ? atShelf(context, around) : delivery(context, around)),
    statement('customer.confirmQuestion'),
  ],
  choices: [
    choice(`confirm:${context.basketId ?? ''}`, 'customer.labelConfirm'),
    choice('edit', 'customer.labelEdit'),
    zero('later', 'customer.labelLater'),
  ],
  after: [statement(isFromShelf(context) ? 'customer.nothingAskedYetShelf' : 'customer.nothingAskedYet')],
  binding: true,
});

function itemised(line: Line, shop: Shop): Statement {
  const cooperative = shop.products.get(line[0])?.cooperative;
  if (cooperative !== undefined) {
    return statement('customer.summaryLine', { ...lineValues(line), cooperative: { cooperative } });
  }
  const list = makers(shop, [line[0]]).map((slug): Value => ({ cooperative: slug }));
  return statement('customer.summaryBundle', { ...lineValues(line), cooperatives: { list } });
}

function allergenLines({ lines }: CustomerContext, shop: Shop): readonly Statement[] {
  const codes = codesOf(lines);
  if (!codes.some((code) => madeFor(shop, code).some(({ food }) => food !== undefined))) return [];
  const { declared, notGiven } = allergens(shop, codes);
  const list = notGiven.map((product): Value => ({ product }));
  return [
    ...(declared.length > 0 || list.length === 0
      ? [statement('customer.allergens', { list: allergenValue(declared) })]
      : []),
    ...(list.length > 0 ? [statement('customer.summaryAllergensMissing', { products: { list } })] : []),
  ];
}

function delivery(context: CustomerContext, around: PromptSurroundings): readonly Statement[] {
  const { day = '', fee = 0, lines } = context;
  const goods = totalOf(lines);
  return [
    statement('customer.summaryFee', { fee: money(fee) }),
    statement('customer.summaryTotalDoor', { total: money(goods + fee) }),
    ...receiverPays(context),
    ...address(context),
    statement('customer.summaryWhen', { day: { day } }),
    ...setBy(context, around),
    ...recipient(context),
    ...calls(context),
    ...(around.shop.shelves.size > 0 ? [statement('customer.summaryCheaper')] : []),
  ];
}

/** Where the first possible day was chosen: what it waits for. A later one was the customer's own wish. */
function setBy(context: CustomerContext, around: PromptSurroundings): readonly Statement[] {
  const { days, setBy: code } = possibleDays(context, around);
  return days[0] === context.day ? whyNotSooner(code, around) : [];
}

/** Whoever orders for somebody else knows who will be asked for the money. */
function receiverPays({ receiver }: CustomerContext): readonly Statement[] {
  return receiver ? [statement('customer.summaryReceiverPays', { name: { typed: receiver.name ?? '' } })] : [];
}

function address(context: CustomerContext): readonly Statement[] {
  const { commune = '', address: words, landmark } = context;
  const place: Value = { commune };
  if (isToldByPhone(context)) return [statement('customer.summaryByPhone', { commune: place })];
  if (context.voiceNote) return [statement('customer.summaryVoice', { commune: place })];
  return [
    words
      ? statement('customer.summaryAddress', { commune: place, address: { typed: words } })
      : statement('customer.summaryPin', { commune: place }),
    ...(landmark ? [statement('customer.summaryLandmark', { landmark: { typed: landmark } })] : []),
  ];
}

function atShelf(context: CustomerContext, around: PromptSurroundings): readonly Statement[] {
  const isPaidBefore = around.shop.shelves.get(context.shelf ?? '')?.cashier === 'before';
  return [...collection(context, around), ...(isPaidBefore ? [] : receiverPays(context)), ...recipient(context)];
}

function recipient({ name = '', phone, receiver }: CustomerContext): readonly Statement[] {
  const person = receiver ?? { name, phone };
  const who: Value = { typed: person.name ?? '' };
  const key = receiver ? 'customer.summaryReceiver' : 'customer.summaryName';
  const from = receiver ? [statement('customer.summaryFrom', { name: { typed: name } })] : [];
  if (!person.phone) return [statement(key, { name: who }), ...from];
  const withPhone = receiver ? 'customer.summaryReceiverPhone' : 'customer.summaryNamePhone';
  return [statement(withPhone, { name: who, phone: { code: person.phone } }), ...from];
}

function calls(context: CustomerContext): readonly Statement[] {
  const { mayCall, receiver, phone } = context;
  if (!(receiver ? receiver.phone : phone) || isToldByPhone(context)) return [];
  return [statement(mayCall ? 'customer.summaryMayCall' : 'customer.summaryMayNotCall')];
}
