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
    const wanted = new Map([...daysOf({ milestones }), ...(version === table.version ? told : [])]);
    const now = found.get(version) ?? new Map<string, Day>();
    for (const id of new Set([...wanted.keys(), ...now.keys()]))
      if (now.get(id) !== wanted.get(id)) return problem(version, id, wanted.get(id), now.get(id));
  }
  return undefined;
}

function daysOf({ milestones }: Pick<Release, 'milestones'>): ReadonlyMap<string, Day> {
  return new Map(milestones.map(({ id, day }) => [id, day]));
}

function problem(version: string, id: string, expected: Day | undefined, actual: Day | undefined): Problem {
  const instead = expected === undefined ? 'without a day' : `on ${expected}`;
  return {
    code: 'moves-more',
    severity: 'error',
    path: ['releases', version, 'milestones', id],
    message: `Written into the config, ${id} of ${version} would be ${actual === undefined ? 'gone' : `on ${actual}`} instead of ${instead}.`,
    fix: 'Change the config by hand.',
  };
}
