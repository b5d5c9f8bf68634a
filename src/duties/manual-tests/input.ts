// What manual tests are decided from: config, calendar, and the facts of one look.
import type { DutyInput } from '../duty.ts';
import type { ManualConfig } from './config.ts';

export type ManualFact =
  | 'ownIssues'
  | 'commands'
  | 'files'
  | 'books'
  | 'comparisons'
  | 'assignable'
  | 'labels';

export type ManualInput = DutyInput<ManualConfig, ManualFact>;

export const DUTY = 'manual-tests';
