// The other repositories of a release with their branches filled in, in a train for each line.
import { filledBranch } from '../domain/minor-of.ts';
import { linesOf } from '../domain/release-line.ts';
import type { Release } from '../domain/release.ts';
import type { ReleaseSpec, ScheduleSpec } from '../domain/spec.ts';

/** `spec` is the schedule as it applies to the release. */
export function otherRepositories(
  { repositories = [] }: Pick<ScheduleSpec, 'repositories'>,
  release: Pick<ReleaseSpec, 'version' | 'branch' | 'lines'>,
): Pick<Release, 'repositories'> {
  if (repositories.length === 0) return {};
  return {
    repositories: repositories.map(({ name, branch, tag = '{version}', after }) => ({
      name,
      branches: branch === undefined ? [] : filledAll(branch, release),
      tags: filledAll(tag, release),
      after,
    })),
  };
}

function filledAll(branch: string, release: Parameters<typeof linesOf>[0]): string[] {
  return [...new Set(linesOf(release).map(({ version }) => filledBranch(branch, version)))];
}
