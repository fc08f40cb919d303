/** News and questions for a role in which the person does not act at the moment: heard there, told here. */
import type { HouseEvent } from '#chats/chat-store.ts';
import type { Flow } from '#flows/kit.ts';
import type { Role } from '#trade/people/roles.ts';
import { still } from './answer-person.ts';
import { type Opened, openOther } from './open-conversation.ts';
import { type Acting, type Held, isSame, newsFor, rolesOf, waitsFor, withOther } from './roles.ts';
import type { Send, Turned } from './turn.ts';

/** For whom an event of the house is; what was sent by an earlier version says nothing of it. */
function meantFor(event: HouseEvent): Acting | undefined {
  return event.for as Acting | undefined;
}

export function isElsewhere(event: HouseEvent, { conversation }: Opened): boolean {
  const meant = meantFor(event);
  return meant !== undefined && !isSame(meant, { role: conversation.flow, of: conversation.of });
}

/** Whether the event is for a role that the chat no longer holds, or does not hold yet as far as is known here. */
export function isForOthers(event: HouseEvent, held: readonly Held[]): Acting | undefined {
  const meant = meantFor(event);
  return meant === undefined || rolesOf(held).some((one) => isSame(one, meant)) ? undefined : meant;
}

/** What was meant for a role that was taken away is told to nobody here, and nothing of that role is kept. */
export function hearNothing(opened: Opened): Turned {
  return { opened, moved: still(opened), statements: [], missed: opened.conversation.missed, asksAgain: false };
}

const questions = new Set(['question', 'question.again']);

/**
 * The conversation of that role moves on and is kept again; the person is told its news, and of a question only that
 * it waits, because digits typed now belong to the question before them.
 */
export async function hearElsewhere(
  event: HouseEvent,
  opened: Opened,
  flows: Readonly<Record<Role, Flow>>,
  send: Send,
): Promise<Turned> {
  const { conversation } = opened;
  const meant = meantFor(event) as Acting;
  const other = openOther(flows, conversation, meant);
  const { snapshot, statements } = await send(other, event);
  const others = withOther(conversation.others, {
    ...{ flow: other.flow.name, of: meant.of, version: other.flow.version },
    ...{ value: snapshot.value, context: snapshot.context },
  });
  const news = questions.has(event.type)
    ? [waitsFor(meant)]
    : statements.length > 0
      ? [newsFor(meant), ...statements]
      : [];
  // Of one that was kept by another version the old digits mean nothing any more; who was asked nothing yet has none.
  const asksAgain = opened.isRenewed || conversation.asked.length === 0;
  return {
    opened: { ...opened, conversation: { ...conversation, others } },
    ...{ statements: news, moved: still(opened), missed: conversation.missed, asksAgain },
  };
}
