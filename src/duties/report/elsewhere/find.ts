// What of another repository is about one release.
import type {
  OtherBlocker,
  OtherBranch,
  OtherPull,
  SeenRepository,
  UnreadRepository,
} from '../../../domain/elsewhere.ts';
import type { Known } from '../../../domain/known.ts';
import type { Publication } from '../../../domain/observed.ts';
import { type OtherRepository, isSameRepository } from '../../../domain/other-repository.ts';
import { linesOf } from '../../../domain/release-line.ts';
import { type Release, isRunning } from '../../../domain/release.ts';
import { sameName } from '../../../people/names.ts';
import type { DutyInput } from '../../duty.ts';
import type { ReportConfig } from '../config.ts';

export type Input = DutyInput<ReportConfig, 'elsewhere'>;

/** `draft`: nobody knows whether the tag is there. */
export type Tag = 'there' | 'missing' | 'draft' | 'unknown';

export interface Found extends OtherRepository {
  /** Absent: it was read, be it in parts. */
  readonly unread?: UnreadRepository | undefined;
  readonly seen?: SeenRepository | undefined;
  readonly blockers: Known<readonly OtherBlocker[]>;
  /** Those without a GitHub milestone, where nobody can tell which release they hold up. */
  readonly strays: number;
  readonly pulls: Known<readonly OtherPull[]>;
  readonly branchStates: Known<readonly OtherBranch[]>;
  readonly tag: Tag;
  /** Of those that are released before it, those whose tag is missing. */
  readonly before: readonly { readonly name: string; readonly tag: Tag }[];
}

/** One for each repository of the release, in the order of the config. */
export function foundIn(release: Release, input: Input): Found[] {
  const { repositories = [] } = release;
  const { elsewhere } = input.observed;
  const tags = repositories.map((one) => ({
    name: one.name,
    tag: tagIn(seenOf(one.name, input)?.publications, one.tags),
  }));
  const versions = linesOf(release).map(({ version }) => version);
  const own = tagIn(elsewhere.own, versions);
  return repositories.map((one, index) => {
    const before = one.after.map((name) => {
      return tags.find((other) => isSameRepository(other.name, name)) ?? { name, tag: own };
    });
    return { ...one, ...partsOf(one, release, input), tag: tags[index]?.tag ?? 'unknown', before };
  });
}

type Parts = Pick<Found, 'unread' | 'seen' | 'blockers' | 'strays' | 'pulls' | 'branchStates'>;

function partsOf(one: OtherRepository, release: Release, input: Input): Parts {
  const { name, branches } = one;
  const seen = seenOf(name, input);
  if (seen === undefined) {
    const hidden = { known: false, why: 'it was not read' } as const;
    return {
      unread: unreadOf(name, input),
      blockers: hidden,
      strays: 0,
      pulls: hidden,
      branchStates: hidden,
    };
  }
  const shared = runningWith(name, input);
  return {
    seen,
    blockers: mapped(seen.blockers, (all) => all.filter((blocker) => isOf(blocker, release, shared))),
    strays: seen.blockers.known && shared.length > 1 ? seen.blockers.value.filter(isStray).length : 0,
    pulls: mapped(seen.pulls, (all) =>
      all.filter(
        ({ base, milestone }) =>
          isNamed(release, milestone) || (branches.includes(base) && base !== seen.defaultBranch),
      ),
    ),
    branchStates: mapped(seen.branches, (all) => all.filter((branch) => branches.includes(branch.name))),
  };
}

function seenOf(name: string, { observed }: Input): SeenRepository | undefined {
  const found = observed.elsewhere.repositories.find((one) => isSameRepository(one.name, name));
  return found !== undefined && 'url' in found ? found : undefined;
}

function unreadOf(name: string, { observed }: Input): UnreadRepository {
  const found = observed.elsewhere.repositories.find((one) => isSameRepository(one.name, name));
  if (found !== undefined && 'reason' in found) return found;
  return { name, reason: 'unasked', why: 'nobody looked at it' };
}

function mapped<T>(one: Known<T>, change: (value: T) => T): Known<T> {
  return one.known ? { known: true, value: change(one.value) } : one;
}

/** Running releases that the repository takes part in. */
function runningWith(name: string, { releases, now }: Input): Release[] {
  return releases.filter(
    (release) =>
      isRunning(release, now) &&
      release.repositories?.some((other) => isSameRepository(other.name, name)) === true,
  );
}

/** That of its GitHub milestone. Without one it is clear only while one release runs alone. */
function isOf({ milestone }: OtherBlocker, release: Release, shared: readonly Release[]): boolean {
  return milestone === undefined ? shared.length === 1 : isNamed(release, milestone);
}

function isStray({ milestone }: OtherBlocker): boolean {
  return milestone === undefined;
}

/** In a train it may be called like one of the lines. */
function isNamed(release: Release, milestone: string | undefined): boolean {
  if (milestone === undefined) return false;
  const names = [release.version, release.title, ...linesOf(release).map(({ version }) => version)];
  return names.some((name) => sameName(name, milestone));
}

/** A train has its tag once all its lines have. */
function tagIn(publications: Known<readonly Publication[]> | undefined, tags: readonly string[]): Tag {
  if (publications?.known !== true) return 'unknown';
  const found = tags.map((tag) => publications.value.find((one) => one.version === tag));
  if (found.some((one) => one === undefined)) return 'unknown';
  if (found.some((one) => one?.missing === 'tag')) return 'missing';
  return found.some((one) => one?.missing === 'draft') ? 'draft' : 'there';
}
