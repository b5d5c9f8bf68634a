// What the duty decides from.
import type { DutyInput } from '../duty.ts';
import type { GoNoGoConfig } from './config.ts';

export type GoNoGoFact = 'ownIssues' | 'commands' | 'votes';

export type GoNoGoInput = DutyInput<GoNoGoConfig, GoNoGoFact>;
