import type { Selectable } from 'kysely';
import type { MediaReference } from '#channels/channel.ts';
import type { Transaction } from '#database/database.ts';
import type { Tables } from '#database/tables.ts';
import type { Commands, Outcome } from '../requests.ts';
import type { TradeTools } from '../tools.ts';
import { inform, isVolunteer, volunteerIn } from './inform.ts';
import type { Actor } from './roles.ts';
import { whoIs } from './who.ts';

export type HelpRow = Selectable<Tables['help_request']>;

/** What is asked, or added to what was asked. */
interface Plea {
  readonly words?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly note?: { readonly id: string; readonly media: MediaReference };
}

/** So long after its last word, what somebody writes is about something else. */
const oneTalk = 7 * 24 * 3_600_000;

/** Writes down that somebody asks for a volunteer, and tells the volunteers. */
export async function askForHelp(
  trx: Transaction,
  actor: Actor,
  input: Commands['help.ask']['input'],
  tools: TradeTools,
): Promise<Outcome<{ request: string }>> {
  return { ok: true, answer: { request: await addPlea(trx, actor, tools, input) } };
}

/** Adds to the request about which this chat is already talking with the volunteers, or begins one. */
export async function addPlea(trx: Transaction, actor: Actor, tools: TradeTools, plea: Plea): Promise<string> {
  const now = tools.clock.now();
  const earlier = await findTalk(trx, actor, now - oneTalk);
  const request = earlier ? await complete(trx, earlier, plea) : await begin(trx, actor, tools, plea);
  const { words, note } = plea;
  if (words !== undefined || note !== undefined) {
    const message = { request: request.id, sender: 'person' as const, at: now };
    await trx
      .insertInto('help_message')
      .values({ ...message, words: words ?? null, voice_note: note?.id ?? null })
      .execute();
  }
  const { taken_by: taker } = request;
  const isTaken = taker !== null && (await isVolunteer(trx, taker));
  const to = isTaken ? volunteerIn(taker) : ({ role: 'volunteer' } as const);
  await inform(trx, tools, to, {
    name: 'help.asked',
    request: request.id,
    who: whoIs(request, tools),
    ...(request.phone === null ? {} : { phone: request.phone }),
    ...(words === undefined ? {} : { words }),
    ...(note === undefined ? {} : { voice: note.media }),
    ...(earlier && { isMore: true }),
  });
  return request.id;
}

/** The row is locked: a volunteer who closes it at the same moment does so before or after. */
function findTalk(trx: Transaction, { chat, role, of }: Actor, since: number): Promise<HelpRow | undefined> {
  return trx
    .selectFrom('help_request')
    .selectAll()
    .where('chat', '=', chat)
    .where('role', '=', role)
    .where('of', '=', of)
    .where('state', 'in', ['open', 'taken'])
    .where((row) =>
      row.or([
        row('asked_at', '>', since),
        row.exists(
          row
            .selectFrom('help_message')
            .select('number')
            .whereRef('request', '=', 'help_request.id')
            .where('at', '>', since),
        ),
      ]),
    )
    .orderBy('asked_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
}

function complete(trx: Transaction, { id, name, phone }: HelpRow, plea: Plea): Promise<HelpRow> {
  return trx
    .updateTable('help_request')
    .set({ name: plea.name ?? name, phone: plea.phone ?? phone })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

async function begin(trx: Transaction, actor: Actor, tools: TradeTools, plea: Plea): Promise<HelpRow> {
  const { chat, role, of } = actor;
  // A cooperative's phone may be a customer's, too; the volunteers are to see for whom it asks.
  const known = role === 'customer' || role === 'volunteer' ? await profileOf(trx, chat) : undefined;
  return trx
    .insertInto('help_request')
    .values({
      ...{ id: tools.ids.next(), chat, role, of, state: 'open', words: null, asked_at: tools.clock.now() },
      ...{ name: plea.name ?? known?.name ?? null, phone: plea.phone ?? known?.phone ?? null },
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

function profileOf(trx: Transaction, chat: string) {
  return trx
    .selectFrom('person_chat')
    .innerJoin('person', 'person.id', 'person_chat.person')
    .select(['person.name', 'person.phone'])
    .where('person_chat.address', '=', chat)
    .executeTakeFirst();
}
