/** Where things are and who makes them there: shelves, provinces, cooperatives. */
import type { SentenceKey } from '#locales/sentences.ts';
import type { Cooperative, Shop } from '#trade/catalogue/shop.ts';
import type { Prompt, PromptSurroundings, Statement, Value } from '../../kit.ts';
import { cooperativeChoice, productChoice } from './browsing.ts';
import { type Ask, back, choice, has, named, paged, statement } from './choices.ts';
import { provinceOf } from './provinces.ts';

export const places: Ask<Prompt> = ({ page }, { shop }) => {
  const shelves = [...shop.shelves.values()].map(({ slug, stock }) => {
    const count = [...stock].filter(([code, left]) => left > 0 && shop.products.has(code)).length;
    const detail = count > 0 ? statement('customer.detailOnShelf', { count }) : statement('customer.detailShelfEmpty');
    return named(`onShelf:${slug}`, { shelf: slug }, detail);
  });
  const homes = [...shop.cooperatives.values()].flatMap(({ commune }) => shop.communes.get(commune)?.province ?? []);
  const byProvince = [...new Set(homes)].map((slug) => ({
    event: `province:${slug}`,
    label: statement('customer.labelProvince', { province: provinceOf(slug) }),
    detail: statement('customer.detailCooperatives', { count: homes.filter((one) => one === slug).length }),
  }));
  return {
    lines: [statement('customer.placesQuestion')],
    choices: paged([...shelves, ...byProvince], page, (next) => `places:${next}`, [
      choice('cooperatives', 'customer.labelCooperatives'),
      back,
    ]),
  };
};

export const cooperatives: Ask<Prompt> = ({ page }, { shop }) => ({
  lines: [statement('customer.cooperativesQuestion')],
  choices: paged([...shop.cooperatives.values()].map(cooperativeChoice), page, (next) => `cooperatives:${next}`, [
    back,
  ]),
});

export const cooperative: Ask<Prompt> = ({ maker = '', page }, around) => {
  const { shop } = around;
  const found = shop.cooperatives.get(maker);
  const made = [...shop.products.values()].filter((product) => product.cooperative === maker);
  const question = statement(made.length > 0 ? 'customer.cooperativeProducts' : 'customer.cooperativeNoProducts');
  return {
    lines: [...(found ? [title(found), ...about(found, around)] : []), question],
    again: [...(found ? [title(found)] : []), question],
    choices: paged(
      made.map((product) => productChoice(product, shop)),
      page,
      (next) => `cooperative:${maker}/${next}`,
      [back],
    ),
  };
};

function title({ slug, members }: Cooperative): Statement {
  return statement('customer.cooperativeTitle', { cooperative: { cooperative: slug }, count: members });
}

function about(it: Cooperative, around: PromptSurroundings): readonly Statement[] {
  return [
    ...placeOf(it, around.shop),
    ...(has(it.story) ? [statement('customer.story', { story: { words: it.story } })] : []),
    ...(absence(it, around).length > 0 ? absence(it, around) : workingDays(it.workingDays)),
  ];
}

function placeOf({ commune }: Cooperative, { communes }: Shop): readonly Statement[] {
  const found = communes.get(commune);
  if (!found) return [];
  return [statement('customer.cooperativePlace', { commune: { commune }, province: provinceOf(found.province) })];
}

/** Said as long as the cooperative is away; an absence of the past is not. */
export function absence(
  { awayUntil }: Cooperative,
  { today }: Pick<PromptSurroundings, 'today'>,
): readonly Statement[] {
  if (awayUntil === undefined || awayUntil < today) return [];
  return [statement('customer.cooperativeAway', { day: { day: awayUntil } })];
}

const weekdays: readonly SentenceKey[] = [
  'customer.weekdayMonday',
  'customer.weekdayTuesday',
  'customer.weekdayWednesday',
  'customer.weekdayThursday',
  'customer.weekdayFriday',
  'customer.weekdaySaturday',
  'customer.weekdaySunday',
];

/** As one says it: every day, from this day to that, or one by one. */
function workingDays(days: readonly number[]): readonly Statement[] {
  const sorted = [...new Set(days)].sort();
  const names = sorted.flatMap((day): Value[] => {
    const sentence = weekdays[day - 1];
    return sentence ? [{ sentence }] : [];
  });
  const [from] = names;
  const to = names.at(-1);
  if (!from || !to) return [];
  if (names.length === weekdays.length) return [statement('customer.workingEveryDay')];
  const isRun = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0) === sorted.length - 1;
  if (isRun && names.length > 2) return [statement('customer.workingFromTo', { from, to })];
  return [statement('customer.workingOn', { days: { list: names } })];
}
