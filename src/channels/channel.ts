/**
 * The contract between Bladi and the places where people chat.
 *
 * - chat      one person's address on one channel: `simulator:amina`, `telegram:123456`
 * - incoming  what a person did, already checked and capped by the channel
 * - outgoing  one message to one chat, already in the person's language; a channel decides only how to draw it
 * - letter    an outgoing message with the key under which it is sent
 */

/** `<channel>:<address on that channel>`; at most 200 characters. */
export type ChatAddress = `${string}:${string}`;

/** The channel's name, the part before the first colon. */
export function channelOf(chat: ChatAddress): string {
  return chat.slice(0, chat.indexOf(':'));
}

/** A file kept by the house (`shop/miel-thym.jpg`) or by the provider (`provider:<id>`). */
export interface MediaReference {
  readonly source: string;
  readonly mimeType: string;
}

interface IncomingBase {
  readonly chat: ChatAddress;
  /** The provider's own id of the message, unique within the chat's channel. */
  readonly id: string;
  /** When it was received, in milliseconds since 1970. */
  readonly at: number;
  /** What the channel knows about the person without asking; the phone in E.164 form. */
  readonly profile?: { readonly name?: string; readonly phone?: string };
  /** The key of the letter that was quoted or whose button was tapped, where the channel tells. */
  readonly about?: string;
  /** The key of the last letter that stood before the person's eyes, where the channel knows. */
  readonly seen?: string;
}

export type Incoming = IncomingBase &
  (
    | { readonly kind: 'text'; readonly text: string }
    | { readonly kind: 'choice'; readonly choice: string }
    | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number; readonly name?: string }
    | { readonly kind: 'image'; readonly media: MediaReference; readonly caption?: string }
    | { readonly kind: 'voice'; readonly media: MediaReference; readonly seconds?: number }
    | { readonly kind: 'cart'; readonly lines: readonly { readonly code: string; readonly quantity: number }[] }
    | { readonly kind: 'other'; readonly what: string }
  );

/** The longest text a channel may admit, in UTF-16 units; what is longer is cut there. */
export const longestText = 4096;

export interface Choice {
  /** What comes back when it is tapped, at most 64 bytes of UTF-8. */
  readonly id: string;
  /** The digits that mean it when typed: `1`, `10`, `0`. */
  readonly digit: string;
  /** At most 24 characters and without direction marks, so that it fits a list row everywhere. */
  readonly label: string;
  /** At most 72 characters: a price, a place. */
  readonly detail?: string;
  /** The whole line for channels that number their menus in the text: `1. Les produits`, `رقم 1: المنتوجات`. */
  readonly line: string;
}

export interface Outgoing {
  readonly language: 'ar' | 'fr';
  /** What is said before the choices. */
  readonly body: string;
  readonly choices: readonly Choice[];
  /** What is said after the choices. */
  readonly after?: string;
  readonly image?: MediaReference;
  readonly voice?: MediaReference;
  /** What the person is asked to share, for channels that have a button for it. */
  readonly ask?: 'location' | 'phone';
}

export interface Letter {
  readonly chat: ChatAddress;
  /** The same at each attempt; a channel that can recognise it sends once. */
  readonly key: string;
  readonly outgoing: Outgoing;
}

/** The closed list of what can become of an attempt to send. */
export type Receipt =
  | { readonly outcome: 'sent'; readonly providerId?: string }
  /** This chat cannot be reached; trying again changes nothing. */
  | { readonly outcome: 'refused'; readonly reason: string }
  /** Try again, not before `at` (ms since 1970) where the provider named a time. */
  | { readonly outcome: 'later'; readonly reason: string; readonly at?: number }
  /** We made a request that can never be right: a bug, loud in the log. */
  | { readonly outcome: 'wrong'; readonly reason: string };

/** Durable receipt of what a person did: resolves once it is safe to tell the provider so. */
export type Admit = (incoming: Incoming) => Promise<'admitted' | 'duplicate' | 'flooded'>;

export interface Channel {
  readonly name: string;
  /** Begins to receive; resolves when it listens. */
  start(admit: Admit): Promise<void>;
  /** Never throws for what a provider answers: every failure is a receipt. */
  send(letter: Letter): Promise<Receipt>;
  /** Stops receiving and lets go of what it holds. */
  stop(): Promise<void>;
}
