import { controllerLine } from '../staff/lines.ts';
import { say, sayRefusal, takeBack } from '../staff/say.ts';
import { kindWords } from '../staff/words.ts';
import { emptyContext } from './context.ts';
import { request } from './request.ts';
import * as effect from './setup.ts';
import { story } from './story.ts';

const late = { actions: say('staff.oldQuestion') } as const;
const done = { target: '.resting', actions: effect.tell } as const;
const refused = { target: '.resting', actions: sayRefusal } as const;
const openStory = { target: '.story', actions: effect.want } as const;
const privacy = {
  actions: {
    type: 'say',
    params: ({ event }: { event: Parameters<typeof controllerLine>[1] }) => controllerLine('volunteer.privacy', event),
  },
} as const;
const what = {
  actions: [
    say('volunteer.whatHelp'),
    say('volunteer.whatSilent'),
    say('volunteer.whatDelivery'),
    say('volunteer.whatParked'),
    say('volunteer.whatOrder'),
  ],
} as const;

export const machine = effect.volunteer.createMachine({
  id: 'volunteer',
  context: emptyContext,
  initial: 'home',
  on: {
    ...kindWords,
    hello: { target: '.resting', actions: say('volunteer.greeting') },
    menu: { target: '.resting', actions: 'handled' },
    back: { target: '.resting', actions: 'handled' },
    later: { actions: 'handled' },
    what,
    help: what,
    volunteer: { actions: say('volunteer.noVolunteer') },
    code: { actions: say('volunteer.noCode') },
    voice: { actions: say('volunteer.noVoice') },
    stop: { actions: say('volunteer.stop') },
    privacy,
    forget: privacy,

    stuck: '.stuck',
    mine: '.mine',
    find: '.finding',
    orders: '.finding',
    order: openStory,
    story: openStory,
    request: { target: '.request', actions: effect.want },
    silent: [{ guard: 'isSilent', target: '.story.answering', actions: effect.keepSilent }, late],
    wantRetry: [{ guard: 'isAboutStory', target: '.story.confirming', actions: effect.intendRetry }, openStory],
    wantReturn: [{ guard: 'isAboutStory', target: '.story.confirming', actions: effect.intendReturn }, openStory],
    wantBack: [{ guard: 'isAboutStory', target: '.story.confirming', actions: effect.intendNoteBack }, openStory],
    wantCancel: [{ guard: 'isAboutStory', target: '.story.confirming', actions: effect.intendCancel }, openStory],
    wantAssign: [{ guard: 'isAboutStory', target: '.story.distributors', actions: effect.firstPage }, openStory],
    accept: late,
    outOfStock: late,
    other: late,
    more: late,
    distributor: late,
    retry: late,
    return: late,
    noteBack: late,
    cancel: late,
    assign: late,
    take: late,
    write: late,
    close: late,

    undo: { target: '.recording', actions: takeBack },
    notice: { actions: effect.tellNews },
    question: { actions: 'handled' },
    'question.again': { actions: 'handled' },
    'question.gone': { actions: 'handled' },

    'part.accept.done': done,
    'part.refuse.done': done,
    'reservation.accept.done': done,
    'reservation.refuse.done': done,
    'delivery.retry.done': done,
    'delivery.return.done': done,
    'delivery.noteBack.done': done,
    'delivery.assign.done': done,
    'order.cancel.done': done,
    'help.close.done': done,
    'answer.undo.done': done,
    'answer.undo.refused': [
      { guard: 'isNothingToUndo', target: '.resting', actions: say('volunteer.nothingToUndo') },
      refused,
    ],
    'part.accept.refused': refused,
    'part.refuse.refused': refused,
    'reservation.accept.refused': refused,
    'reservation.refuse.refused': refused,
    'delivery.retry.refused': refused,
    'delivery.return.refused': refused,
    'delivery.noteBack.refused': refused,
    'delivery.assign.refused': refused,
    'order.cancel.refused': [
      { guard: 'isTooLate', target: '.resting', actions: say('volunteer.cancelTooLate') },
      refused,
    ],
    'help.take.refused': refused,
    'help.reply.refused': refused,
    'help.close.refused': refused,
  },
  states: {
    home: {},
    /** On the way home it is counted what waits. */
    resting: {
      entry: [effect.leaveHelp, effect.readStuck],
      on: { 'stuck.list.done': { target: 'home', actions: effect.keepWaiting } },
    },
    stuck: {
      initial: 'reading',
      states: {
        reading: {
          entry: effect.readStuck,
          on: {
            'stuck.list.done': [
              { guard: 'isNothingStuck', target: '#volunteer.home', actions: effect.keepWaiting },
              { target: 'list', actions: [effect.keepWaiting, effect.keepStuck] },
            ],
          },
        },
        list: {},
      },
    },
    mine: {
      initial: 'reading',
      states: {
        reading: {
          entry: effect.readStuck,
          on: {
            'stuck.list.done': [
              { guard: 'isNothingMine', target: '#volunteer.home', actions: say('volunteer.noneMine') },
              { target: 'list', actions: effect.keepMine },
            ],
          },
        },
        list: {},
      },
    },
    finding: {
      on: { text: { target: 'story', actions: effect.want } },
    },
    story,
    request,
    recording: {},
  },
});
