import type { Transaction } from '#database/database.ts';
import { later } from '#trade/later.ts';
import type { Commands, Outcome } from '#trade/requests.ts';
import type { TradeTools } from '#trade/tools.ts';
import type { Actor } from './roles.ts';

/** Writes down that somebody asks for a volunteer, and tells the volunteers. */
export async function askForHelp(
  trx: Transaction,
  actor: Actor,
  input: Commands['help.ask']['input'],
  tools: TradeTools,
): Promise<Outcome<Record<string, never>>> {
  const { words } = input;
  const known = await trx
    .selectFrom('person_chat')
    .innerJoin('person', 'person.id', 'person_chat.person')
    .select(['person.name', 'person.phone'])
    .where('person_chat.address', '=', actor.chat)
    .executeTakeFirst();
  const name = input.name ?? known?.name ?? undefined;
  const phone = input.phone ?? known?.phone ?? undefined;
  const { chat, role, of } = actor;
  await trx
    .insertInto('help_request')
    .values({
      ...{ id: tools.ids.next(), chat, role, of, state: 'open', asked_at: tools.clock.now() },
      ...{ name: name ?? null, phone: phone ?? null, words: words ?? null },
    })
    .execute();
  const notice = {
    name: 'help.asked',
    who: name ?? staffName(actor, tools) ?? chat.slice(chat.indexOf(':') + 1),
    ...(phone === undefined ? {} : { phone }),
    ...(words === undefined ? {} : { words }),
  } as const;
  await later(tools.outbox, trx, 'notify', { to: { role: 'volunteer' }, event: { type: 'notice', notice } });
  return { ok: true, answer: {} };
}

function staffName({ role, of }: Actor, tools: TradeTools): string | undefined {
  const shop = tools.shop();
  const staff = {
    cooperative: shop.cooperatives.get(of),
    distributor: shop.distributors.get(of),
    shelf: shop.shelves.get(of),
    customer: undefined,
    volunteer: undefined,
  }[role];
  return staff?.name.fr ?? staff?.name.ar;
}
