import type { Shelf, Shop } from '#trade/catalogue/shop.ts';
import { deliveryFee } from '#trade/orders/fee.ts';
import { makers } from '#trade/orders/makers.ts';
import { fromShelf } from '#trade/shelves/stands-on.ts';
import type { Prompt, PromptSurroundings, Statement, Value } from '../../kit.ts';
import { codesOf, wantedLines } from '../basket-lines.ts';
import type { CustomerContext } from '../context.ts';
import { possibleDays, servedCommunes } from '../guards.ts';
import { type Ask, back, choice, deliverChoice, money, named, paged, statement } from './choices.ts';

/** Beside somebody else's name, that of the one who orders is asked for as such. */
function nameQuestion({ suggestion, receiver: other }: CustomerContext): Statement {
  if (suggestion === undefined) return statement(other ? 'customer.nameOrdering' : 'customer.nameQuestion');
  const values = { name: { typed: suggestion } };
  return statement(other ? 'customer.nameOrderingSuggested' : 'customer.nameSuggested', values);
}

export const name: Ask<Prompt> = (context) => ({
  lines: [nameQuestion(context)],
  choices: [
    ...(context.suggestion === undefined ? [] : [choice('sameName', 'customer.labelSameName')]),
    context.receiver ? choice('myself', 'customer.labelMyself') : choice('relative', 'customer.labelForOther'),
    back,
  ],
  expects: 'text',
});

export const receiver: Ask<Prompt> = () => ({
  lines: [statement('customer.receiverQuestion')],
  choices: [choice('myself', 'customer.labelMyself'), back],
  expects: 'text',
});

export const receiverPhone: Ask<Prompt> = (context) => ({
  lines: [statement('customer.receiverPhoneQuestion', { name: { typed: context.receiver?.name ?? '' } })],
  choices: [choice('noPhone', 'customer.labelNoPhone'), back],
  expects: 'phone',
});

export const way: Ask<Prompt> = ({ receiver: forWhom }) => ({
  lines: [statement('customer.wayQuestion')],
  choices: [
    deliverChoice(forWhom),
    choice('collect', 'customer.labelCollect', statement('customer.detailNoFee')),
    back,
  ],
});

export const cashiers = {
  keeper: 'customer.cashKeeper',
  till: 'customer.cashTill',
  before: 'customer.cashBefore',
} as const;

/** Hours, access, and who takes the money: told before the yes. */
export function shelfFacts({ slug, place, hours, access, cashier }: Shelf): readonly Statement[] {
  return [
    statement('customer.shelfPlace', { shelf: { shelf: slug }, place: { words: place } }),
    statement('customer.shelfHours', { hours: { words: hours } }),
    statement('customer.shelfAccess', { access: { words: access } }),
    statement(cashiers[cashier]),
  ];
}

/** The same in two lines, where several shelves stand one below the other. */
function shelfInShort({ slug, place, hours, access, cashier }: Shelf): readonly Statement[] {
  const cash: Value = { sentence: cashiers[cashier] };
  return [
    statement('customer.shelfPlace', { shelf: { shelf: slug }, place: { words: place } }),
    statement('customer.shelfOpen', { hours: { words: hours }, access: { words: access }, cash }),
  ];
}

/** What of the basket stands there now; the rest is brought there. */
function standingThere({ lines }: CustomerContext, { slug }: Shelf, shop: Shop): Statement {
  const standing = fromShelf(shop, slug, wantedLines(lines));
  if (standing.length === 0) return statement('customer.detailShelfNone');
  if (standing.length === lines.length) return statement('customer.detailShelfAll');
  const products = { list: standing.map(({ product }): Value => ({ product })) };
  return statement('customer.detailShelfSome', { products });
}

export const shelf: Ask<Prompt> = (context, { shop }) => {
  const shelves = [...shop.shelves.values()];
  return {
    lines: [...shelves.flatMap(shelfInShort), statement('customer.shelfQuestion')],
    choices: paged(
      shelves.map((one) => named(`shelf:${one.slug}`, { shelf: one.slug }, standingThere(context, one, shop))),
      1,
      String,
      [back],
    ),
  };
};

export const commune: Ask<Prompt> = ({ lines, page }, { shop }) => {
  const codes = codesOf(lines);
  const communes = servedCommunes({ shop }).map((slug) => {
    const fee = deliveryFee(shop, codes, slug) ?? 0;
    return named(`commune:${slug}`, { commune: slug }, statement('customer.detailFee', { fee: money(fee) }));
  });
  return {
    lines: [statement('customer.communeQuestion')],
    choices: paged(communes, page, (next) => `communes:${next}`, [back]),
  };
};

export const address: Ask<Prompt> = (context) => ({
  lines: [statement('customer.addressQuestion', { commune: { commune: context.commune ?? '' } })],
  choices: [...(context.receiver?.phone === null ? [] : [choice('byPhone', 'customer.labelByPhone')]), back],
  expects: 'place',
});

export const landmark: Ask<Prompt> = () => ({
  lines: [statement('customer.landmarkQuestion')],
  choices: [choice('skip', 'customer.labelSkip'), back],
  expects: 'text',
});

/** Which product the first day waits for, and for whose return. */
export function whyNotSooner(code: string | undefined, { shop, today }: PromptSurroundings): readonly Statement[] {
  if (code === undefined) return [];
  const product: Value = { product: code };
  const returns = makers(shop, [code]).flatMap((slug) => shop.cooperatives.get(slug)?.awayUntil ?? []);
  const last = returns
    .filter((until) => until >= today)
    .sort()
    .at(-1);
  if (last === undefined) return [statement('customer.daySetBy', { product })];
  return [statement('customer.daySetByAway', { product, day: { day: last } })];
}

export const day: Ask<Prompt> = (context, around) => {
  const { days, setBy } = possibleDays(context, around);
  if (days.length === 0) {
    return {
      lines: [statement('customer.noDay', { commune: { commune: context.commune ?? '' } })],
      choices: [choice('collect', 'customer.labelCollect'), choice('communes:1', 'customer.labelOtherCommune'), back],
    };
  }
  return {
    lines: [statement('customer.dayQuestion'), ...whyNotSooner(setBy, around)],
    choices: [...days.map((one) => named(`day:${one}`, { day: one })), back],
  };
};

export const phone: Ask<Prompt> = () => ({
  lines: [statement('customer.phoneQuestion')],
  choices: [choice('noPhone', 'customer.labelNoPhone'), back],
  expects: 'phone',
});

export const mayCall: Ask<Prompt> = ({ receiver: other }) => ({
  lines: [
    other
      ? statement('customer.mayCallReceiver', { name: { typed: other.name ?? '' } })
      : statement('customer.mayCallYou'),
    statement('customer.mayCallWhy'),
  ],
  choices: [choice('mayCall:yes', 'customer.labelMayCall'), choice('mayCall:no', 'customer.labelMayNotCall'), back],
});

export const edit: Ask<Prompt> = ({ way: chosen }) => ({
  lines: [statement('customer.editQuestion')],
  choices: [
    choice('correct:selection', 'customer.labelSelection'),
    choice('correct:place', 'customer.labelPlace'),
    ...(chosen === 'delivery' ? [choice('correct:day', 'customer.labelDay')] : []),
    choice('correct:name', 'customer.labelName'),
    back,
  ],
});
