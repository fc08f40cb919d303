/** What can be asked and told of the solidarity shelves. */

import type { WaitingAnswers } from '#trade/answers/answer.ts';
import type { CommandTable, ReadTable } from '#trade/command.ts';
import { acceptReservation, refuseReservation } from './answer-reservation.ts';
import { countShelf } from './count-shelf.ts';
import { noteArrival } from './note-arrival.ts';
import type { ShelfCommands, ShelfReads } from './requests.ts';
import { openReservations, showReservation } from './show-reservations.ts';
import { expectedAtShelf, stockOfShelf, waitingAtShelf } from './show-shelf.ts';

export const shelfAnswers: WaitingAnswers<keyof ShelfCommands> = {
  'arrival.note': noteArrival,
  'reservation.accept': acceptReservation,
  'reservation.refuse': refuseReservation,
  'shelf.count': countShelf,
};

/** All that is told of a shelf can be taken back. */
export const shelfCommands: CommandTable<never> = {};

export const shelfReads: ReadTable<keyof ShelfReads> = {
  'shelf.expected': expectedAtShelf,
  'shelf.waiting': waitingAtShelf,
  'shelf.stock': stockOfShelf,
  'reservation.show': showReservation,
  'reservations.open': openReservations,
};
