// Which teams have run all their tests of a candidate and have not signed it off.
import { dayAt } from '../../domain/day.ts';
import { runsOf } from '../../domain/manual-test.ts';
import type { Release } from '../../domain/release.ts';
import type { Standing, StandingKind } from '../../domain/standing.ts';
import { countByTeam, isPassed } from '../../manual-tests/count-results.ts';
import { signOffOf } from '../../manual-tests/sign-off.ts';
import { type Candidate, heldUp } from './candidates.ts';
import type { ManualInput } from './input.ts';
import type { TestState } from './known.ts';
import { stand } from './render.ts';
import { missingWords } from './render-sign-off.ts';

export const signOffRows: readonly StandingKind[] = [
  {
    kind: 'missing-sign-off',
    rank: 26,
    title: 'Missing sign-offs',
    one: 'missing sign-off',
    many: 'missing sign-offs',
    isShared: true,
  },
];

/** While tests of a team fail, are blocked, or are open, these stand in the way, and not the sign-off that waits for them. */
export function signOffStandings(
  release: Release,
  active: readonly Candidate[],
  { tests, results }: TestState,
  { config, now, teams }: ManualInput,
): Standing[] {
  if (!config['sign-off']) return [];
  return active.flatMap((candidate) => {
    const { milestone, isLate } = candidate;
    const isAhead = dayAt(now, milestone.zone) < milestone.day;
    const counts = countByTeam(runsOf(tests, milestone.id), milestone.id, results);
    return [...counts].flatMap(([team, count]): Standing[] => {
      if (!isPassed(count) || signOffOf(team, milestone.id, results) !== undefined) return [];
      return [
        {
          release: release.version,
          kind: 'missing-sign-off',
          key: `sign-off/${milestone.id}/${team}`,
          severity: isLate ? 'red' : 'amber',
          ...(isAhead ? { isAhead } : {}),
          milestone: heldUp(candidate, release, now).id,
          ...(teams[team] === undefined ? {} : { team }),
          text: missingWords(team, milestone, isLate),
          owner: stand.owner(undefined, team),
        },
      ];
    });
  });
}
