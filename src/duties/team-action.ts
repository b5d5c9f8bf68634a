// What a team does with a milestone: every notice of it to a team says so, on GitHub and elsewhere.
import type { Milestone, Release } from '../domain/release.ts';
import {
  isCandidate,
  isCherryPickDeadline,
  isCodeFreeze,
  isFirstCandidate,
  isFreeze,
} from '../schedule/milestone-kind.ts';

/** Without who and without a full stop; empty where only its title tells. `code` writes the name of a branch. */
export function teamAction(
  milestone: Milestone,
  { version, branch }: Release,
  code: (name: string) => string,
): string {
  if (isFirstCandidate(milestone, version))
    return 'run your manual tests on it once it is out, and report what fails';
  if (isCandidate(milestone, version)) return 'test the fixes in it once it is out, and report what fails';
  if (isCherryPickDeadline(milestone, version))
    return `get your fixes picked to ${branch === undefined ? 'the release branch' : code(branch)} by then`;
  if (isCodeFreeze(milestone, version)) return 'merge your changes for this release by then';
  if (isFreeze(milestone, version) && /\bfeatures?\b/i.test(milestone.title))
    return 'finish your features for this release by then';
  return '';
}
