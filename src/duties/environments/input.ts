// What the duty decides from.
import type { DutyContext, DutyInput } from '../duty.ts';
import type { EnvironmentsConfig } from './config.ts';

export type EnvironmentsFact = 'ownIssues' | 'commands' | 'branches' | 'candidates' | 'testPages' | 'seen';

export type EnvironmentsInput = DutyInput<EnvironmentsConfig, EnvironmentsFact>;

/** What it knows before anything was looked at. */
export type EnvironmentsContext = Pick<
  DutyContext<EnvironmentsConfig>,
  'config' | 'releases' | 'teams' | 'source' | 'now'
>;

export const DUTY = 'environments';
