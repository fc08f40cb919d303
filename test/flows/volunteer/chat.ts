/** A volunteer's conversation, with what waits for them in its sample world. */
import { volunteerFlow } from '#flows/volunteer/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';
import type { OrderStory } from '#trade/people/requests.ts';

export const nine = Date.UTC(2026, 10, 23, 9);

export const told: OrderStory = {
  order: 'A7H4',
  state: 'told',
  placedAt: nine,
  customer: { name: 'Amina', phone: '+212612345678' },
  total: 17_000,
  way: { kind: 'delivery', commune: 'bouchane', address: 'Rue 12', day: '2026-11-26', mayCall: true },
  parts: [{ part: 'p1', cooperative: 'zhour', state: 'asked', source: 'cooperative', askedAt: nine }],
  isCancellable: true,
};
export const unassigned: OrderStory = {
  ...told,
  parts: [{ part: 'p1', cooperative: 'zhour', state: 'ready', source: 'cooperative' }],
  delivery: { state: 'unassigned', day: '2026-11-26', askedBefore: ['hassan'] },
  isCancellable: false,
};
export const failed: OrderStory = {
  ...unassigned,
  state: 'delivering',
  parts: [{ part: 'p1', cooperative: 'zhour', state: 'pickedUp', source: 'cooperative' }],
  delivery: { state: 'failed', distributor: 'hassan', day: '2026-11-26', failure: 'nobodyThere', askedBefore: [] },
};
export const returned: OrderStory = {
  ...failed,
  state: 'returned',
  parts: [{ part: 'p1', cooperative: 'zhour', state: 'returned', source: 'cooperative' }],
  delivery: { state: 'returned', distributor: 'hassan', day: '2026-11-26', askedBefore: [] },
};
export const atShelf: OrderStory = {
  ...told,
  way: { kind: 'shelf', shelf: 'youssoufia' },
  parts: [{ part: 'p1', cooperative: 'zhour', state: 'asked', source: 'shelf' }],
  reservation: { reservation: 'r1', state: 'asked', askedAt: nine },
};

export function volunteerChat(): FlowHarness {
  const chat = new FlowHarness(volunteerFlow);
  chat.answers['stuck.list'] = () => [];
  chat.answers['order.story'] = ({ order }) => (order === 'A7H4' ? told : null);
  return chat;
}

/** Opens the story of the one order there is. */
export async function opened(chat: FlowHarness, story: OrderStory) {
  chat.answers['order.story'] = () => story;
  return chat.send({ type: 'order', value: story.order });
}
