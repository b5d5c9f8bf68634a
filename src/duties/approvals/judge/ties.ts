// By what of it a pull request may belong to a release, as far as a list of all of them tells.
import type { Questions } from '../../../domain/questions.ts';
import type { Release } from '../../../domain/release.ts';
import type { ApprovalsConfig } from '../config.ts';
import { PICK_HEAD_WORDS } from '../../../picks/pick-sources.ts';
import { milestoneNames } from '../../../picks/running.ts';

type Ties = NonNullable<Questions['pulls']>['ties'];

/** Whatever `relationOf` gives to one of these releases has one of the ties, or goes to the branch of one. */
export function tiesOf(running: readonly Release[], config: ApprovalsConfig): Ties {
  return {
    milestones: running.flatMap(milestoneNames),
    labels: [...config.labels, ...config.cherryPickLabels],
    titles: config.cherryPickTitles,
    heads: PICK_HEAD_WORDS,
    paths: config.paths.map(startOf),
  };
}

/** What every path begins with that the pattern takes: nothing where it is not tied to the root. */
function startOf(pattern: string): string {
  const plain = pattern.replace(/^\//, '');
  const isRooted = pattern.startsWith('/') || plain.replace(/\/$/, '').includes('/');
  return isRooted ? (/^[^*?\\]*/.exec(plain)?.[0] ?? '').replace(/\/$/, '') : '';
}
