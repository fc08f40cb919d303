import { z } from 'zod';
import type { Clock } from '#base/clock.ts';
import { TransientError } from '#base/errors.ts';
import type { Logger } from '#base/logger.ts';
import type { ChatAddress } from '#channels/channel.ts';
import type { ChatStore, Item } from '#chats/chat-store.ts';
import type { Directory } from '#trade/people/directory.ts';
import type { Recipient, Role } from '#trade/people/roles.ts';
import type { Job } from './job.ts';

const input = z.object({
  to: z.union([
    z.object({ person: z.string() }),
    // Before the roles alone: a union takes what fits first, and drops what it does not know.
    z.object({
      chat: z.string(),
      role: z.enum(['customer', 'cooperative', 'distributor', 'shelf', 'volunteer']),
      of: z.string(),
    }),
    z.object({ role: z.literal('volunteer') }),
    z.object({
      role: z.enum(['cooperative', 'distributor', 'shelf']),
      of: z.string(),
      contacts: z.enum(['first', 'second', 'all']).exactOptional(),
    }),
  ]),
  event: z.looseObject({ type: z.enum(['question', 'question.again', 'question.gone', 'notice']) }),
});

export interface NotifyParts {
  readonly directory: Pick<Directory, 'chatsOf'>;
  readonly chats: Pick<ChatStore, 'admit'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Puts what happened into the inbox of everybody it concerns, with the role in which it concerns them. A second run meets
 * the id of the first in each inbox. What is for a role that no chat is bound to waits until there is one: somebody at the
 * other end waits for the answer.
 */
export function notifyJob({ directory, chats, clock, log }: NotifyParts): Job<z.infer<typeof input>> {
  return {
    name: 'notify',
    input,
    async run({ to, event }, id) {
      const meant = concerned(to);
      const addresses = await directory.chatsOf(to);
      if (addresses.length === 0) {
        log.error({ job: id, event: event.type, to: meant }, 'nobody could be told: no chat is bound to the recipient');
        if (mustBeHeard(to) && event.type !== 'question.gone') {
          throw new TransientError(`no chat is bound to the ${meant.role}`);
        }
      }
      for (const address of addresses) {
        const item: Item = { from: 'house', id: `job:${id}`, at: clock.now(), event: { ...event, for: meant } };
        await chats.admit(address as ChatAddress, item);
      }
    },
  };
}

/** In which of its conversations a chat is to hear of it. */
function concerned(to: Recipient): { role: Role; of: string } {
  if ('person' in to) return { role: 'customer', of: '' };
  return { role: to.role, of: 'of' in to ? to.of : '' };
}

/** A second contact may have gone meanwhile; then the clock goes on to a volunteer. */
function mustBeHeard(to: Recipient): boolean {
  return 'role' in to && !('contacts' in to && to.contacts === 'second');
}
