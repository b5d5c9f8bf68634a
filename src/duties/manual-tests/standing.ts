// What manual tests mean for a milestone: those that fail, are blocked, or are open, and what nobody knows.
import { dayAt } from '../../domain/day.ts';
import { type Results, type TestRun, keyOf, runsOf } from '../../domain/manual-test.ts';
import type { Release } from '../../domain/release.ts';
import type { Standing, StandingKind } from '../../domain/standing.ts';
import { countByTeam } from '../../manual-tests/count-results.ts';
import { type Candidate, activeOf, candidatesOf, earlierThan, heldUp } from './candidates.ts';
import type { ManualInput } from './input.ts';
import type { TestState } from './known.ts';
import { stand } from './render.ts';

export const rows: readonly StandingKind[] = [
  {
    kind: 'failing-manual-test',
    rank: 23,
    title: 'Failing manual tests',
    one: 'failing manual test',
    many: 'failing manual tests',
  },
  {
    kind: 'blocked-manual-test',
    rank: 24,
    title: 'Blocked manual tests',
    one: 'blocked manual test',
    many: 'blocked manual tests',
  },
  {
    kind: 'open-manual-test',
    rank: 25,
    title: 'Open manual tests',
    one: 'open manual test',
    many: 'open manual tests',
  },
  {
    kind: 'unknown-manual-test',
    rank: 9,
    title: 'Manual tests that are not known',
    one: 'list of manual tests that is not known',
    many: 'lists of manual tests that are not known',
  },
];

/** A run without a result that failed or was blocked when it was run last counts as that until it is run again. */
export interface Trouble {
  readonly run: TestRun;
  readonly result: 'fail' | 'blocked';
  /** Id of the candidate in which that was. */
  readonly in: string;
  readonly tester?: string | undefined;
  readonly note?: string | undefined;
}

/** In the order of the tests, failing ones first. What an earlier candidate of `active` tells is not told again. */
export function troublesOf(
  { milestone: { id } }: Candidate,
  active: readonly Candidate[],
  release: Release,
  { tests, results }: TestState,
  { config }: Pick<ManualInput, 'config'>,
): readonly Trouble[] {
  const told = active.map(({ milestone }) => milestone.id);
  const candidates = [id, ...earlierThan(id, release, config)];
  const all = runsOf(tests, id).flatMap((run): Trouble[] => {
    const last = lastResult(run.id, candidates, results);
    if (last === undefined || (last.candidate !== id && told.includes(last.candidate))) return [];
    return last.result === 'fail' || last.result === 'blocked'
      ? [{ run, result: last.result, in: last.candidate, tester: last.tester, note: last.note }]
      : [];
  });
  return [...all.filter(({ result }) => result === 'fail'), ...all.filter(({ result }) => result !== 'fail')];
}

function lastResult(run: string, candidates: readonly string[], results: Results) {
  return candidates
    .flatMap((candidate) => results.get(keyOf({ candidate, run })) ?? [])
    .find(({ result }) => result !== undefined);
}

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
