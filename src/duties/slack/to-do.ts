// Who does what with a milestone, in one sentence.
import type { Milestone, Release } from '../../domain/release.ts';
import { teamAction } from '../team-action.ts';

/** `All teams: get your fixes picked to release-1.10 by then.` Every milestone has one. */
export function todoSentence(milestone: Milestone, release: Release): string {
  const { id, who } = milestone;
  const action = teamAction(milestone, release, (branch) => branch);
  if (action !== '')
    return `${ownerOf(milestone, release) === undefined ? (who ?? 'All teams') : 'All teams'}: ${action}.`;
  if (id === 'release')
    return `${who ?? 'Release leads'}: publish the release. Everyone else: nothing to do for it.`;
  return `${who ?? 'Everyone'}: have your part done by then.`;
}

/** The role that brings the milestone about, where teams have something else to do with it. */
export function ownerOf({ who }: Milestone, { roles }: Release): string | undefined {
  const role = who?.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return role !== undefined && Object.hasOwn(roles, role) ? who : undefined;
}
