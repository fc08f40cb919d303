import type { Transaction } from '#database/database.ts';
import type { Outcome } from '../requests.ts';
import { chatsOfPerson, findPerson } from './people.ts';
import type { Actor } from './roles.ts';
import { keptPrefix } from './sweep-media.ts';

/**
 * Erases who somebody is: what accounting needs of their orders stays, without a name or a place, and the chat goes on
 * as a new person. What the chat does for a cooperative or as a volunteer is not the customer's and stays.
 */
export async function forgetPerson(trx: Transaction, actor: Actor): Promise<Outcome<Record<string, never>>> {
  const person = await findPerson(trx, actor.chat);
  const chats = person === undefined ? [actor.chat] : await chatsOfPerson(trx, person);
  if (person !== undefined) {
    // Whoever orders brings the person up to date first, and so waits here.
    await trx.selectFrom('person').select('id').where('id', '=', person).forUpdate().execute();
    if (await hasOpenOrder(trx, person)) return { ok: false, reason: 'ordersOpen' };
    await eraseOrders(trx, person);
    await trx.deleteFrom('person_chat').where('person', '=', person).execute();
    // The row stays without a word in it, because the ledger names its key.
    await trx.updateTable('person').set({ name: null, phone: null }).where('id', '=', person).execute();
  }
  await trx.deleteFrom('help_request').where('chat', 'in', chats).where('role', '=', 'customer').execute();
  await eraseVoice(trx, chats);
  return { ok: true, answer: {} };
}

async function hasOpenOrder(trx: Transaction, person: string): Promise<boolean> {
  const query = trx.selectFrom('orders').select('id').where('person', '=', person).where('closed_at', 'is', null);
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}

async function eraseOrders(trx: Transaction, person: string): Promise<void> {
  const orders = await trx
    .updateTable('orders')
    .set({
      ...{ payer_name: '', payer_phone: null, receiver_name: '', receiver_phone: null, may_call: false },
      ...{ landmark: null, latitude: null, longitude: null, voice_note: null },
    })
    .set((row) => ({ address: row.case().when('address', 'is', null).then(null).else('').end() }))
    .where('person', '=', person)
    .returning(['id', 'number'])
    .execute();
  if (orders.length === 0) return;
  const ids = orders.map(({ id }) => id);
  await trx.updateTable('delivery').set({ failure_words: null }).where('order_id', 'in', ids).execute();
  // Why it could not be handed over was typed into an answer before it stood in the delivery.
  await trx
    .deleteFrom('staff_answer')
    .where('name', '=', 'delivery.fail')
    .where('state', '!=', 'open')
    .where(
      'order_number',
      'in',
      orders.map(({ number }) => number),
    )
    .execute();
}

async function eraseVoice(trx: Transaction, chats: readonly string[]): Promise<void> {
  const notes = await trx
    .deleteFrom('voice_note')
    .where('chat', 'in', chats)
    // The customer's own requests are gone by now: what is still named was said for a cooperative or the like.
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(selectFrom('help_message').select('number').whereRef('help_message.voice_note', '=', 'voice_note.id')),
      ),
    )
    .returning('source')
    .execute();
  const kept = notes.flatMap(({ source }) => (source.startsWith(keptPrefix) ? [source.slice(keptPrefix.length)] : []));
  if (kept.length > 0) await trx.deleteFrom('kept_media').where('id', 'in', kept).execute();
}
