// Holds a config that a slip was written into against what was told of it: nothing else may have moved.
import type { Day } from '../domain/day.ts';
import type { Problem } from '../domain/problem.ts';
import type { Release } from '../domain/release.ts';
import type { SlipTable } from '../domain/slip.ts';

/** The first milestone that has another day than the table says, as a problem; undefined when all is as told. */
export function otherMove(
  table: SlipTable,
  before: readonly Release[],
  after: readonly Release[],
): Problem | undefined {
  const told = new Map(
    [...table.missed, ...table.moves].flatMap(({ kind, id, to }) =>
      kind === 'milestone' && to !== undefined ? [[id, to] as const] : [],
    ),
  );
  const found = new Map(after.map((release) => [release.version, daysOf(release)]));
  for (const { version, milestones } of before) {
    for (const { id, day } of milestones) {
      const expected = version === table.version ? (told.get(id) ?? day) : day;
      const actual = found.get(version)?.get(id);
      if (actual !== expected) return problem(version, id, expected, actual);
    }
  }
  return undefined;
}

function daysOf({ milestones }: Release): ReadonlyMap<string, Day> {
  return new Map(milestones.map(({ id, day }) => [id, day]));
}

function problem(version: string, id: string, expected: Day, actual: Day | undefined): Problem {
  return {
    code: 'moves-more',
    severity: 'error',
    path: ['releases', version, 'milestones', id],
    message: `Written into the config, ${id} of ${version} would be ${actual === undefined ? 'gone' : `on ${actual}`} instead of on ${expected}.`,
    fix: 'Change the config by hand.',
  };
}
