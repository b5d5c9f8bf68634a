// What the wiki page is decided from: config, calendar, and the facts of one look.
import type { DutyInput } from '../duty.ts';
import type { WikiConfig } from './config.ts';

export type WikiInput = DutyInput<WikiConfig, 'ownIssues'>;
