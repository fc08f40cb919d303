import type { Transaction } from '#database/database.ts';
import type { Outcome } from '../requests.ts';
import type { TradeTools } from '../tools.ts';
import type { HelpRow } from './ask-for-help.ts';
import { inform, isVolunteer, volunteerIn } from './inform.ts';
import type { Actor } from './roles.ts';
import { whoIs } from './who.ts';

type HelpAnswer = Outcome<{ request: string; who: string }>;

/** A volunteer takes a request over; asked for again by the one who has it, it is theirs already. */
export async function takeHelp(
  trx: Transaction,
  actor: Actor,
  input: { request: string },
  tools: TradeTools,
): Promise<HelpAnswer> {
  const found = await ownRequest(trx, actor, input.request);
  if (!found.ok) return found;
  if (await take(trx, actor, tools, found.answer)) {
    await inform(trx, tools, askerOf(found.answer), { name: 'help.taken' });
  }
  return done(found.answer, tools);
}

/** The volunteer's words reach the person; who answers a request that nobody has takes it over. */
export async function replyToHelp(
  trx: Transaction,
  actor: Actor,
  input: { request: string; words: string },
  tools: TradeTools,
): Promise<HelpAnswer> {
  const found = await ownRequest(trx, actor, input.request);
  if (!found.ok) return found;
  await take(trx, actor, tools, found.answer);
  const { request, words } = input;
  await trx
    .insertInto('help_message')
    .values({ request, sender: 'volunteer', words, voice_note: null, at: tools.clock.now() })
    .execute();
  await inform(trx, tools, askerOf(found.answer), { name: 'help.replied', words });
  return done(found.answer, tools);
}

/** It is settled; what the person writes from now on is a new request. */
export async function closeHelp(
  trx: Transaction,
  actor: Actor,
  input: { request: string },
  tools: TradeTools,
): Promise<HelpAnswer> {
  const found = await ownRequest(trx, actor, input.request);
  if (!found.ok) return found;
  await take(trx, actor, tools, found.answer);
  await trx.updateTable('help_request').set({ state: 'closed' }).where('id', '=', input.request).execute();
  return done(found.answer, tools);
}

/** A request that is open, this volunteer's, or of one who has left since; locked until the transaction ends. */
async function ownRequest(trx: Transaction, actor: Actor, id: string): Promise<Outcome<HelpRow>> {
  if (actor.role !== 'volunteer') return { ok: false, reason: 'notYours' };
  const query = trx.selectFrom('help_request').selectAll().where('id', '=', id).forUpdate();
  const request = await query.executeTakeFirst();
  if (request === undefined) return { ok: false, reason: 'unknown' };
  if (request.state === 'closed') return { ok: false, reason: 'alreadyAnswered' };
  const isOthers = request.taken_by !== null && request.taken_by !== actor.chat;
  if (isOthers && (await isVolunteer(trx, request.taken_by))) return { ok: false, reason: 'alreadyTaken' };
  return { ok: true, answer: request };
}

/** Makes a request this volunteer's, and tells the others; false when it was already. */
async function take(trx: Transaction, actor: Actor, tools: TradeTools, request: HelpRow): Promise<boolean> {
  if (request.taken_by === actor.chat) return false;
  await trx
    .updateTable('help_request')
    .set({ state: 'taken', taken_by: actor.chat })
    .where('id', '=', request.id)
    .execute();
  const others = await trx
    .selectFrom('staff_binding')
    .select('chat')
    .where('role', '=', 'volunteer')
    .where('chat', '!=', actor.chat)
    .orderBy('chat')
    .execute();
  const notice = { name: 'help.gone', request: request.id, who: whoIs(request, tools) } as const;
  for (const { chat } of others) await inform(trx, tools, volunteerIn(chat), notice);
  return true;
}

function askerOf({ chat, role, of }: HelpRow) {
  return { chat, role, of };
}

function done(request: HelpRow, tools: TradeTools): HelpAnswer {
  return { ok: true, answer: { request: request.id, who: whoIs(request, tools) } };
}
