/** What is asked about an order on view: every promise names the order and whom it concerns. */
import type { Distributor, Shop } from '#trade/catalogue/shop.ts';
import type { Prompt, PromptChoice, PromptSurroundings, Statement, Value } from '../kit.ts';
import { about, backChoice } from '../staff/lines.ts';
import type { Silent, VolunteerContext } from './context.ts';
import { callLines } from './lines.ts';
import { meant } from './setup.ts';

const mostChoices = 10;

function nameOf({ kind, of }: Silent): Value {
  return kind === 'part' ? { cooperative: of } : { shelf: of };
}

function silentChoice(silent: Silent): PromptChoice {
  const values = { who: nameOf(silent) };
  return {
    event: `silent:${silent.id}`,
    label: { key: 'volunteer.labelSilent', values },
    detail: { key: 'volunteer.detailAnswer' },
  };
}

/** Back to whoever was being answered when the order was looked up. */
function helpChoices({ help }: VolunteerContext): readonly PromptChoice[] {
  if (help === null || help.state === 'closed') return [];
  const label = { key: 'volunteer.openHelp', values: { who: { typed: help.who } } } as const;
  return [{ event: `request:${help.request}`, label }];
}

function open(context: VolunteerContext): Prompt {
  const { story } = context;
  if (story === null) return { lines: [], choices: [backChoice] };
  const { order, delivery, isCancellable, silent } = story;
  const trouble = delivery?.trouble ?? 'none';
  const others: readonly PromptChoice[] = [
    ...(trouble === 'searching'
      ? [{ event: `wantAssign:${order}`, label: { key: 'volunteer.wantAssign' } } as const]
      : []),
    ...(trouble === 'failed'
      ? ([
          { event: `wantRetry:${order}`, label: { key: 'volunteer.wantRetry' } },
          { event: `wantReturn:${order}`, label: { key: 'volunteer.wantReturn' } },
        ] as const)
      : []),
    ...(trouble === 'returned' ? [{ event: `wantBack:${order}`, label: { key: 'volunteer.wantBack' } } as const] : []),
    ...(isCancellable ? [{ event: `wantCancel:${order}`, label: { key: 'volunteer.wantCancel' } } as const] : []),
  ];
  const ways = [...helpChoices(context), backChoice];
  const answers = silent.slice(0, mostChoices - others.length - ways.length).map(silentChoice);
  const isIdle = answers.length + others.length === 0;
  return {
    lines: [about(isIdle ? 'volunteer.storyIdle' : 'volunteer.storyAsk', order)],
    choices: [...answers, ...others, ...ways],
  };
}

function whom({ kind, of }: Silent, shop: Shop) {
  return kind === 'part' ? shop.cooperatives.get(of) : shop.shelves.get(of);
}

function answering({ story, silent }: VolunteerContext, { shop }: PromptSurroundings): Prompt {
  if (silent === null) return { lines: [], choices: [backChoice] };
  const values = { order: { code: story?.order ?? '' }, who: nameOf(silent) };
  return {
    lines: [{ key: 'volunteer.askSilent', values }, ...callLines(whom(silent, shop))],
    choices: [
      { event: `accept:${silent.id}`, label: { key: 'volunteer.saidYes' } },
      { event: `outOfStock:${silent.id}`, label: { key: 'volunteer.saidNone' } },
      { event: `other:${silent.id}`, label: { key: 'volunteer.saidNo' } },
      backChoice,
    ],
    binding: true,
  };
}

/** Those who serve the commune first; otherwise in the order of the shop. */
function byNearness(shop: Shop, commune: string): readonly Distributor[] {
  const all = [...shop.distributors.values()];
  const serves = (one: Distributor) => one.communes.includes(commune);
  return [...all.filter(serves), ...all.filter((one) => !serves(one))];
}

const weekdays = [
  ...(['volunteer.monday', 'volunteer.tuesday', 'volunteer.wednesday', 'volunteer.thursday'] as const),
  ...(['volunteer.friday', 'volunteer.saturday', 'volunteer.sunday'] as const),
];

function distributorChoice({ slug, communes, days }: Distributor, commune: string): PromptChoice {
  const list = days.flatMap((day): readonly Value[] => {
    const sentence = weekdays[day - 1];
    return sentence === undefined ? [] : [{ sentence }];
  });
  return {
    event: `distributor:${slug}`,
    label: { key: 'volunteer.labelDistributor', values: { distributor: { distributor: slug } } },
    detail: {
      key: communes.includes(commune) ? 'volunteer.detailServes' : 'volunteer.detailElsewhere',
      values: { days: { list } },
    },
  };
}

const onePage = mostChoices - 2;

function distributors({ story, page }: VolunteerContext, { shop }: PromptSurroundings): Prompt {
  const commune = story?.delivery?.commune ?? '';
  const all = byNearness(shop, commune);
  const pages = all.length <= mostChoices - 1 ? 1 : Math.ceil(all.length / onePage);
  const first = (page % pages) * onePage;
  const shown = pages === 1 ? all : all.slice(first, first + onePage);
  return {
    lines: [about('volunteer.askDistributor', story?.order ?? '')],
    choices: [
      ...shown.map((one) => distributorChoice(one, commune)),
      ...(pages === 1 ? [] : [{ event: 'more', label: { key: 'volunteer.more' } } as const]),
      backChoice,
    ],
  };
}

function questionOf({ story, intent, distributor }: VolunteerContext): Statement {
  const order = { code: story?.order ?? '' };
  const { commune = '', day = '', distributor: carrier } = story?.delivery ?? {};
  switch (intent) {
    case 'assign':
      return {
        key: 'volunteer.confirmAssign',
        values: { order, commune: { commune }, day: { day }, distributor: { distributor } },
      };
    case 'retry':
      return { key: 'volunteer.confirmRetry', values: { order, distributor: { distributor: carrier ?? '' } } };
    case 'return':
      return { key: 'volunteer.confirmReturn', values: { order } };
    case 'noteBack':
      return { key: 'volunteer.confirmBack', values: { order } };
    default:
      return { key: 'volunteer.confirmCancel', values: { order } };
  }
}

/** The distributor whom the volunteer should have spoken to before saying yes; none for what needs none. */
function whoRides({ intent, distributor, story }: VolunteerContext): string {
  if (intent === 'assign') return distributor;
  return intent === 'retry' ? (story?.delivery?.distributor ?? '') : '';
}

const yeses = {
  assign: 'volunteer.yesAssign',
  retry: 'volunteer.yesRetry',
  return: 'volunteer.yesReturn',
  noteBack: 'volunteer.yesBack',
  cancel: 'volunteer.yesCancel',
} as const;

function confirming(context: VolunteerContext, { shop }: PromptSurroundings): Prompt {
  const intent = context.intent ?? 'cancel';
  return {
    lines: [questionOf(context), ...callLines(shop.distributors.get(whoRides(context)))],
    choices: [{ event: `${intent}:${meant(context)}`, label: { key: yeses[intent] } }, backChoice],
    binding: true,
  };
}

export const storyPrompts = {
  'story.open': open,
  'story.answering': answering,
  'story.distributors': distributors,
  'story.confirming': confirming,
};
