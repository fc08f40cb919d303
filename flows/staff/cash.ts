/**
 * The cash in the hands of a distributor or a keeper, and how it goes to the cooperative whose it is: they choose it,
 * say yes to the amount, give the money, and type the code they are told once it is counted. For a machine with the
 * states `resting` and `recording`.
 */
import { type AnyEventObject, assign } from 'xstate';
import type { Centimes } from '#base/money.ts';
import type { CashGiven, HandOver } from '#trade/deliveries/requests.ts';
import type { CashHeld } from '#trade/ledger/requests.ts';
import type { Prompt, PromptChoice, Statement } from '../kit.ts';
import { busyEvents, refused, tell } from './desk.ts';
import { backChoice } from './lines.ts';

export interface Cash {
  /** Whose the cash is, as it was shown last; the largest first. */
  readonly heldFor: readonly (readonly [cooperative: string, amount: Centimes])[];
  /** Whom they are about to hand its cash. */
  readonly giveTo: string | null;
}

export const noCash: Cash = { heldFor: [], giveTo: null };

export type CashChoice =
  | { readonly type: 'cash' }
  /** The value is the cooperative, so that a late tap never hands the cash of another. */
  | { readonly type: 'giveTo' | 'give'; readonly value: string };

interface Asked {
  readonly context: Cash;
  readonly event: { readonly type: string; readonly value?: string; readonly answer?: unknown };
}

/** With the way back, no more than a list takes. */
const mostShown = 9;

const heldIn = ({ answer }: Asked['event']) => answer as CashHeld;

/** For the `guards` of the machine's `setup`. */
export const cashGuards = {
  canGive: ({ event }: Asked) => heldIn(event).isAtTill !== true && heldIn(event).owed.length > 0,
  isHeldFor: ({ context, event }: Asked) => context.heldFor.some(([cooperative]) => cooperative === event.value),
  isGivenTo: ({ context, event }: Asked) => event.value === context.giveTo,
};

/** For the `actions` of the machine's `setup`. */
export function cashActions<Context extends Cash, Event extends AnyEventObject>() {
  const change = (changed: (event: Asked['event']) => Partial<Cash>) =>
    assign<Context, Event, undefined, Event, never>(({ event }) => changed(event) as Partial<Context>);
  return {
    keepCash: change((event) => ({
      heldFor: heldIn(event)
        .owed.slice(0, mostShown)
        .map(({ cooperative, amount }) => [cooperative, amount]),
    })),
    keepReceiver: change(({ value }) => ({ giveTo: value ?? null })),
  };
}

const give = {
  type: 'command',
  params: ({ context }: { context: Cash }) =>
    ({ name: 'cash.give', input: { cooperative: context.giveTo ?? '' } }) as const,
} as const;

/** For the `on` of the machine's root: a tap on what an older menu said of the cash shows it as it is now. */
export const cashEvents = {
  cash: '.cash',
  giveTo: '.cash',
  give: '.cash',
  'cash.give.done': {
    target: '.resting',
    actions: tell(({ answer }: { answer: CashGiven }) => announcedLines(answer)),
  },
  'cash.give.refused': refused,
} as const;

/** The state `cash`: what of the cash belongs to whom is told in one message, then whom they hand its part. */
export function cashState(role: 'distributor' | 'shelf', linesOf: (held: CashHeld) => readonly Statement[]) {
  const tellHeld = tell(({ answer }: { answer: CashHeld }) => linesOf(answer));
  const record = { target: `#${role}.recording`, actions: give } as const;
  return {
    initial: 'reading',
    states: {
      reading: {
        entry: { type: 'read', params: { name: 'cash.mine', input: undefined } },
        on: {
          'cash.mine.done': [
            { guard: 'canGive', target: 'shown', actions: ['keepCash', tellHeld] },
            { target: `#${role}.resting`, actions: tellHeld },
          ],
        },
      },
      shown: {
        on: { giveTo: [{ guard: 'isHeldFor', target: 'giving', actions: 'keepReceiver' }, { target: 'reading' }] },
      },
      giving: {
        on: {
          ...busyEvents,
          give: [{ guard: 'isGivenTo', ...record }, { target: 'reading' }],
          yes: record,
          no: 'shown',
          back: 'shown',
        },
      },
    },
  } as const;
}

function receiver([cooperative, amount]: Cash['heldFor'][number]): PromptChoice {
  return {
    event: `giveTo:${cooperative}`,
    label: { key: 'staff.labelCashOf', values: { cooperative: { cooperative } } },
    detail: { key: 'staff.detailCashOf', values: { amount: { money: amount } } },
  };
}

function shown({ heldFor }: Cash): Prompt {
  return { lines: [{ key: 'staff.askReceiver' }], choices: [...heldFor.map(receiver), backChoice] };
}

function giving({ heldFor, giveTo }: Cash): Prompt {
  const cooperative = giveTo ?? '';
  const [, amount = 0] = heldFor.find(([one]) => one === cooperative) ?? [];
  return {
    lines: [{ key: 'staff.askGive', values: { amount: { money: amount }, cooperative: { cooperative } } }],
    choices: [
      { event: `give:${cooperative}`, label: { key: 'staff.give' } },
      { event: 'back', digit: 0, label: { key: 'staff.giveLater' } },
    ],
    binding: true,
  };
}

export const cashPrompts = { 'cash.shown': shown, 'cash.giving': giving };

/** The amount is that of the ledger at this moment, which may be more than what was shown. */
function announcedLines({ cooperative, amount }: CashGiven): readonly Statement[] {
  return [
    { key: 'staff.cashAnnounced', values: { amount: { money: amount }, cooperative: { cooperative } } },
    { key: 'staff.cashAnnouncedNext' },
  ];
}

/** After the code: what was handed over to whom, and what is left. */
export function settledLines({ cooperative = '', cash, held = 0 }: HandOver): readonly Statement[] {
  return [
    { key: 'staff.cashGiven', values: { amount: { money: cash }, cooperative: { cooperative } } },
    held === 0 ? { key: 'staff.cashNoneLeft' } : { key: 'staff.cashLeft', values: { held: { money: held } } },
  ];
}
