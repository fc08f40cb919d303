/** What the global words do in every staff conversation where they only need a kind answer. */
import type { Surroundings } from '../kit.ts';
import { controllerLine } from './lines.ts';

export const kindWords = {
  /** The host has changed the language; what is open is put again in it. */
  language: { actions: { type: 'say', params: { key: 'staff.languageChanged' } } },
  help: { actions: { type: 'say', params: { key: 'staff.help' } } },
  basket: { actions: { type: 'say', params: { key: 'staff.basket' } } },
  again: { actions: { type: 'say', params: { key: 'staff.basket' } } },
  forget: { actions: { type: 'say', params: { key: 'staff.forget' } } },
  stop: { actions: { type: 'say', params: { key: 'staff.stop' } } },
  thanks: { actions: { type: 'say', params: { key: 'common.thanks' } } },
  privacy: {
    actions: { type: 'say', params: ({ event }: { event: Surroundings }) => controllerLine('staff.privacy', event) },
  },
  yes: { actions: { type: 'say', params: { key: 'staff.useDigits' } } },
  no: { actions: { type: 'say', params: { key: 'staff.useDigits' } } },
} as const;
