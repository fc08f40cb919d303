/** What answers about an order's delivery are about: while one waits, there is no second. */
export function aboutDelivery(order: string): string {
  return `delivery:${order}`;
}
