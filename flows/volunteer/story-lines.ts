/** An order as its volunteers read it: five lines, the last of which says what it waits for. */
import type { OrderStory } from '#trade/people/requests.ts';
import type { Statement, Value } from '../kit.ts';
import { isSilent, isSilentKeeper } from './context.ts';
import { deliveryLine, shelfLine } from './way-lines.ts';

export function storyLines(story: OrderStory): readonly Statement[] {
  return [
    headLine(story),
    customerLine(story),
    ...(story.parts.length === 0 ? [] : [partsLine(story)]),
    story.way.kind === 'delivery' ? deliveryLine(story, story.way) : shelfLine(story, story.way),
    { key: 'volunteer.now', values: { now: nowOf(story) } },
  ];
}

/** An order ends when its delivery is given up, but its goods are not there yet. */
function stateOf({ state, delivery }: OrderStory): Value {
  if (delivery?.state === 'failed') return { sentence: 'volunteer.stateFailed' };
  if (delivery?.state === 'returned' && !delivery.isBack) return { sentence: 'volunteer.stateReturning' };
  return { sentence: `volunteer.state_${state}` };
}

function headLine(story: OrderStory): Statement {
  const { order, placedAt, total } = story;
  return {
    key: 'volunteer.storyHead',
    values: {
      order: { code: order },
      state: stateOf(story),
      time: { time: placedAt },
      total: { money: total },
    },
  };
}

function customerLine({ customer, receiver }: OrderStory): Statement {
  const name = { typed: customer.name };
  const who: Value =
    customer.phone === undefined
      ? name
      : { sentence: 'volunteer.phoneDetail', values: { name, phone: { code: customer.phone } } };
  if (receiver === undefined) return { key: 'volunteer.storyCustomer', values: { who } };
  return { key: 'volunteer.storyReceiver', values: { who, receiver: { typed: receiver } } };
}

type StoryPart = OrderStory['parts'][number];

function partsLine({ parts, delivery }: OrderStory): Statement {
  const list = parts.map((part) => partValue(part, delivery?.isBack ?? false));
  return { key: 'volunteer.storyParts', values: { parts: { list } } };
}

function partValue(part: StoryPart, isBack: boolean): Value {
  const state = isBack && part.state === 'returned' ? ({ sentence: 'volunteer.partBack' } as const) : partState(part);
  return { sentence: 'volunteer.partDetail', values: { cooperative: maker(part), state } };
}

const maker = ({ cooperative }: StoryPart): Value => ({ cooperative });

function partState({ state, source, askedAt, effectiveAt }: StoryPart): Value {
  if (state !== 'asked') return { sentence: `volunteer.part_${state}` };
  if (effectiveAt !== undefined) return { sentence: 'volunteer.answerNoted', values: { time: { time: effectiveAt } } };
  if (source === 'shelf') return { sentence: 'volunteer.partOnShelf' };
  if (askedAt === undefined) return { sentence: 'volunteer.partSilent' };
  return { sentence: 'volunteer.partSilentSince', values: { time: { time: askedAt } } };
}

/** What must happen next, the most urgent first. */
function nowOf(story: OrderStory): Value {
  const { state, parts, reservation, delivery, way } = story;
  if (state === 'confirmed') return { sentence: 'volunteer.nowConfirmed' };
  if (state === 'returned') return nowReturned(story);
  if (state !== 'told' && state !== 'delivering') return { sentence: 'volunteer.nowClosed' };
  if (delivery?.state === 'failed') return { sentence: 'volunteer.nowFailed' };
  const asked = parts.filter(isSilent).map(maker);
  const keeper: readonly Value[] = isSilentKeeper(reservation) && way.kind === 'shelf' ? [{ shelf: way.shelf }] : [];
  const silent = [...asked, ...keeper];
  if (silent.length > 0) return { sentence: 'volunteer.nowAsked', values: { who: { list: silent } } };
  const noted = [...parts, ...(reservation ? [reservation] : [])].flatMap(({ effectiveAt }) => effectiveAt ?? []);
  if (noted.length > 0) {
    return { sentence: 'volunteer.nowNoted', values: { time: { time: Math.max(...noted) } } };
  }
  if (delivery?.state === 'unassigned') return { sentence: 'volunteer.nowUnassigned' };
  const making = parts.filter((part) => part.state === 'accepted' && part.source !== 'shelf').map(maker);
  if (making.length > 0) return { sentence: 'volunteer.nowMaking', values: { who: { list: making } } };
  return way.kind === 'shelf' ? nowAtShelf(story) : nowOnTheWay(story);
}

/** Distributor and cooperatives were told that a volunteer sees to the goods, so the volunteer reads with whom. */
function nowReturned({ parts, delivery }: OrderStory): Value {
  const distributor: readonly Value[] =
    delivery?.distributor === undefined ? [] : [{ distributor: delivery.distributor }];
  const makers = parts.filter(({ state }) => state === 'returned').map(maker);
  const who = [...distributor, ...makers];
  return who.length === 0 || delivery?.isBack
    ? { sentence: 'volunteer.nowClosed' }
    : { sentence: 'volunteer.nowReturned', values: { who: { list: who } } };
}

function nowAtShelf({ parts }: OrderStory): Value {
  const ready = parts.filter(({ state }) => state === 'ready').map(maker);
  if (ready.length > 0) return { sentence: 'volunteer.nowToShelf', values: { who: { list: ready } } };
  return { sentence: 'volunteer.nowOnShelf' };
}

function nowOnTheWay({ delivery }: OrderStory): Value {
  const values = { distributor: { distributor: delivery?.distributor ?? '' } };
  if (delivery?.state === 'taken') return { sentence: 'volunteer.nowTaken', values };
  if (delivery?.state === 'onTheWay') return { sentence: 'volunteer.nowOnTheWay', values };
  return { sentence: 'volunteer.nowSearching' };
}
