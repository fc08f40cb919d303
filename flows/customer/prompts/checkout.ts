import type { Shelf } from '#trade/catalogue/shop.ts';
import { deliveryFee } from '#trade/orders/fee.ts';
import type { Prompt, Statement } from '../../kit.ts';
import { codesOf } from '../basket-lines.ts';
import { possibleDays, servedCommunes } from '../guards.ts';
import { type Ask, back, choice, deliverChoice, money, named, paged, statement } from './choices.ts';

export const name: Ask<Prompt> = ({ suggestion, receiver }) => ({
  lines: [
    suggestion === undefined
      ? statement('customer.nameQuestion')
      : statement('customer.nameSuggested', { name: { typed: suggestion } }),
  ],
  choices: [
    ...(suggestion === undefined ? [] : [choice('sameName', 'customer.labelSameName')]),
    receiver ? choice('myself', 'customer.labelMyself') : choice('relative', 'customer.labelForOther'),
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

const cashiers = {
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

export const shelf: Ask<Prompt> = (_, { shop }) => {
  const shelves = [...shop.shelves.values()];
  return {
    lines: [...shelves.flatMap(shelfFacts), statement('customer.shelfQuestion')],
    choices: paged(
      shelves.map(({ slug }) => named(`shelf:${slug}`, { shelf: slug })),
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

export const day: Ask<Prompt> = (context, around) => {
  const { days, setBy } = possibleDays(context, around);
  if (days.length === 0) {
    return {
      lines: [statement('customer.noDay', { commune: { commune: context.commune ?? '' } })],
      choices: [choice('collect', 'customer.labelCollect'), choice('communes:1', 'customer.labelOtherCommune'), back],
    };
  }
  return {
    lines: [
      statement('customer.dayQuestion'),
      ...(setBy === undefined ? [] : [statement('customer.daySetBy', { product: { product: setBy } })]),
    ],
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
