/** The actions that a role with a desk has besides the requests, for the `actions` of its machine's `setup`. */
import { type AnyEventObject, assign, enqueueActions } from 'xstate';
import type { Question, QuestionAgain, QuestionGone } from '#trade/notices.ts';
import { requestActions, type Statement } from '../kit.ts';
import { dropped, explainsHome, held, nextOpened, type Questions } from './questions.ts';

type Told = { type: 'say'; params: Statement } | { type: 'handled'; params: undefined };

/** News of a question, as far as an event is any. */
type AboutQuestion = Question | QuestionAgain | QuestionGone;

export function deskActions<Context extends Questions, Event extends AnyEventObject>() {
  /** Changes the questions alone, whatever else the machine remembers; only for events about one. */
  const change = (changed: (questions: Questions, event: AboutQuestion) => Partial<Questions>) =>
    assign<Context, Event, undefined, Event, never>(
      ({ context, event }) => changed(context, event as AnyEventObject as AboutQuestion) as Partial<Context>,
    );
  return {
    ...requestActions,
    hold: change(held),
    drop: change(dropped),
    openNext: change(nextOpened),
    /** The open question has its answer. */
    close: change(() => ({ open: null })),
    explainHome: assign<Context, Event, undefined, Event, never>(
      ({ event }) => ({ isHomeExplained: explainsHome(event) }) as Partial<Context>,
    ),
    /** Says several things, or nothing. */
    tell: enqueueActions<Context, Event, readonly Statement[], Event, never, Told, never, never, never>(
      ({ enqueue }, statements) => {
        for (const params of statements) enqueue({ type: 'say', params });
        enqueue('handled');
      },
    ),
  };
}
