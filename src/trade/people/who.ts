import type { ReadTools } from '../tools.ts';
import type { Role } from './roles.ts';

interface Somebody {
  readonly chat: string;
  readonly role: Role;
  readonly of: string;
  readonly name: string | null;
}

/** What a person is called among volunteers: their name, that of what they act for, or at least that of their chat. */
export function whoIs({ chat, role, of, name }: Somebody, tools: Pick<ReadTools, 'shop'>): string {
  return name ?? staffName(role, of, tools) ?? chat.slice(chat.indexOf(':') + 1);
}

function staffName(role: Role, of: string, tools: Pick<ReadTools, 'shop'>): string | undefined {
  const shop = tools.shop();
  const staff = {
    cooperative: shop.cooperatives.get(of),
    distributor: shop.distributors.get(of),
    shelf: shop.shelves.get(of),
    customer: undefined,
    volunteer: undefined,
  }[role];
  return staff?.name.fr ?? staff?.name.ar;
}
