// Files and branches in GraphQL.
import { headOf } from '../change/compare.ts';
import type { Json } from '../model/json-object.ts';
import type { BranchRule } from '../model/pull.ts';
import type { Repo } from '../model/repo.ts';
import { blobNode } from './blob-node.ts';
import { contentsAt } from './contents-at.ts';
import { commitAt } from './commit-node.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';

/** A branch by its name, in full or short; null when there is none. */
export async function branchNode(context: Context, repo: Repo, name: string): Promise<Node | null> {
  const { world } = context;
  const branch = name.replace(/^(?:refs\/)?heads\//, '');
  const oid = await headOf(world, repo, branch);
  if (oid === undefined) return null;
  const rule = repo.rules.get(branch);
  return {
    __typename: 'Ref',
    id: `REF_${repo.id}_${branch}`,
    name: branch,
    prefix: 'refs/heads/',
    target: commitAt(context, repo, oid),
    refUpdateRule:
      // A ruleset is no branch protection.
      rule === undefined || rule.isRuleset
        ? null
        : {
            __typename: 'RefUpdateRule',
            pattern: branch,
            requiredApprovingReviewCount: rule.requiredReviews,
            requiredStatusCheckContexts: rule.requiredChecks,
          },
    rules: (args: Arguments) =>
      connection(args, {
        field: 'Ref.rules',
        handled: ['orderBy'],
        items: rulesOf(rule),
        id: (type) => type,
        node: (type) => ({ __typename: 'RepositoryRule', id: `RULE_${repo.id}_${branch}_${type}`, type }),
      }),
  };
}

/** Those of rulesets; branch protection is not among them. */
function rulesOf(rule: BranchRule | undefined): string[] {
  if (rule?.isRuleset !== true) return [];
  return [
    ...(rule.requiredReviews > 0 ? ['PULL_REQUEST'] : []),
    ...(rule.requiredChecks.length > 0 ? ['REQUIRED_STATUS_CHECKS'] : []),
  ];
}

/** What an expression like `HEAD:path` names; null when there is nothing. */
export async function gitObjectNode(context: Context, repo: Repo, expression: string): Promise<Node | null> {
  const { world } = context;
  const colon = expression.indexOf(':');
  const revision = colon < 0 ? expression : expression.slice(0, colon);
  const ref = revision === 'HEAD' ? repo.defaultBranch : revision.replace(/^refs\/heads\//, '');
  if (colon < 0) return commitNode(context, repo, ref);
  const json = await contentsAt(world, repo, ref, expression.slice(colon + 1));
  if (json === undefined) return null;
  if (Array.isArray(json)) return treeNode(context, repo, expression, json as readonly Json[]);
  return blobNode(json as Json);
}

/** A folder, with what is right in it. */
function treeNode(context: Context, repo: Repo, expression: string, listed: readonly Json[]): Node {
  const folder = expression.replace(/\/$/, '');
  const [revision = ''] = folder.split(':');
  return {
    __typename: 'Tree',
    id: `T_${expression}`,
    entries: () =>
      listed.map((entry) => ({
        __typename: 'TreeEntry',
        name: String(entry['name']),
        path: String(entry['path']),
        oid: String(entry['sha']),
        type: entry['type'] === 'dir' ? 'tree' : 'blob',
        object: () => gitObjectNode(context, repo, `${revision}:${String(entry['path'])}`),
      })),
  };
}

/** A commit by branch or id. */
export async function commitNode(context: Context, repo: Repo, ref: string): Promise<Node | null> {
  const { world } = context;
  const path = `/repos/${repo.fullName}/commits/${encodeURIComponent(ref)}`;
  const { json, status } = await world.emulator.send({ method: 'GET', path });
  if (status !== 200) return null;
  return commitAt(context, repo, String((json as Json)['sha']));
}
