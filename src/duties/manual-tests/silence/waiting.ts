// Who has open tests in a candidate, and since when they have recorded nothing.
import { type Day, dayAt } from '../../../domain/day.ts';
import { keyOf, runsOf } from '../../../domain/manual-test.ts';
import type { Milestone, Release } from '../../../domain/release.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { beginOf } from '../candidates.ts';
import type { ManualInput } from '../input.ts';
import type { TestState } from '../known.ts';
import type { Waiting } from './ladder.ts';

/** In the order of the tests; a tester of two teams has a line for each. */
export function waitingOf(
  release: Release,
  milestone: Milestone,
  { tests, results }: TestState,
  input: ManualInput,
): Waiting[] {
  const today = dayAt(input.now, release.timezone);
  const rows = runsOf(tests, milestone.id).flatMap(({ id, test }) => {
    const row = results.get(keyOf({ candidate: milestone.id, run: id }));
    return row?.tester === undefined ? [] : [{ row, login: row.tester, team: test.team }];
  });
  const start = begun(release, milestone, input);
  const last = new Map<string, Day>();
  for (const { row, login } of rows) {
    // Nobody has recorded anything tomorrow.
    if (row.result === undefined || row.day === undefined || row.day > today) continue;
    const before = last.get(login) ?? start;
    last.set(login, row.day > before ? row.day : before);
  }
  const open = new Map<string, Waiting>();
  for (const { row, login, team } of rows) {
    if (row.result !== undefined) continue;
    const key = `${team} ${login}`;
    const count = (open.get(key)?.open ?? 0) + 1;
    open.set(key, { login, team, open: count, last: last.get(login) ?? start });
  }
  return [...open.values()];
}

/** The day on which the tests were given out: not before relcomms had an issue to say so. */
function begun(release: Release, milestone: Milestone, { config, source, observed }: ManualInput): Day {
  const begin = beginOf(milestone, config.assign, source.spec.holidays);
  const tracking = observed.ownIssues.find(({ key }) => key === trackingKey(release));
  const there = tracking === undefined ? begin : dayAt(tracking.createdAt, release.timezone);
  return there > begin ? there : begin;
}
