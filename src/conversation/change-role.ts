/** A person goes on in another of their roles, by one word, and back by the same. */
import type { Flow } from '#flows/kit.ts';
import type { Role } from '#trade/people/roles.ts';
import { still } from './answer-person.ts';
import type { Heard } from './hear.ts';
import { type Opened, openAs } from './open-conversation.ts';
import { type Acting, chosenRole, type Held, isSame, nowAs, rolesOf, rolesPrompt } from './roles.ts';
import type { Send, Turned } from './turn.ts';

/** The word for one's roles, or a choice among them. */
export function isAboutRoles({ event }: Heard): boolean {
  return event?.type === 'role' || event?.type === 'as';
}

/** With one other role the word alone is enough; with more, the person is asked which. */
export async function changeRole(
  { event }: Heard,
  opened: Opened,
  held: readonly Held[],
  flows: Readonly<Record<Role, Flow>>,
  send: Send,
): Promise<Turned> {
  const { conversation } = opened;
  const present: Acting = { role: conversation.flow, of: conversation.of };
  const others = rolesOf(held).filter((one) => !isSame(one, present));
  const chosen = event?.type === 'as' ? chosenRole(String(event.value), held) : undefined;
  const wanted = chosen ?? (others.length === 1 ? others[0] : undefined);
  const stays = { opened, moved: still(opened), missed: 0, asksAgain: true };
  if (wanted === undefined) {
    if (others.length === 0) return { ...stays, statements: [{ key: 'common.oneRole' }] };
    return { ...stays, statements: [], moved: { ...still(opened), aside: rolesPrompt(others) } };
  }
  if (isSame(wanted, present)) return { ...stays, statements: [nowAs(present)] };
  const other = openAs(flows, conversation, wanted);
  const moved = other.isNew ? await send(other, { type: 'hello' }) : still(other);
  return { opened: other, statements: [nowAs(wanted)], moved, missed: 0, asksAgain: true };
}
