// Who does what with a milestone, in one sentence.
import type { Milestone, Release } from '../../domain/release.ts';
import { teamAction } from '../team-action.ts';

/** Words of a `who` that means many people, and not whoever brings a milestone about. */
const MANY = /\b(?:all|any|every\w*|teams?|sigs?|groups?|contributors?|developers?|authors?)\b/i;

/** `All teams: get your fixes picked to release-1.10 by then.` Every milestone has one. */
export function todoSentence(milestone: Milestone, release: Release): string {
  const { id, who } = milestone;
  const action = teamAction(milestone, release, (branch) => branch);
  if (action !== '')
    return `${who === undefined || ownerOf(milestone, release) === who ? 'All teams' : who}: ${action}.`;
  if (id === 'release')
    return `${who ?? 'Release leads'}: publish the release. Everyone else: nothing to do for it.`;
  return `${who ?? 'Everyone'}: have your part done by then.`;
}

/** Who brings the milestone about, where teams have something else to do with it. */
export function ownerOf(milestone: Milestone, release: Release): string | undefined {
  const { who } = milestone;
  const hasAction = teamAction(milestone, release, (branch) => branch) !== '';
  return who !== undefined && hasAction && !MANY.test(who) ? who : undefined;
}
