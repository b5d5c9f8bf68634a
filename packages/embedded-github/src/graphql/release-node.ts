// Releases and tags in GraphQL.
import { headOf } from '../change/compare.ts';
import type { Release } from '../model/ci.ts';
import type { Repo } from '../model/repo.ts';
import { commitAt } from './commit-node.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { orderOf } from './issue-arguments.ts';

/** The newest release of a tag, drafts for nobody; null when there is none. */
export function releaseNode({ world }: Context, repo: Repo, tagName: string): Node | null {
  const release = repo.releases.findLast(({ tag, draft }) => tag === tagName && !draft);
  if (release === undefined) return null;
  return nodeOf(world, repo, release);
}

/** Those that are no drafts; by their making, the newest first where it is asked for. */
export function releases({ world }: Context, repo: Repo, args: Arguments): Node {
  const order = orderOf(args, 'CREATED_AT');
  const shown = repo.releases.filter(({ draft }) => !draft);
  return connection(args, {
    field: 'Repository.releases',
    items: order.descending ? shown.toReversed() : shown,
    id: (release) => release.id,
    node: (release) => nodeOf(world, repo, release),
    handled: ['orderBy'],
  });
}

function nodeOf(world: Context['world'], repo: Repo, release: Release): Node {
  return {
    __typename: 'Release',
    id: `RE_${release.id}`,
    databaseId: release.id,
    name: release.name,
    tagName: release.tag,
    isDraft: release.draft,
    isPrerelease: release.prerelease,
    createdAt: release.createdAt,
    publishedAt: release.createdAt,
    updatedAt: release.createdAt,
    url: `${world.origin}/${repo.fullName}/releases/tag/${encodeURIComponent(release.tag)}`,
  };
}

/** A tag by its full name, `refs/tags/v1.18.0`; null when there is none. */
export async function tagNode(context: Context, repo: Repo, name: string): Promise<Node | null> {
  const tag = name.replace(/^refs\/tags\//, '');
  const oid = await headOf(context.world, repo, tag, 'tags');
  if (oid === undefined) return null;
  return {
    __typename: 'Ref',
    id: `REF_${repo.id}_tags/${tag}`,
    name: tag,
    prefix: 'refs/tags/',
    target: commitAt(context, repo, oid),
    refUpdateRule: null,
    rules: null,
  };
}
