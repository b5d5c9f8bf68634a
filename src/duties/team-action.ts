// What a team does with a milestone: every notice of it to a team says so, on GitHub and elsewhere.
import { branchesOf } from '../domain/release-line.ts';
import type { Milestone, Release } from '../domain/release.ts';
import {
  isCandidate,
  isCherryPickDeadline,
  isCodeFreeze,
  isFirstCandidate,
  isFreeze,
} from '../schedule/milestone-kind.ts';
import { listWords } from '../text/words.ts';

/** Without who and without a full stop; empty where only its title tells. `code` writes the name of a branch. */
export function teamAction(milestone: Milestone, release: Release, code: (name: string) => string): string {
  const { version } = release;
  if (isFirstCandidate(milestone, version))
    return 'run your manual tests on it once it is out, and report what fails';
  if (isCandidate(milestone, version)) return 'test the fixes in it once it is out, and report what fails';
  if (isCherryPickDeadline(milestone, version))
    return `get your fixes picked to ${branchWords(release, code)} by then`;
  if (isCodeFreeze(milestone, version)) return 'merge your changes for this release by then';
  if (isFreeze(milestone, version) && /\bfeatures?\b/i.test(milestone.title))
    return 'finish your features for this release by then';
  return '';
}

function branchWords(release: Release, code: (name: string) => string): string {
  const branches = branchesOf(release);
  return branches.length === 0 ? 'the release branch' : listWords(branches.map(code));
}
