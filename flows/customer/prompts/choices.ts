/** Small makers of choices, shared by the customer's prompts. */
import type { SentenceKey } from '#locales/sentences.ts';
import type { Words } from '#trade/catalogue/shop.ts';
import type { PromptChoice, PromptSurroundings, Statement, Value } from '../../kit.ts';
import type { CustomerContext, Receiver } from '../context.ts';

/** As many choices as a list takes on every channel. */
const mostChoices = 10;

export type Ask<P> = (context: CustomerContext, around: PromptSurroundings) => P;

export function statement(key: SentenceKey, values?: Readonly<Record<string, Value>>): Statement {
  return values ? { key, values } : { key };
}

export function choice(event: string, key: SentenceKey, detail?: Statement): PromptChoice {
  return detail ? { event, label: { key }, detail } : { event, label: { key } };
}

/** A choice named after a thing of the shop. */
export function named(event: string, it: Value, detail?: Statement): PromptChoice {
  const label = statement('customer.labelIt', { it });
  return detail ? { event, label, detail } : { event, label };
}

export function zero(event: string, key: SentenceKey): PromptChoice {
  return { event, digit: 0, label: { key } };
}

export const back = zero('back', 'customer.labelBack');

export function money(amount: number): Value {
  return { money: amount };
}

/** Whether a text is given in any language. */
export function has(words: Words | undefined): words is Words {
  return words !== undefined && (words.ar !== undefined || words.fr !== undefined);
}

/**
 * The items of one page with, where there are more, the choice of the next page. `others` choices are shown on each page
 * besides them.
 */
export function paged(
  items: readonly PromptChoice[],
  page: number | undefined,
  nextPage: (page: number) => string,
  others: readonly PromptChoice[],
): readonly PromptChoice[] {
  const room = mostChoices - others.length;
  if (items.length <= room) return [...items, ...others];
  const size = room - 1;
  const pages = Math.ceil(items.length / size);
  const shown = Math.min(Math.max(page ?? 1, 1), pages);
  const slice = items.slice((shown - 1) * size, shown * size);
  const more = shown < pages ? [choice(nextPage(shown + 1), 'customer.labelMore')] : [];
  return [...slice, ...more, ...others];
}

/** Delivery, to the customer or to whom the order is for. */
export function deliverChoice(receiver: Receiver | undefined): PromptChoice {
  return choice('deliver', receiver ? 'customer.labelDeliverReceiver' : 'customer.labelDeliver');
}
