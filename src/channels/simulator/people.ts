/** Whom one can play: the staff of the catalogue, and customers. */
import { sentences } from '#locales/sentences.ts';
import type { Shop, Words } from '#trade/catalogue/shop.ts';
import type { Role } from '#trade/people/roles.ts';

export interface SimulatedPerson {
  readonly chat: string;
  readonly role: Role;
  readonly name: Words;
  /** Where they are, or which communes they serve. */
  readonly place?: Words;
}

const { ar, fr } = sentences;

/** Customers to begin with, where nobody has written yet. */
const sampleCustomers: readonly SimulatedPerson[] = (['amina', 'fatima', 'youssef', 'khadija'] as const).map(
  (chat) => ({
    chat,
    role: 'customer',
    name: { ar: ar.simulator[`customer.${chat}`], fr: fr.simulator[`customer.${chat}`] },
    // The sample data makes her second contact of this cooperative.
    ...(chat === 'fatima' && { place: { ar: ar.simulator['fatima.also'], fr: fr.simulator['fatima.also'] } }),
  }),
);

/** The chat of whoever did not say whom to play: a phone that knows no name of its owner. */
const unnamed = 'customer';

/** What the phone of a customer gives as its owner's name. */
export function nameOfCustomer(chat: string): string | undefined {
  if (chat === unnamed) return undefined;
  return sampleCustomers.find((person) => person.chat === chat)?.name.fr ?? chat;
}

/** The cooperatives with which a visit begins. */
const first = ['chahd-jbilate', 'nissae-bouchane'];

function firstOfAll(one: { slug: string }, other: { slug: string }): number {
  const rank = ({ slug }: { slug: string }) => (first.includes(slug) ? first.indexOf(slug) : first.length);
  return rank(one) - rank(other);
}

export function peopleOf(shop: Shop, customers: readonly string[]): SimulatedPerson[] {
  const sampled = new Set(sampleCustomers.map((person) => person.chat));
  const place = (commune: string) => {
    const name = shop.communes.get(commune)?.name;
    return name ? { place: name } : {};
  };
  return [
    ...sampleCustomers,
    ...customers
      .filter((chat) => !sampled.has(chat))
      .map((chat) => ({ chat, role: 'customer' as const, name: { ar: chat, fr: chat } })),
    ...[...shop.cooperatives.values()].sort(firstOfAll).map(({ slug, name, commune }) => ({
      chat: `cooperative:${slug}`,
      role: 'cooperative' as const,
      name,
      ...place(commune),
    })),
    ...[...shop.distributors.values()].map(({ slug, name, communes }) => ({
      chat: `distributor:${slug}`,
      role: 'distributor' as const,
      name,
      place: together(communes.map((commune) => shop.communes.get(commune)?.name ?? {})),
    })),
    ...[...shop.shelves.values()].map(({ slug, name, commune }) => ({
      chat: `shelf:${slug}`,
      role: 'shelf' as const,
      name,
      ...place(commune),
    })),
    {
      chat: 'volunteer',
      role: 'volunteer',
      name: { ar: ar.simulator['role.volunteer'], fr: fr.simulator['role.volunteer'] },
    },
  ];
}

function together(names: readonly Words[]): Words {
  const join = (texts: readonly (string | undefined)[], comma: string) => texts.filter(Boolean).join(comma);
  return {
    ar: join(
      names.map((name) => name.ar ?? name.fr),
      '، ',
    ),
    fr: join(
      names.map((name) => name.fr ?? name.ar),
      ', ',
    ),
  };
}

/** Whom the page opens with: a customer, two cooperatives and a distributor. */
export function firstPhones(people: readonly SimulatedPerson[]): string[] {
  const some = (role: Role, count: number) => people.filter((person) => person.role === role).slice(0, count);
  return [...some('customer', 1), ...some('cooperative', 2), ...some('distributor', 1)].map((person) => person.chat);
}
