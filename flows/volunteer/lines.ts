import type { Notice } from '#trade/notices.ts';
import type { Statement } from '../kit.ts';

/** What concerns the volunteers, each with what they can do about it. */
export function noticeLines({ notice }: Notice): readonly Statement[] {
  switch (notice.name) {
    case 'help.asked': {
      const { who, phone, words } = notice;
      return [
        { key: 'volunteer.helpAsked', values: { who: { typed: who } } },
        ...(phone === undefined ? [] : [{ key: 'volunteer.helpPhone', values: { phone: { code: phone } } } as const]),
        ...(words === undefined ? [] : [{ key: 'volunteer.helpWords', values: { words: { typed: words } } } as const]),
      ];
    }
    case 'delivery.unassigned': {
      // Customers are told of the same under the same name, with fewer facts.
      if (!('commune' in notice)) return [];
      const { order, commune, day } = notice;
      const values = { order: { code: order }, commune: { commune }, day: { day } };
      return [{ key: 'volunteer.unassigned', values }, { key: 'volunteer.unassignedNext' }];
    }
    case 'command.parked': {
      const values = { command: { code: notice.command }, chat: { code: notice.chat } };
      return [{ key: 'volunteer.parked', values }, { key: 'volunteer.parkedNext' }];
    }
    default:
      return [];
  }
}
