// What the case files are decided from: config, calendar, and the facts of one look.
import type { DutyInput } from '../duty.ts';
import type { FailingTestsConfig } from './config.ts';

export type FailingTestsFact =
  | 'ownIssues'
  | 'branchTests'
  | 'branchOwners'
  | 'commands'
  | 'labels'
  | 'githubMilestones'
  | 'assignable';

export type FailingTestsInput = DutyInput<FailingTestsConfig, FailingTestsFact>;

/** The name of the duty, of its section in the config and of its block in the tracking issue. */
export const DUTY = 'failing-tests';
