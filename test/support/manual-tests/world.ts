// A release with 300 manual tests, 12 teams, 40 people, and 3 candidates, the same on every run.
import type { ManualTest } from '../../../src/domain/manual-test.ts';

export const TEAMS = [
  'api',
  'console',
  'storage',
  'network',
  'docs',
  'install',
  'upgrade',
  'security',
  'billing',
  'search',
  'events',
  'mobile',
] as const;

export const CANDIDATES = ['rc1', 'rc2', 'rc3'] as const;

/** The first four teams have four people, the others three. */
export const PEOPLE: ReadonlyMap<string, readonly string[]> = new Map(
  TEAMS.map((team, index) => [
    team,
    Array.from({ length: index < 4 ? 4 : 3 }, (_, number) => `${team}-${'abcd'[number] ?? 'z'}`),
  ]),
);

const COMPLEXITIES = [1, 3, 2, 5, 1, 2, 4, 1, 2, 3];

/** 25 tests a team, three components over all; every fifth has an author of the team, every tenth skips rc1. */
export const TESTS: readonly ManualTest[] = Array.from({ length: 300 }, (_, index): ManualTest => {
  const team = TEAMS[index % 12] ?? 'api';
  const people = PEOPLE.get(team) ?? [];
  return {
    id: `${team}-${String(Math.floor(index / 12) + 1).padStart(2, '0')}`,
    title: `Check ${index + 1} of ${team}`,
    steps: ['Open the page', `Do thing ${index + 1}`],
    expected: 'It works',
    team,
    component: ['core', 'web', 'operations'][index % 3] ?? 'core',
    platforms: [],
    complexity: COMPLEXITIES[(index + Math.floor(index / 12)) % 10] ?? 1,
    candidates: index % 10 === 9 ? ['rc2', 'rc3'] : undefined,
    covers: [`src/${team}/part-${index % 7}/**`],
    author: index % 5 === 0 ? people[index % people.length] : undefined,
  };
});
