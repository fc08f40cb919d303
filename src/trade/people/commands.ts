import { z } from 'zod';
import type { CommandTable, ReadTable } from '../command.ts';
import { id, nothing, phone, typed } from '../fields.ts';
import { closeHelp, replyToHelp, takeHelp } from './answer-help.ts';
import { askForHelp } from './ask-for-help.ts';
import { forgetPerson } from './forget-person.ts';
import { ownData } from './own-data.ts';
import type { PeopleCommands } from './requests.ts';
import { showHelp } from './show-help.ts';
import { askToListen, keepVoice } from './voice-notes.ts';

const request = z.object({ request: id });
const media = z.object({ source: z.string().min(1).max(300), mimeType: z.string().min(1).max(100) });

export const peopleCommands: CommandTable<keyof PeopleCommands> = {
  'help.ask': {
    input: z.object({ words: typed.exactOptional(), name: typed.exactOptional(), phone: phone.exactOptional() }),
    run: askForHelp,
  },
  'help.take': { input: request, run: takeHelp },
  'help.reply': { input: request.extend({ words: typed }), run: replyToHelp },
  'help.close': { input: request, run: closeHelp },
  'voice.keep': { input: z.object({ media, seconds: z.number().min(0).max(36_000).exactOptional() }), run: keepVoice },
  'voice.ask': { input: z.object({ note: z.string().max(64) }), run: askToListen },
  'person.forget': { input: nothing, run: forgetPerson },
};

export const peopleReads: ReadTable<'data.mine' | 'help.show'> = {
  'data.mine': ownData,
  'help.show': showHelp,
};
