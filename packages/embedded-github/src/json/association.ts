// How an author stands to a repository.
import type { Account } from '../model/account.ts';
import type { Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { permissionOf } from '../actor.ts';

export function association(world: World, repo: Repo, author: Account): string {
  if (author.type === 'Bot') return 'NONE';
  if (world.members.has(author.login)) return 'MEMBER';
  const permission = permissionOf(repo, author.login);
  return permission === 'read' || permission === 'none' ? 'NONE' : 'COLLABORATOR';
}
