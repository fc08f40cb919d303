import type { ReadTable } from '../command.ts';
import { cashOf } from './cash-held.ts';
import { owedTo } from './owed.ts';

export const ledgerReads: ReadTable<'owed.mine' | 'cash.mine'> = {
  'owed.mine': owedTo,
  'cash.mine': cashOf,
};
