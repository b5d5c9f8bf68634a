// What people say by the checkboxes of all teams' issues, before what these issues show is decided.
import { dayAt } from '../../../domain/day.ts';
import type { Results } from '../../../domain/manual-test.ts';
import type { Release } from '../../../domain/release.ts';
import { withoutOverruled } from '../../../manual-tests/sign-off.ts';
import type { Candidate } from '../candidates.ts';
import type { ManualInput } from '../input.ts';
import type { TestState } from '../known.ts';
import { hearBoxes } from './hear-boxes.ts';
import { boxesKey } from './keys.ts';
import { teamIssuesOf } from './team-issue.ts';
import { type HeardIssue, whyLeft } from './wishes.ts';

export { issueWishes } from './wishes.ts';

export interface HeardIssues {
  readonly results: Results;
  /** Keys that wait for the file of results, beside those of commands. */
  readonly answers: readonly string[];
  readonly issues: readonly HeardIssue[];
}

/** Results as they are after all boxes, without the sign-offs that a result takes back. */
export function hearIssues(
  release: Release,
  active: readonly Candidate[],
  { tests, results }: TestState,
  input: ManualInput,
): HeardIssues {
  const today = dayAt(input.now, release.timezone);
  const isKept = whyLeft(release, input) === undefined;
  const all = teamIssuesOf(release, active, tests, input);
  const start: HeardIssues = { results, answers: [], issues: [] };
  const heard = all.reduce((before, issue): HeardIssues => {
    const one = isKept ? hearBoxes(issue, before.results, today, input.config['sign-off']) : undefined;
    return {
      results: one?.results ?? before.results,
      answers: one?.isChanged === true ? [boxesKey(release)] : before.answers,
      issues: [...before.issues, { ...issue, notes: one?.notes ?? new Map() }],
    };
  }, start);
  const after = all
    .flatMap(({ candidates }) => candidates)
    .reduce((before, { milestone, runs }) => withoutOverruled(before, milestone.id, runs), heard.results);
  return { ...heard, results: after };
}
