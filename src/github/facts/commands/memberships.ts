// Asks which of the teams that hold roles a person is in.
import type { Memberships } from '../../../domain/command-comment.ts';
import type { GitHub } from '../../client.ts';
import { isRefusal, statusOf } from '../../failure.ts';

/** Most teams that are asked about; the others stay unknown. */
const MOST = 10;

/**
 * `teams` as `acme/api`. GitHub answers 404 for who is not in the team, and refuses who may not read members: an App
 * needs `members: read`, the token of a workflow can't have it. An invitation that waits is no membership. Throws where GitHub gave no
 * answer: the next run hears the command.
 */
export async function membershipsOf(
  { request }: GitHub,
  username: string,
  teams: readonly string[],
): Promise<Memberships> {
  const member: string[] = [];
  const unknown: string[] = teams.slice(MOST);
  for (const team of teams.slice(0, MOST)) {
    const [org = '', team_slug = ''] = team.split('/');
    try {
      // oxlint-disable-next-line no-await-in-loop -- few teams hold roles
      const { data } = await request('GET /orgs/{org}/teams/{team_slug}/memberships/{username}', {
        org,
        team_slug,
        username,
      });
      if (data.state === 'active') member.push(team);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (statusOf(error) !== 404) unknown.push(team);
    }
  }
  return { member, unknown };
}
