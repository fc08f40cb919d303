/** What arrives at the simulator's door, checked before anything is made of it. */
import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { longestText } from '#channels/channel.ts';
import { type PersonAct, stickers } from './message.ts';

/** Why a message is not taken: one sentence for whoever wrote the request. */
export class NotTaken extends Error {
  override name = 'NotTaken';
}

// Without `|` and control characters: the id becomes part of the keys of what follows from the message.
const id = z.string().regex(/^[\w.:@=+/-]{1,100}$/);

const picture = /^data:(image\/(?:jpeg|png|webp));base64,([A-Za-z0-9+/]+={0,2})$/;

// A browser names the coding too: `audio/webm;codecs=opus`.
const sound = /^data:(audio\/(?:webm|ogg|mp4|mpeg|wav))(?:;codecs=[\w.,"-]{1,40})?;base64,([A-Za-z0-9+/]+={0,2})$/;

/** The longest voice note, in seconds. */
const longestVoice = 60;

const shape = z.strictObject({
  id: id.optional(),
  text: z.string().max(100_000).optional(),
  choice: z.string().min(1).max(64).optional(),
  about: z.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
  location: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).optional(),
  image: z.string().regex(picture).optional(),
  voice: z.string().regex(sound).optional(),
  seconds: z
    .number()
    .positive()
    .max(longestVoice + 1)
    .optional(),
  sticker: z.enum(stickers).optional(),
});

const contents = ['text', 'choice', 'location', 'image', 'voice', 'sticker'] as const;

const sentences: Record<string, string> = {
  id: 'The field "id" takes 1 to 100 letters, digits or any of . : @ = + / - _',
  text: 'The field "text" takes a text of at most 4096 characters.',
  choice: 'The field "choice" takes the id of a choice, 1 to 64 characters.',
  about: 'The field "about" takes the seq of the message whose choice was tapped.',
  location: 'The field "location" takes { "latitude": -90 to 90, "longitude": -180 to 180 }.',
  image: 'The field "image" takes a data: address of a JPEG, PNG or WebP picture in base64.',
  voice: 'The field "voice" takes a data: address of a WebM, Ogg, MP4, MPEG or WAV sound in base64.',
  seconds: `The field "seconds" takes how long the voice is, at most ${longestVoice}.`,
  sticker: `The field "sticker" takes one of: ${stickers.join(', ')}.`,
};

/** The act that a request's body asks for; throws a `NotTaken` that says what is wrong with it. */
export function parseAct(json: unknown, freshId: () => string): PersonAct {
  const parsed = shape.safeParse(json);
  if (!parsed.success) throw new NotTaken(complaint(parsed.error.issues));
  const { data } = parsed;
  if (contents.filter((field) => data[field] !== undefined).length !== 1) {
    throw new NotTaken('Send exactly one of "text", "choice", "location", "image", "voice" and "sticker".');
  }
  const base = { id: data.id ?? freshId(), ...(data.about !== undefined && { about: data.about }) };
  if (data.choice !== undefined) {
    if (Buffer.byteLength(data.choice) > 64) throw new NotTaken(sentences.choice ?? '');
    return { ...base, kind: 'choice', choice: data.choice };
  }
  if (data.location) return { ...base, kind: 'location', ...data.location };
  if (data.image !== undefined) {
    const [, mimeType = '', base64 = ''] = picture.exec(data.image) ?? [];
    return { ...base, kind: 'image', mimeType, bytes: Buffer.from(base64, 'base64') };
  }
  if (data.voice !== undefined) {
    const [, mimeType = '', base64 = ''] = sound.exec(data.voice) ?? [];
    const seconds = data.seconds !== undefined && { seconds: Math.max(1, Math.round(data.seconds)) };
    return { ...base, kind: 'voice', mimeType, bytes: Buffer.from(base64, 'base64'), ...seconds };
  }
  if (data.sticker !== undefined) return { ...base, kind: 'sticker', sticker: data.sticker };
  const text = clean(data.text ?? '');
  if (text === '') throw new NotTaken('The field "text" is empty.');
  return { ...base, kind: 'text', text };
}

function complaint(issues: readonly z.core.$ZodIssue[]): string {
  const issue = issues[0];
  if (issue?.code === 'unrecognized_keys') return `Nothing is known of the field "${issue.keys[0]?.slice(0, 40)}".`;
  return sentences[String(issue?.path[0])] ?? 'The body is one JSON object, such as { "text": "bonjour" }.';
}

/** Without marks that turn the direction of what follows, nor control characters; cut where the contract says. */
function clean(text: string): string {
  const kept = text
    .replaceAll('\r\n', '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g, ' ')
    .toWellFormed()
    .trim();
  return kept.length <= longestText ? kept : kept.slice(0, longestText).replace(/[\ud800-\udbff]$/, '');
}
