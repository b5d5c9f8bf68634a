// Asks what people may do who gave commands.
import type { HeardComment } from '../../../domain/hearing.ts';
import type { Memberships } from '../../../domain/command-comment.ts';
import type { Permission } from '../../../domain/command-comment.ts';
import type { GitHub } from '../../client.ts';
import { isRefusal, statusOf } from '../../failure.ts';
import { isStranger } from './in-turn.ts';
import { membershipsOf } from './memberships.ts';

const PERMISSIONS: readonly Permission[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

/** What a person may do. */
export interface Rights {
  readonly permission: Permission;
  readonly teams: Memberships;
}

export type RightsReader = (author: string) => Promise<Rights>;

/** Asks for each person once in a look. */
export function rightsReader(github: GitHub, teams: readonly string[]): RightsReader {
  const known = new Map<string, Rights>();
  return async (author) => {
    const rights = known.get(author) ?? (await rightsOf(github, author, teams));
    known.set(author, rights);
    return rights;
  };
}

/** Who looks like a stranger and may read the repository at most is one; where GitHub does not say, nobody is. */
export function strangerWith(
  comment: Pick<HeardComment, 'author' | 'association'>,
  named: ReadonlySet<string>,
  { permission, teams }: Rights,
): { readonly stranger?: true } {
  const mayRead = permission === 'none' || permission === 'read';
  return mayRead && teams.member.length === 0 && isStranger(comment, named) ? { stranger: true } : {};
}

/** Teams are asked about only where they can decide: not for who may do everything, nor for who may not even read. */
async function rightsOf(github: GitHub, author: string, teams: readonly string[]): Promise<Rights> {
  const permission = await permissionOf(github, author);
  const decide = permission === 'read' || permission === 'triage' || permission === 'write';
  return { permission, teams: await membershipsOf(github, author, decide ? teams : []) };
}

/** A refusal is `unknown`, which nobody takes for a right. Throws where GitHub gave no answer: the next run hears the command. */
export async function permissionOf({ request, owner, repo }: GitHub, username: string): Promise<Permission> {
  try {
    const { data } = await request('GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
      owner,
      repo,
      username,
    });
    return (
      PERMISSIONS.find((name) => name === data.role_name) ??
      PERMISSIONS.find((name) => name === data.permission) ??
      'none'
    );
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return statusOf(error) === 404 ? 'none' : 'unknown';
  }
}
