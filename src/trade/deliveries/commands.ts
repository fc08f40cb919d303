import { z } from 'zod';
import type { WaitingAnswers } from '../answers/answer.ts';
import { aboutOf } from '../answers/open-answer.ts';
import type { CommandTable, ReadTable } from '../command.ts';
import { id, typed } from '../fields.ts';
import { aboutDelivery } from './about-delivery.ts';
import { askOfferAgain, checkOffer, refuseOffer, takeOffer } from './answer-offer.ts';
import { assignDelivery, checkAssignment } from './assign-delivery.ts';
import { confirmHandover } from './confirm-handover.ts';
import { checkDelivery, failDelivery, noteBack, retryDelivery, returnDelivery } from './fail-delivery.ts';
import { giveCash } from './give-cash.ts';
import type { DeliveryReads } from './requests.ts';
import { showOffer } from './show-offer.ts';
import { roundOf } from './show-round.ts';

const offer = z.object({ offer: id });
const order = z.object({ order: id });
const failure = z.enum(['nobodyThere', 'placeNotFound', 'notWanted', 'cannotPay', 'breakdown', 'other']);

const ofOffer = {
  input: offer,
  about: (input: { offer: string }) => aboutOf('offer', input.offer),
  check: checkOffer,
  askAgain: askOfferAgain,
};
const about = (input: { order: string }) => aboutDelivery(input.order);

export const deliveryAnswers: WaitingAnswers<
  | ('offer.take' | 'offer.refuse' | 'delivery.fail' | 'delivery.retry')
  | ('delivery.return' | 'delivery.noteBack' | 'delivery.assign')
> = {
  'offer.take': { ...ofOffer, run: takeOffer },
  'offer.refuse': { ...ofOffer, run: refuseOffer },
  'delivery.fail': {
    ...{ input: order.extend({ cause: failure, words: typed.exactOptional() }), about },
    ...{ check: checkDelivery('fail'), run: failDelivery },
  },
  'delivery.retry': { input: order, about, check: checkDelivery('retry'), run: retryDelivery },
  'delivery.return': { input: order, about, check: checkDelivery('return'), run: returnDelivery },
  'delivery.noteBack': { input: order, about, check: checkDelivery('noteBack'), run: noteBack },
  'delivery.assign': {
    ...{ input: order.extend({ distributor: id }), about },
    ...{ check: checkAssignment, run: assignDelivery },
  },
};

export const deliveryCommands: CommandTable<'cash.give' | 'handover.confirm'> = {
  'cash.give': { input: z.object({ cooperative: id }), run: giveCash },
  'handover.confirm': { input: z.object({ code: z.string().regex(/^\d{4}$/) }), run: confirmHandover },
};

export const deliveryReads: ReadTable<keyof DeliveryReads> = {
  'offer.show': showOffer,
  'round.mine': roundOf,
};
