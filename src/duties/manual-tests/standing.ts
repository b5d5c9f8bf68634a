// What manual tests mean for a milestone: those that fail, are blocked, or are open, and what nobody knows.
import { dayAt } from '../../domain/day.ts';
import { runsOf } from '../../domain/manual-test.ts';
import type { Release } from '../../domain/release.ts';
import type { Standing, StandingKind } from '../../domain/standing.ts';
import { countByTeam } from '../../manual-tests/count-results.ts';
import { type Candidate, activeOf, candidatesOf, heldUp } from './candidates.ts';
import type { ManualInput } from './input.ts';
import type { TestState } from './known.ts';
import { stand } from './render.ts';
import { signOffRows } from './sign-off-standing.ts';
import { type Trouble, troublesOf } from './troubles.ts';

export const rows: readonly StandingKind[] = [
  {
    kind: 'failing-manual-test',
    rank: 23,
    title: 'Failing manual tests',
    one: 'failing manual test',
    many: 'failing manual tests',
    isShared: true,
  },
  {
    kind: 'blocked-manual-test',
    rank: 24,
    title: 'Blocked manual tests',
    one: 'blocked manual test',
    many: 'blocked manual tests',
    isShared: true,
  },
  {
    kind: 'open-manual-test',
    rank: 25,
    title: 'Open manual tests',
    one: 'open manual test',
    many: 'open manual tests',
    isShared: true,
  },
  {
    kind: 'unknown-manual-test',
    rank: 9,
    title: 'Manual tests that are not known',
    one: 'list of manual tests that is not known',
    many: 'lists of manual tests that are not known',
    isShared: true,
  },
  ...signOffRows,
];

export function standingOf(
  release: Release,
  active: readonly Candidate[],
  state: TestState,
  input: ManualInput,
): Standing[] {
  return active.flatMap((candidate) => {
    const troubles = troublesOf(candidate, active, release, state, input);
    return [
      ...troubles.map((trouble) => troubleStanding(trouble, candidate, release, input)),
      ...openStandings(candidate, release, state, troubles, input),
    ];
  });
}

function troubleStanding(
  trouble: Trouble,
  candidate: Candidate,
  release: Release,
  { now, teams }: ManualInput,
): Standing {
  const { run, result, tester } = trouble;
  const { team } = run.test;
  return {
    release: release.version,
    kind: result === 'fail' ? 'failing-manual-test' : 'blocked-manual-test',
    key: `manual-test/${candidate.milestone.id}/${run.id}`,
    severity: result === 'fail' || candidate.isLate ? 'red' : 'amber',
    milestone: heldUp(candidate, release, now).id,
    ...(teams[team] === undefined ? {} : { team }),
    text: stand.trouble(trouble, candidate.milestone),
    owner: stand.owner(tester, team),
  };
}

/** One line for each team: a list of all that is open is in the workbook. */
function openStandings(
  candidate: Candidate,
  release: Release,
  { tests, results }: TestState,
  troubles: readonly Trouble[],
  { now, teams }: ManualInput,
): Standing[] {
  const { milestone, isLate } = candidate;
  const told = new Set(troubles.map(({ run }) => run.id));
  const runs = runsOf(tests, milestone.id).filter(({ id }) => !told.has(id));
  const isAhead = dayAt(now, milestone.zone) < milestone.day;
  return [...countByTeam(runs, milestone.id, results)].flatMap(([team, { open }]): Standing[] => {
    if (open === 0) return [];
    return [
      {
        release: release.version,
        kind: 'open-manual-test',
        key: `manual-tests/${milestone.id}/${team}`,
        severity: isLate ? 'red' : 'amber',
        ...(isAhead ? { isAhead } : {}),
        milestone: heldUp(candidate, release, now).id,
        ...(teams[team] === undefined ? {} : { team }),
        text: stand.open(team, open, milestone, isLate),
        owner: stand.owner(undefined, team),
        count: open,
      },
    ];
  });
}

/** Red from when the tests of a candidate should be run. */
export function unknownStanding(release: Release, why: string, input: ManualInput): Standing[] {
  const { config, now, source } = input;
  const active = activeOf(release, { config, now, holidays: source.spec.holidays });
  const all = candidatesOf(release, config);
  const next = active[0]?.milestone ?? all.find(({ deadline }) => now < deadline) ?? all.at(-1);
  return [
    {
      release: release.version,
      kind: 'unknown-manual-test',
      key: 'manual-tests/unknown',
      severity: active.length === 0 ? 'amber' : 'red',
      milestone: next?.id,
      text: stand.unknown(why),
      owner: stand.leads(),
    },
  ];
}
