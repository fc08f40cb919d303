/** What every conversation does with something said: it is kept, and the person chooses how to go on. */
import type { MediaReference } from '#channels/channel.ts';
import type { CommandRequest, Prompt } from './kit.ts';

export function keepVoice({ media, seconds }: { media: MediaReference; seconds?: number }): CommandRequest {
  return { name: 'voice.keep', input: { media, ...(seconds !== undefined && { seconds }) } };
}

/** Asked in passing: whatever was asked before stays open and can still be answered in words. */
export function voicePrompt({ note, by }: { note: string; by: number }): Prompt {
  return {
    lines: [{ key: 'common.voiceKept' }],
    choices: [
      {
        event: `listen:${note}`,
        label: { key: 'common.labelListen' },
        detail: { key: 'common.detailListen', values: { time: { time: by } } },
      },
      { event: 'write', label: { key: 'common.labelWrite' } },
    ],
  };
}

/** For the `on` of a machine's root. */
export const voiceEvents = {
  voice: {
    actions: {
      type: 'command',
      params: ({ event }: { event: { media: MediaReference; seconds?: number } }) => keepVoice(event),
    },
  },
  'voice.keep.done': {
    actions: {
      type: 'aside',
      params: ({ event }: { event: { answer: { note: string; by: number } } }) => voicePrompt(event.answer),
    },
  },
  'voice.keep.refused': { actions: { type: 'say', params: { key: 'common.voiceNotKept' } } },
  listen: {
    actions: {
      type: 'command',
      // A tap always names its note; an id that somebody has typed may not.
      params: ({ event }: { event: { value?: string } }) =>
        ({ name: 'voice.ask', input: { note: event.value ?? '' } }) as const,
    },
  },
  'voice.ask.done': { actions: { type: 'say', params: { key: 'common.voiceAsked' } } },
  'voice.ask.refused': { actions: { type: 'say', params: { key: 'common.voiceNotKept' } } },
  write: { actions: 'handled' },
} as const;

/** The choices that a machine with these events takes. */
export type VoiceChoice = { readonly type: 'listen'; readonly value: string } | { readonly type: 'write' };
