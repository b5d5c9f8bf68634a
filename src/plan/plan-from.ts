// Plans from one observation: what the duties wish, and the operations that make it so.
import type { Fact, Observation } from '../domain/observed.ts';
import type { Operation } from '../domain/operation.ts';
import { endAlarms } from './alarms/end-alarms.ts';
import { type DutyRun, type Wishes, desireAll } from './desire.ts';
import { diff } from './diff.ts';
import { holdUnsure } from './hold-unsure.ts';
import { putBackEntries } from './put-backs.ts';

/**
 * Facts that planning itself reads, whatever the duties ask: issues of ours that a race has doubled are closed, and
 * people are mentioned in place of teams that the token does not see.
 */
export const PLAN_NEEDS: readonly Fact[] = ['ownIssues', 'teamMentions'];

export interface Planned {
  readonly wishes: Wishes;
  /** In the order to carry them out, before any limit. */
  readonly operations: readonly Operation[];
}

/** The one way from an observation to a plan: a run goes it, and so does the check of a config. */
export function planFrom(run: DutyRun, observation: Observation): Planned {
  const wished = desireAll(run, observation);
  const noted = [
    ...wished.wanted,
    ...putBackEntries(observation, run.now),
    ...endAlarms(observation, run.now),
  ];
  const { wanted, skips } = holdUnsure(noted, observation);
  const wishes = { ...wished, wanted, skips: [...wished.skips, ...skips] };
  return { wishes, operations: diff(wanted, observation, run.now) };
}
