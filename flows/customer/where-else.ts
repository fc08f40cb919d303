/** Where what is wanted stands, when it does not stand where the customer wanted to have it. */
import { standsOn } from '#trade/shelves/stands-on.ts';
import type { Statement, Value } from '../kit.ts';
import { linesElsewhere, shelvesFor, unitsLeft } from './basket-lines.ts';
import type { CustomerContext, Line } from './context.ts';
import type { CustomerEvent } from './events.ts';

function shelvesWith([product, quantity]: Line, { shop }: CustomerEvent): readonly Value[] {
  const shelves = [...shop.shelves.values()].filter((shelf) => standsOn(shelf, { product, quantity }));
  return shelves.map(({ slug }): Value => ({ shelf: slug }));
}

function valuesOf([product, quantity]: Line): Readonly<Record<string, Value>> {
  return { product: { product }, amount: { amountOf: product, quantity } };
}

/** Nothing leaves the basket for standing on another shelf: the customer chooses where to go, or what to leave. */
export function whereElse(context: CustomerContext, event: CustomerEvent): readonly Statement[] {
  return linesElsewhere(context, event.shop).map((line) => {
    return {
      key: 'customer.lineElsewhere',
      values: { ...valuesOf(line), shelves: { list: shelvesWith(line, event) } },
    };
  });
}

/** What the summary showed as standing and somebody else has taken since; who cannot have it at all hears it anyway. */
export function goneSince(context: CustomerContext, event: CustomerEvent): readonly Statement[] {
  const { lines, standing = [], shelf = '' } = context;
  const chosen = event.shop.shelves.get(shelf);
  const gone = lines.filter(([product, quantity]) => {
    if (!standing.includes(product) || (chosen && standsOn(chosen, { product, quantity }))) return false;
    const found = event.shop.products.get(product);
    return found !== undefined && unitsLeft(event.shop, found, shelvesFor(context, event.shop)) >= quantity;
  });
  return gone.map((line) => {
    const list = shelvesWith(line, event);
    if (list.length === 0) return { key: 'customer.shelfLineGone', values: valuesOf(line) };
    return { key: 'customer.shelfLineGoneElsewhere', values: { ...valuesOf(line), shelves: { list } } };
  });
}
