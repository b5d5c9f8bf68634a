// What is watched of a release: its branch, or the branch of each line of a train.
import { linesOf } from '../../domain/release-line.ts';
import type { Release } from '../../domain/release.ts';

/** A release seen by one of its branches; the rest of it, and its tracking issue, are those of the whole. */
export interface Watched extends Release {
  readonly branch: string;
  /** Version of the line; absent where the release is no train. */
  readonly line?: string | undefined;
}

/** One for each branch: of two lines on one branch the first. Empty when there is no branch. */
export function watchedOf(release: Release): Watched[] {
  const lines = linesOf(release).flatMap(({ version, branch }): Watched[] => {
    if (branch === undefined) return [];
    return [{ ...release, branch, line: release.lines === undefined ? undefined : version }];
  });
  return lines.filter(({ branch }, index) => lines.findIndex((one) => one.branch === branch) === index);
}

/** What people call it: `1.17.5` of a train. */
export function nameOf({ version, line }: Pick<Watched, 'version' | 'line'>): string {
  return line ?? version;
}
