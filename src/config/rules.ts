// The rules that span several keys: each looks at the merged tree and returns what it finds.
import { cycleRules } from './rules/cycle.ts';
import { eventRules } from './rules/events.ts';
import { milestoneDays, ownMilestoneDays } from './rules/milestones.ts';
import { peopleRules } from './rules/people.ts';
import { referenceRules } from './rules/references.ts';
import { releaseRules } from './rules/releases.ts';
import { repetitionRules } from './rules/repetition.ts';
import { repositoryRules } from './rules/repositories.ts';
import type { Rule } from './rules/rule.ts';
import { taskRules, taskTitles } from './rules/tasks.ts';
import { trainRules } from './rules/trains.ts';

export const RULES: readonly Rule[] = [
  ...repetitionRules,
  taskTitles,
  ...taskRules,
  ...peopleRules,
  ...referenceRules,
  ...cycleRules,
  milestoneDays,
  ownMilestoneDays,
  ...releaseRules,
  ...trainRules,
  ...repositoryRules,
  ...eventRules,
];

/** Those for what a kind or a release has in place of the top. */
export const PLAN_RULES: readonly Rule[] = [
  ...taskRules,
  ...peopleRules,
  ...cycleRules,
  milestoneDays,
  ...repositoryRules,
  ...eventRules,
];
