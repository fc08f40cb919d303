/** What a person's message means in the light of the question that was asked. */
import type { GlobalWord, Language } from '#flows/kit.ts';

/** The question a message may be answering. */
export interface OpenQuestion {
  /** Digits and events on offer. */
  readonly offered: readonly (readonly [digit: string, event: string])[];
  readonly expects: 'number' | 'text' | 'phone' | 'place' | undefined;
  /** True for staff, who may type a four-digit code at any time. */
  readonly takesCodes: boolean;
}

export type Meaning =
  /** One of the choices on offer, as its event. */
  | { readonly kind: 'choice'; readonly event: string }
  | { readonly kind: 'word'; readonly word: GlobalWord }
  | { readonly kind: 'hello' }
  /** To act in another of one's roles. */
  | { readonly kind: 'role' }
  | { readonly kind: 'language'; readonly language: Language }
  | { readonly kind: 'yes' }
  | { readonly kind: 'no' }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'phone'; readonly value: string }
  /** What has the form of an order's number, in capitals. */
  | { readonly kind: 'order'; readonly value: string }
  /** The words of a product or category, found with certainty. */
  | { readonly kind: 'product'; readonly code: string }
  | { readonly kind: 'category'; readonly slug: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'unclear' };

export interface Understood {
  readonly meaning: Meaning;
  /** The language the words were written in, where they tell; Darija in either script counts as Arabic. */
  readonly language: Language | undefined;
}
