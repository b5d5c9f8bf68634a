// Which release a pull request belongs to, if any, and how that is known.
import { dayAt } from '../../../domain/day.ts';
import type { Pull } from '../../../domain/pull.ts';
import { branchesOf } from '../../../domain/release-line.ts';
import type { Release } from '../../../domain/release.ts';
import { globMatches, parseGlob } from '../../../owners/glob.ts';
import { type CherryPick, cherryPickOf } from '../../../picks/cherry-pick.ts';
import { isNamed, isVersionBranch, runningReleases } from '../../../picks/running.ts';
import type { ApprovalsInput } from '../input.ts';
import { includesName } from '../../../people/names.ts';
import type { Reason } from './reason.ts';
import { reasons } from './render-reasons.ts';

export interface Relation {
  /** Absent: it belongs to no release. */
  readonly release?: Release | undefined;
  readonly picked?: CherryPick | undefined;
  /** Why it may belong to the release all the same; absent: that is decided. */
  readonly unsure?: string | undefined;
  readonly reasons: readonly Reason[];
}

/**
 * The GitHub milestone says it first, then the base branch. What only label, path or cherry-pick tie to a release
 * belongs to the next one, unless it goes to the branch of some other version. That it picks a fix has to be said by
 * label, title or branch for that: of a thousand pull requests not every body is read.
 */
export function relationOf(pull: Pull, input: ApprovalsInput): Relation {
  const running = runningReleases(input);
  const picked = cherryPickOf(pull, input.config, input.observed.fixes.repository);
  const named = running.find((release) => isNamed(release, pull.milestone));
  const based = running.find((release) => branchesOf(release).includes(pull.base));
  const ways = [...ownWays(pull, input), ...(picked?.isPlain === true ? [reasons.picked(picked.sign)] : [])];
  const found = [
    ...(named === undefined ? [] : [reasons.ofMilestone(named.title)]),
    ...(based === undefined ? [] : [reasons.ofBase(pull.base, based.title)]),
    ...ways,
    ...(picked?.isPlain === false ? [reasons.picked(picked.sign)] : []),
  ];
  const certain = named ?? based;
  if (certain !== undefined) return { release: certain, picked, reasons: found };
  if (ways.length === 0)
    return mayBelong(pull, running, input) ?? { reasons: [reasons.unrelated(pull.base)] };
  if (isVersionBranch(pull.base)) return { reasons: [...ways, reasons.otherVersion(pull.base)] };
  const next = running.find((release) => dayAt(input.now, release.timezone) <= release.release);
  if (next === undefined) return { reasons: [...ways, reasons.noNextRelease()] };
  return { release: next, picked, reasons: [...ways, reasons.nextRelease(next.title)] };
}

/** No match in a part of the files says nothing of the others; where paths decide nothing, nor do they. */
function mayBelong(pull: Pull, [next]: readonly Release[], { config }: ApprovalsInput): Relation | undefined {
  const decides = config.paths.length > 0 && !pull.filesComplete;
  if (next === undefined || !decides || isVersionBranch(pull.base)) return undefined;
  const unsure = 'GitHub does not list all of its files, and one of the others may tie it to a release';
  return { release: next, unsure, reasons: [reasons.filesHidden(pull.files.length)] };
}

function ownWays(pull: Pull, { config }: ApprovalsInput): Reason[] {
  const label = pull.labels.find((name) => includesName(config.labels, name));
  const globs = config.paths.map((pattern) => ({ pattern, glob: parseGlob(pattern) }));
  const path = globs.find(({ glob }) => pull.files.some((file) => globMatches(glob, file.split('/'))));
  return [
    ...(label === undefined ? [] : [reasons.ofLabel(label)]),
    ...(path === undefined ? [] : [reasons.ofPath(path.pattern)]),
  ];
}
