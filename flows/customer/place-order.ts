/** From what the conversation knows to the order that it asks for. */
import type { Contact, PlaceOrder } from '#trade/orders/order.ts';
import type { Language, Surroundings } from '../kit.ts';
import { wantedLines } from './basket-lines.ts';
import { type CustomerContext, isToldByPhone } from './context.ts';

/** What is asked of the trade once the summary was answered with yes. */
export function placeOrder(context: CustomerContext, { shop, language }: Surroundings): PlaceOrder {
  const payer = contact(context.name, context.phone);
  const { standing = [] } = context;
  const isShelf = context.way === 'shelf';
  const cashier = shop.shelves.get(context.shelf ?? '')?.cashier;
  return {
    basketId: context.basketId ?? '',
    lines: wantedLines(context.lines).map((line) =>
      isShelf && standing.includes(line.product) ? { ...line, fromShelf: true } : line,
    ),
    payer,
    receiver: context.receiver ? contact(context.receiver.name, context.receiver.phone) : payer,
    payment: isShelf ? (cashier === 'before' ? 'paidBefore' : 'cashAtShelf') : 'cashAtDoor',
    way: isShelf ? { kind: 'shelf', shelf: context.shelf ?? '' } : drop(context),
    fee: context.fee ?? 0,
    language: language ?? ('ar' satisfies Language),
  };
}

function contact(name: string | undefined, phone: string | null | undefined): Contact {
  return { name: name ?? '', ...(phone && { phone }) };
}

function drop(context: CustomerContext): PlaceOrder['way'] {
  const { commune = '', address = '', landmark, location, voiceNote, day = '', mayCall = false } = context;
  return {
    kind: 'delivery',
    commune,
    address,
    ...(landmark && { landmark }),
    ...(location && { location: { latitude: location[0], longitude: location[1] } }),
    ...(voiceNote && { voiceNote }),
    day,
    mayCall: mayCall || isToldByPhone(context),
  };
}
