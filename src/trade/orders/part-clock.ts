import type { StepDue } from '../answers/clock.ts';
import { hasSecondContact } from '../answers/second-contact.ts';
import { lockOrder } from './order-row.ts';
import { ask, remind, tell } from './tell.ts';

/** A step of the clock of a part whose cooperative has not answered; the customer is told what is done about it. */
export const partDue: StepDue = async (trx, tools, id, step) => {
  const parts = trx.selectFrom('order_part').selectAll().where('id', '=', id).where('source', '=', 'cooperative');
  const found = await parts.executeTakeFirst();
  if (found === undefined) return 'over';
  const order = await lockOrder(trx, found.order_id);
  const { state, cooperative } = await parts.executeTakeFirstOrThrow();
  if (state !== 'asked') return 'over';

  const about = { kind: 'part', id, order: order.number } as const;
  const maker = { role: 'cooperative', of: cooperative } as const;
  if (step === 'reminder') await remind(trx, tools, { ...maker, contacts: 'first' }, about);
  if (step === 'second') {
    if (!(await hasSecondContact(trx, 'cooperative', cooperative))) return 'waits';
    await ask(trx, tools, { ...maker, contacts: 'second' }, about);
  }
  if (step === 'volunteer') {
    await trx.updateTable('order_part').set({ escalated_at: tools.clock.now() }).where('id', '=', id).execute();
    const silent = { name: 'part.silent', order: order.number, part: id, cooperative } as const;
    await tell(trx, tools, { role: 'volunteer' }, silent);
  }
  const told = { name: 'order.silent', order: order.number, who: { cooperative }, step } as const;
  await tell(trx, tools, { person: order.person }, told);
  return 'waits';
};
