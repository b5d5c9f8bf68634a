// The checks of a commit in GraphQL.
import { demand, may, refusalFor } from '../actor.ts';
import { checksAt, rollup } from '../change/checks-at.ts';
import type { Repo } from '../model/repo.ts';
import { checkRunNode, statusNode } from './check-nodes.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { Refusal } from '../refusal.ts';
import { refName } from './ref-name.ts';

/** Null where nothing was checked. */
export function rollupNode({ world, actor }: Context, repo: Repo, oid: string): Node | null {
  if (!may(actor, repo, 'checks', 'read') && !may(actor, repo, 'statuses', 'read'))
    throw refusalFor(actor, 'Must have admin rights to Repository.');
  const contexts = checksAt(repo, oid);
  const state = rollup(contexts);
  if (state === undefined) return null;
  const required = (name: string): Node => ({
    isRequired: (args: Arguments) => isRequired(repo, Number(args['pullRequestNumber']), name),
  });
  return {
    __typename: 'StatusCheckRollup',
    id: `SCR_${oid}`,
    state,
    contexts: (args: Arguments) =>
      connection(args, {
        field: 'StatusCheckRollup.contexts',
        items: contexts,
        id: ({ kind, id }) => `${kind}${id}`,
        node: (context) => {
          demand(actor, repo, context.kind === 'run' ? 'checks' : 'statuses', 'read');
          return context.kind === 'run'
            ? { ...checkRunNode(world, repo, context.run), ...required(context.run.name) }
            : { ...statusNode(context.status), ...required(context.status.context) };
        },
      }),
  };
}

/** By branch protection or by a ruleset of the branch that the pull request goes to. */
function isRequired(repo: Repo, number: number, name: string): boolean {
  const pull = repo.issues.get(number)?.pull;
  if (pull === null || pull === undefined) throw Refusal.notFound();
  const rule = repo.rules.get(refName(pull, 'base'));
  return rule?.requiredChecks.includes(name) === true;
}
