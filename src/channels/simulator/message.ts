/** What a simulated phone shows, and what it sends. */
import type { MediaReference, Outgoing } from '#channels/channel.ts';

/** The stickers that are drawn on the page. */
export const stickers = ['tea', 'thanks'] as const;
export type Sticker = (typeof stickers)[number];

/** What a person did, checked. */
export type PersonAct = { readonly id: string /** The message whose choice was tapped. */; readonly about?: number } & (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'image'; readonly mimeType: string; readonly bytes: Uint8Array }
  | { readonly kind: 'voice'; readonly mimeType: string; readonly bytes: Uint8Array; readonly seconds?: number }
  | { readonly kind: 'sticker'; readonly sticker: Sticker }
);

/** What is kept of it; `text` is what the bubble says. */
export type PersonBody = { readonly about?: number; readonly aboutKey?: string; readonly text: string } & (
  | { readonly kind: 'text' }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number }
  /** Without `media`: a picture that lies beside its row, as they did once. */
  | { readonly kind: 'image'; readonly mimeType: string; readonly media?: MediaReference }
  | { readonly kind: 'voice'; readonly media: MediaReference; readonly seconds?: number }
  | { readonly kind: 'sticker'; readonly sticker: Sticker }
);

/** One message as the door gives it; `text` alone is enough to read it, the rest serves to draw it. */
export interface ShownMessage {
  readonly seq: number;
  readonly at: number;
  readonly from: 'person' | 'bot';
  readonly text: string;
  readonly choices?: readonly {
    readonly id: string;
    readonly label: string;
    readonly digit: string;
    readonly detail?: string;
  }[];
  /** Where the picture or the voice can be fetched. */
  readonly image?: string;
  readonly voice?: string;
  /** How long the voice is, where that is known. */
  readonly seconds?: number;
  readonly sticker?: Sticker;
  readonly body?: string;
  readonly after?: string;
  readonly language?: Outgoing['language'];
  readonly ask?: NonNullable<Outgoing['ask']>;
  /** Of a person's message: the id it was sent under, what was tapped and where, the place shared. */
  readonly id?: string;
  readonly choice?: string;
  readonly about?: number;
  readonly location?: { readonly latitude: number; readonly longitude: number };
}
