/** Who takes part. A customer is whoever holds no other role. */
export type Role = 'customer' | 'cooperative' | 'distributor' | 'shelf' | 'volunteer';

/** Who acts: the chat, and what it stands for. */
export interface Actor {
  readonly chat: string;
  readonly role: Role;
  /** The slug of the cooperative, distributor or shelf; empty for customers and volunteers. */
  readonly of: string;
  readonly language: 'ar' | 'fr';
}

/**
 * Whom a notice is for: everybody who holds the role, one customer's chats, or one chat. Of a cooperative or a shelf the
 * first contacts are told, unless all are meant or only the second ones, who are asked when the first do not answer.
 */
export type Recipient =
  | {
      readonly role: 'cooperative' | 'distributor' | 'shelf';
      readonly of: string;
      readonly contacts?: 'first' | 'second' | 'all';
    }
  | { readonly role: 'volunteer' }
  | { readonly person: string }
  | { readonly chat: string; readonly role: Role; readonly of: string };
