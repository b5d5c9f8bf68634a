// What of other repositories stands in the way of a release.
import type { Release } from '../../../domain/release.ts';
import type { Standing } from '../../../domain/standing.ts';
import type { Found, Input } from './find.ts';
import { render } from './render.ts';

interface Around extends Pick<Input, 'now'> {
  readonly release: Release;
}

/** `all` are those of the release. */
export function standingOf(one: Found, all: readonly Found[], around: Around): Standing[] {
  return [
    ...blockersOf(one, around),
    ...checksOf(one, around),
    ...pullsOf(one, around),
    ...tagsOf(one, all, around),
  ];
}

/** One for each; of a repository that is not public one for all of them. */
function blockersOf({ name, seen, blockers }: Found, { release }: Around): Standing[] {
  if (seen === undefined || !blockers.known || blockers.value.length === 0) return [];
  const shared = { release: release.version, kind: 'blocker', severity: 'red' as const };
  const key = `blocker/${name.toLowerCase()}`;
  if (seen.isPrivate) {
    const count = blockers.value.length;
    return [{ ...shared, key, text: render.hiddenBlockers(seen, count), owner: render.people(name), count }];
  }
  return blockers.value.map((blocker) => ({
    ...shared,
    key: `${key}/${blocker.number}`,
    text: render.blocker(seen, blocker),
    owner: render.owners(blocker.assignees),
    since: blocker.createdAt,
  }));
}

function checksOf({ name, seen, branchStates }: Found, { release }: Around): Standing[] {
  if (seen === undefined || !branchStates.known) return [];
  return branchStates.value
    .filter(({ state }) => state === 'red')
    .map((branch) => ({
      release: release.version,
      kind: 'failing-branch',
      key: `branch/${name.toLowerCase()}/${branch.name}`,
      severity: 'red',
      text: render.failing(seen, branch),
      owner: render.people(name),
    }));
}

function pullsOf({ name, seen, pulls }: Found, { release }: Around): Standing[] {
  if (seen === undefined || !pulls.known || pulls.value.length === 0) return [];
  return [
    {
      release: release.version,
      kind: 'other-pull',
      key: `pulls/${name.toLowerCase()}`,
      severity: 'amber',
      text: render.pulls(seen, pulls.value),
      owner: render.people(name),
      count: pulls.value.length,
    },
  ];
}

/**
 * Out of order: it is there, and another one that comes before it is not. Late: release day is over. Only what has a release
 * branch is known to get a tag at all.
 */
function tagsOf(one: Found, all: readonly Found[], { release, now }: Around): Standing[] {
  const day = release.milestones.find(({ id }) => id === 'release');
  const isLate = day !== undefined && day.deadline <= now;
  const shared = { release: release.version, kind: 'missing-tag', severity: 'red' as const };
  const key = `tag/${one.name.toLowerCase()}`;
  const early = one.tag === 'there' ? one.before.filter(({ tag }) => tag === 'missing') : [];
  return [
    ...early
      // Where it is late, that it is missing is said of itself.
      .filter(
        ({ name }) => !isLate || all.every((other) => other.name !== name || other.branches.length === 0),
      )
      .map(({ name }) => ({
        ...shared,
        key: `${key}/after/${name.toLowerCase()}`,
        text: render.outOfOrder(one.name, name, release.version),
        owner: render.people(name),
      })),
    ...(isLate && isTagged(one) && one.tag === 'missing'
      ? [
          {
            ...shared,
            key,
            milestone: 'release',
            text: render.noTag(one.name, release.version),
            owner: render.people(one.name),
          },
        ]
      : []),
  ];
}

function isTagged({ branches }: Found): boolean {
  return branches.length > 0;
}
