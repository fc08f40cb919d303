/** What a cooperative is asked outside of its orders: what it wants, about its products, about its absence. */
import { addDays, type Day } from '#base/clock.ts';
import type { Prompt, PromptChoice, PromptSurroundings } from '../kit.ts';
import { backChoice, volunteerChoice } from '../staff/lines.ts';
import type { CooperativeContext } from './context.ts';
import { productHead, productRow } from './product-lines.ts';

export function home({ isHomeExplained }: CooperativeContext): Prompt {
  return {
    lines: [{ key: 'cooperative.home' }],
    choices: [
      { event: 'orders', label: { key: 'cooperative.orders' } },
      { event: 'products', label: { key: 'cooperative.products' } },
      { event: 'owed', label: { key: 'cooperative.owed' } },
      { event: 'absence', label: { key: 'cooperative.absence' } },
      volunteerChoice,
    ],
    after: isHomeExplained ? [{ key: 'cooperative.homeCode' }] : [],
  };
}

/** With the choice of the next page and the way back, no more than a list takes. */
const mostRows = 8;

export function productList({ products, page }: CooperativeContext): Prompt {
  const pages = Math.ceil(products.length / mostRows);
  const shown = Math.min(page, pages);
  const more: PromptChoice = { event: `page:${shown + 1}`, label: { key: 'cooperative.labelMore' } };
  return {
    lines: [{ key: 'cooperative.productsList' }],
    choices: [
      ...products.slice((shown - 1) * mostRows, shown * mostRows).map(productRow),
      ...(shown < pages ? [more] : []),
      backChoice,
    ],
  };
}

export function oneProduct({ products, product }: CooperativeContext): Prompt {
  const row = products.find(([code]) => code === product);
  if (row === undefined) return { lines: [{ key: 'staff.oldQuestion' }], choices: [backChoice] };
  const [code, isOff, left] = row;
  return {
    lines: [productHead(row)],
    choices: [
      isOff
        ? { event: `sell:${code}`, label: { key: 'cooperative.sell' } }
        : { event: `hide:${code}`, label: { key: 'cooperative.hide' } },
      { event: `count:${code}`, label: { key: 'cooperative.count' } },
      ...(left === null ? [] : [{ event: `onDemand:${code}`, label: { key: 'cooperative.onDemand' } } as const]),
      backChoice,
    ],
    binding: true,
  };
}

export function counting({ product }: CooperativeContext): Prompt {
  const code = product ?? '';
  return {
    lines: [
      { key: 'cooperative.askCount', values: { product: { product: code }, unit: { unitOf: code } } },
      { key: 'cooperative.askCountNumber' },
    ],
    choices: [{ event: `nothingLeft:${code}`, digit: 0, label: { key: 'cooperative.nothingLeft' } }],
    after: [{ key: 'cooperative.countKeep' }],
    expects: 'number',
    binding: true,
  };
}

const absences = [
  [1, 'cooperative.untilTomorrow'],
  [3, 'cooperative.untilThreeDays'],
  [7, 'cooperative.untilWeek'],
  [14, 'cooperative.untilTwoWeeks'],
  [30, 'cooperative.untilMonth'],
] as const;

/** The last day on which the cooperative of these products is away, when it is. */
function awayUntil({ products }: CooperativeContext, { shop, today }: PromptSurroundings): Day | undefined {
  const maker = shop.products.get(products[0]?.[0] ?? '')?.cooperative;
  const until = shop.cooperatives.get(maker ?? '')?.awayUntil;
  return until !== undefined && until >= today ? until : undefined;
}

export function absence(context: CooperativeContext, around: PromptSurroundings): Prompt {
  const already = awayUntil(context, around);
  return {
    lines: [
      ...(already === undefined
        ? []
        : [{ key: 'cooperative.awayAlready', values: { day: { day: already } } } as const]),
      { key: 'cooperative.askAway' },
    ],
    choices: [
      ...absences.map(([days, key]): PromptChoice => {
        const day = addDays(around.today, days);
        const detail = { key: 'cooperative.detailUntil', values: { day: { day } } } as const;
        return { event: `until:${day}`, label: { key }, detail };
      }),
      ...(already === undefined ? [] : [{ event: 'present', label: { key: 'cooperative.present' } } as const]),
      backChoice,
    ],
    binding: true,
  };
}
