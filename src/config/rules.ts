// The rules that span several keys: each looks at the merged tree and returns what it finds.
import { cycleRules } from './rules/cycle.ts';
import { peopleRules } from './rules/people.ts';
import { referenceRules } from './rules/references.ts';
import { releaseRules } from './rules/releases.ts';
import { repetitionRules } from './rules/repetition.ts';
import type { Rule } from './rules/rule.ts';
import { taskRules } from './rules/tasks.ts';

export const RULES: readonly Rule[] = [
  ...repetitionRules,
  ...taskRules,
  ...peopleRules,
  ...referenceRules,
  ...cycleRules,
  ...releaseRules,
];
