/** Which chats the simulator has: any customer's name, and the staff of the catalogue. */
import type { ChatAddress } from '#channels/channel.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import type { Role } from '#trade/people/roles.ts';
import { NotTaken } from './receive.ts';

export interface SimulatedChat {
  readonly name: string;
  readonly role: Role;
  /** The slug of the cooperative, distributor or shelf. */
  readonly of: string;
}

/** A person of staff whom the catalogue does not know. */
export class NobodyThere extends Error {
  override name = 'NobodyThere';
}

const customer =
  /^[\p{Script=Latin}\p{Script=Arabic}\p{Nd}][\p{Script=Latin}\p{Script=Arabic}\p{M}\p{Nd}._'’+@ -]{0,59}$/u;
const staff = /^(cooperative|distributor|shelf):([a-z0-9][a-z0-9-]{0,49})$/;

export function parseChat(written: string, shop: Shop): SimulatedChat {
  const name = written.normalize('NFC').trim();
  if (name === 'volunteer') return { name, role: 'volunteer', of: '' };
  const [, role, of = ''] = staff.exec(name) ?? [];
  if (role === 'cooperative' || role === 'distributor' || role === 'shelf') {
    const known = { cooperative: shop.cooperatives, distributor: shop.distributors, shelf: shop.shelves }[role];
    if (!known.has(of)) throw new NobodyThere(`The catalogue has no ${role} "${of}"; see GET /simulator/people.`);
    return { name, role, of };
  }
  if (customer.test(name)) return { name, role: 'customer', of: '' };
  throw new NotTaken(
    'A chat is a name of 1 to 60 Latin or Arabic letters, digits and . _ \' + @ - or spaces, or one of "cooperative:<slug>", "distributor:<slug>", "shelf:<slug>" and "volunteer".',
  );
}

export function addressOf(name: string): ChatAddress {
  return `simulator:${name}`;
}

/** The chat's name when the address is one of the simulator's. */
export function nameOf(chat: ChatAddress): string | undefined {
  return chat.startsWith('simulator:') ? chat.slice('simulator:'.length) : undefined;
}
