// What the duty decides from.
import type { DutyInput } from '../duty.ts';
import type { CopiesConfig } from './config.ts';

export type CopiesFact = 'ownIssues' | 'copies';

export type CopiesInput = DutyInput<CopiesConfig, CopiesFact>;
