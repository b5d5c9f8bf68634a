// What the run sheet is decided from.
import type { DutyInput } from '../duty.ts';
import type { RunSheetConfig } from './config.ts';

export const DUTY = 'run-sheet';

export type RunSheetFact = 'ownIssues' | 'evidence';

export type RunSheetInput = DutyInput<RunSheetConfig, RunSheetFact>;
