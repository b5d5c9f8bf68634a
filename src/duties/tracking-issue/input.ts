// What the tracking issue is decided from: config, calendar, and the facts of one look.
import type { DutyInput } from '../duty.ts';
import type { TrackingIssueConfig } from './config.ts';

export type Needs =
  | 'ownIssues'
  | 'githubMilestones'
  | 'labels'
  | 'assignable'
  | 'pins'
  | 'commands'
  | 'slipPulls';

/** What the duty is given. */
export type Input = DutyInput<TrackingIssueConfig, Needs>;
