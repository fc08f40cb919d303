import type { StepDue } from '#trade/answers/clock.ts';
import { hasSecondContact } from '#trade/answers/second-contact.ts';
import { lockOrder } from '#trade/orders/order-row.ts';
import { ask, remind, tell } from '#trade/orders/tell.ts';

/** A step of the clock of a reservation whose keeper has not answered; the customer is told what is done about it. */
export const reservationDue: StepDue = async (trx, tools, id, step) => {
  const reservations = trx.selectFrom('reservation').selectAll().where('id', '=', id);
  const found = await reservations.executeTakeFirst();
  if (found === undefined) return 'over';
  const order = await lockOrder(trx, found.order_id);
  const { state, shelf } = await reservations.executeTakeFirstOrThrow();
  if (state !== 'asked') return 'over';

  const about = { kind: 'reservation', id, order: order.number } as const;
  const keeper = { role: 'shelf', of: shelf } as const;
  if (step === 'reminder') await remind(trx, tools, { ...keeper, contacts: 'first' }, about);
  if (step === 'second') {
    if (!(await hasSecondContact(trx, 'shelf', shelf))) return 'waits';
    await ask(trx, tools, { ...keeper, contacts: 'second' }, about);
  }
  if (step === 'volunteer') {
    await trx.updateTable('reservation').set({ escalated_at: tools.clock.now() }).where('id', '=', id).execute();
    const silent = { name: 'reservation.silent', order: order.number, reservation: id, shelf } as const;
    await tell(trx, tools, { role: 'volunteer' }, silent);
  }
  await tell(trx, tools, { person: order.person }, { name: 'order.silent', order: order.number, who: { shelf }, step });
  return 'waits';
};
