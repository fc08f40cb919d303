/** The times of the programme as tests count on them: clocks run day and night. */
import type { TradeSettings } from '#trade/tools.ts';

export const tradeSettings: TradeSettings = {
  undoSeconds: 120,
  offerMinutes: 20,
  answerClocks: {
    cooperative: { reminder: 60, second: 180, volunteer: 360 },
    keeper: { reminder: 30, second: 60, volunteer: 120 },
    offerReminder: 10,
  },
  wakingHours: { from: 0, to: 24 },
  timeZone: 'Africa/Casablanca',
};
