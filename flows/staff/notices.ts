/** What anybody may be told, whatever their role. */
import type { Notice } from '#trade/notices.ts';
import type { Statement } from '../kit.ts';
import { about, refusalLine } from './lines.ts';

export function personLines({ notice }: Notice): readonly Statement[] {
  switch (notice.name) {
    case 'help.taken':
      return [{ key: 'staff.helpTaken' }];
    case 'help.replied':
      return [{ key: 'staff.helpReplied', values: { words: { typed: notice.words } } }, { key: 'staff.helpMore' }];
    case 'answer.failed':
      return [
        notice.order === '' ? { key: 'staff.answerFailed' } : about('staff.orderAnswerFailed', notice.order),
        refusalLine(notice.reason),
      ];
    default:
      return [];
  }
}
