import { z } from 'zod';
import type { Clock } from '#base/clock.ts';
import { TransientError } from '#base/errors.ts';
import type { Logger } from '#base/logger.ts';
import type { ChatAddress } from '#channels/channel.ts';
import type { ChatStore, Item } from '#chats/chat-store.ts';
import type { Directory } from '#trade/people/directory.ts';
import type { Job } from './job.ts';

const input = z.object({
  to: z.union([
    z.object({ person: z.string() }),
    z.object({ role: z.literal('volunteer') }),
    z.object({ role: z.enum(['cooperative', 'distributor', 'shelf']), of: z.string() }),
  ]),
  event: z.looseObject({ type: z.enum(['question', 'question.gone', 'notice']) }),
});

export interface NotifyParts {
  readonly directory: Pick<Directory, 'chatsOf'>;
  readonly chats: Pick<ChatStore, 'admit'>;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Puts what happened into the inbox of everybody it concerns. A second run meets the id of the first in each inbox. What
 * is for a role that no chat is bound to waits until there is one: somebody at the other end waits for the answer.
 */
export function notifyJob({ directory, chats, clock, log }: NotifyParts): Job<z.infer<typeof input>> {
  return {
    name: 'notify',
    input,
    async run({ to, event }, id) {
      const addresses = await directory.chatsOf(to);
      if (addresses.length === 0) {
        const whom = 'role' in to ? to : { role: 'customer' };
        log.error({ job: id, event: event.type, to: whom }, 'nobody could be told: no chat is bound to the recipient');
        if ('role' in to && event.type !== 'question.gone') {
          throw new TransientError(`no chat is bound to the ${to.role}`);
        }
      }
      for (const address of addresses) {
        const item: Item = { from: 'house', id: `job:${id}`, at: clock.now(), event };
        await chats.admit(address as ChatAddress, item);
      }
    },
  };
}
