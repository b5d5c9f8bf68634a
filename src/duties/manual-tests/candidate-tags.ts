// The names that the tag of a candidate may have: as the config says, or as most projects write them.
import type { Milestone, Release } from '../../domain/release.ts';
import { tagsOf } from '../../domain/tags-of.ts';
import { isCandidate } from '../../schedule/milestone-kind.ts';
import { prereleaseOf } from '../../schedule/prerelease.ts';

/** Each with and without a `v`, as for releases. What is filled in are a version and an id. */
export function candidateTags(
  milestone: Milestone,
  { version }: Pick<Release, 'version'>,
  tag: string | undefined,
): string[] {
  if (tag !== undefined)
    return tagsOf(tag.replaceAll('{version}', version).replaceAll('{candidate}', milestone.id));
  if (!isCandidate(milestone, version))
    return tagsOf(milestone.id === 'release' ? version : `${version}-${milestone.id}`);
  const found = prereleaseOf(milestone, version);
  if (found === undefined) return tagsOf(`${version}-${milestone.id}`);
  const { stage, number } = found;
  return [`${stage}.${number}`, `${stage}${number}`].flatMap((end) => tagsOf(`${version}-${end}`));
}
