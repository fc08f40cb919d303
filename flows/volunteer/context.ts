/** What a volunteer's conversation remembers, and what a volunteer can choose. */
import type { HelpView, OrderStory, Stuck } from '#trade/people/requests.ts';
import type { FlowEvent } from '../kit.ts';

/** Somebody whose word a volunteer has: their part of the order, or what they put aside. */
export interface Silent {
  readonly kind: 'part' | 'reservation';
  readonly id: string;
  /** The slug of the cooperative or the shelf. */
  readonly of: string;
}

/** What of an order's story its choices need. */
export interface ShownStory extends Pick<OrderStory, 'order' | 'isCancellable'> {
  readonly silent: readonly Silent[];
  /** Set for a delivery: where to, when, and how it stands. */
  readonly delivery: {
    readonly commune: string;
    readonly day: string;
    readonly trouble: 'none' | 'searching' | 'failed' | 'returned';
    readonly distributor: string | null;
  } | null;
}

export type ShownHelp = Pick<HelpView, 'request' | 'who' | 'state' | 'isMine'>;

/** What a yes would do; the event of that yes names it again. */
export type Intent = 'retry' | 'return' | 'noteBack' | 'cancel' | 'assign';

export interface VolunteerContext {
  /** How much waited for a volunteer when last looked at. */
  readonly waiting: number;
  /** Whether home says more than its choices: not after every answer. */
  readonly isHomeExplained: boolean;
  readonly list: readonly Stuck[];
  /** The order or request to be read. */
  readonly wanted: string;
  readonly story: ShownStory | null;
  readonly silent: Silent | null;
  readonly intent: Intent | null;
  /** The distributor who is to get a delivery. */
  readonly distributor: string;
  readonly page: number;
  readonly help: ShownHelp | null;
}

export const emptyContext: VolunteerContext = {
  ...{
    waiting: 0,
    isHomeExplained: true,
    list: [],
    wanted: '',
    story: null,
    silent: null,
    intent: null,
    distributor: '',
    page: 0,
    help: null,
  },
};

/** All of it is read again when it is asked for. */
export function carryOver(): VolunteerContext {
  return emptyContext;
}

interface Valued {
  readonly type:
    | 'story'
    | 'request'
    | 'silent'
    | 'accept'
    | 'outOfStock'
    | 'other'
    | 'wantRetry'
    | 'wantReturn'
    | 'wantBack'
    | 'wantCancel'
    | 'wantAssign'
    | 'distributor'
    | Intent
    | 'take'
    | 'write'
    | 'close';
  readonly value: string;
}

export type VolunteerChoice =
  | Valued
  | { readonly type: 'stuck' | 'find' | 'mine' | 'what' | 'later' | 'more' | 'yes' | 'no' };
export type VolunteerEvent = FlowEvent<VolunteerChoice>;

const troubles = {
  failed: 'failed',
  returned: 'returned',
  needed: 'searching',
  offered: 'searching',
  unassigned: 'searching',
} as const;

/** Asked, and nothing answered; an answer that can still be taken back is one. */
export function isSilent({ state, source, effectiveAt }: OrderStory['parts'][number]): boolean {
  return state === 'asked' && source !== 'shelf' && effectiveAt === undefined;
}

export function isSilentKeeper(reservation: OrderStory['reservation']): reservation is NonNullable<typeof reservation> {
  return reservation?.state === 'asked' && reservation.effectiveAt === undefined;
}

export function shownStory({ order, isCancellable, parts, reservation, way, delivery }: OrderStory): ShownStory {
  const silent = parts
    .filter(isSilent)
    .map(({ part, cooperative }): Silent => ({ kind: 'part', id: part, of: cooperative }));
  const keeper: readonly Silent[] =
    way.kind === 'shelf' && isSilentKeeper(reservation)
      ? [{ kind: 'reservation', id: reservation.reservation, of: way.shelf }]
      : [];
  const trouble = delivery?.isBack ? 'none' : (troubles[delivery?.state as keyof typeof troubles] ?? 'none');
  return {
    ...{ order, isCancellable, silent: [...silent, ...keeper] },
    delivery:
      way.kind === 'delivery'
        ? { commune: way.commune, day: way.day, trouble, distributor: delivery?.distributor ?? null }
        : null,
  };
}

export function shownHelp({ request, who, state, isMine }: HelpView): ShownHelp {
  return { request, who, state, isMine };
}

/** One row for each order and each request: an order that waits twice is opened once. */
export function rowsOf(stuck: readonly Stuck[]): readonly Stuck[] {
  return stuck.filter((one, index) => stuck.findIndex((other) => openedBy(other) === openedBy(one)) === index);
}

/** The choice that opens what waits. */
export function openedBy(stuck: Stuck): string {
  return stuck.kind === 'help' ? `request:${stuck.request}` : `story:${stuck.order}`;
}
