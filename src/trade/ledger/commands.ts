import type { ReadTable } from '../command.ts';
import { cashHeld } from './cash-held.ts';
import { owedTo } from './owed.ts';

export const ledgerReads: ReadTable<'owed.mine' | 'cash.mine'> = {
  'owed.mine': owedTo,
  'cash.mine': cashHeld,
};
