import type { MediaReference, Outgoing } from '#channels/channel.ts';
import { numberedText } from '#channels/numbered-text.ts';
import type { PersonBody, ShownMessage } from './message.ts';

interface Row {
  readonly seq: number;
  readonly at: number;
  readonly from: 'person' | 'bot';
  readonly key: string;
  readonly body: unknown;
}

/** A kept row as the door shows it. */
export function show(row: Row): ShownMessage {
  const { seq, at, from } = row;
  if (from === 'person') return { seq, at, from, id: row.key, ...showPerson(seq, row.body as PersonBody) };
  return { seq, at, from, ...showOutgoing(row.body as Outgoing) };
}

function showPerson(seq: number, body: PersonBody) {
  return {
    text: body.text,
    ...(body.about !== undefined && { about: body.about }),
    ...(body.kind === 'choice' && { choice: body.choice }),
    ...(body.kind === 'location' && { location: { latitude: body.latitude, longitude: body.longitude } }),
    ...(body.kind === 'image' && { image: body.media ? mediaUrl(body.media) : `/simulator/images/${seq}` }),
    ...(body.kind === 'voice' && { voice: mediaUrl(body.media) }),
    ...(body.kind === 'voice' && body.seconds !== undefined && { seconds: body.seconds }),
    ...(body.kind === 'sticker' && { sticker: body.sticker }),
  };
}

function showOutgoing(outgoing: Outgoing) {
  const { body, after, language, ask, choices, image, voice } = outgoing;
  return {
    text: numberedText(outgoing),
    body,
    language,
    ...(after !== undefined && { after }),
    ...(ask !== undefined && { ask }),
    ...(choices.length > 0 && {
      choices: choices.map(({ id, label, digit, detail }) => ({ id, label, digit, ...(detail && { detail }) })),
    }),
    ...(image && { image: mediaUrl(image) }),
    ...(voice && { voice: mediaUrl(voice) }),
  };
}

function mediaUrl(media: MediaReference): string {
  return `/media/${media.source.split('/').map(encodeURIComponent).join('/')}`;
}
