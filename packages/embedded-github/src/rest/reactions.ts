// REST: reactions to issues and comments.
import { accountOf, mayOnIssue, refusalFor } from '../actor.ts';
import { accountJson } from '../json/account-json.ts';
import { REACTIONS } from '../json/reactions-json.ts';
import type { Json } from '../model/json-object.ts';
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import type { Reaction, Writing } from '../model/writing.ts';
import { Refusal } from '../refusal.ts';
import { wordField } from './body.ts';
import { type Answer, type Call, type Routes, created, noContent, ok } from './call.ts';
import { findComment, findIssue } from './find.ts';
import { page } from './page.ts';

interface Subject {
  readonly writing: Writing;
  readonly issue: Issue;
}

const ofIssue = (call: Call): Subject => {
  const issue = findIssue(call);
  return { writing: issue, issue };
};

const ofComment = (call: Call): Subject => {
  const comment = findComment(call);
  return { writing: comment, issue: comment.issue };
};

function reactionJson(world: World, reaction: Reaction): Json {
  return {
    id: reaction.id,
    node_id: reaction.nodeId,
    user: accountJson(world, reaction.user),
    content: reaction.content,
    created_at: reaction.at,
  };
}

function list(call: Call, { writing }: Subject): Answer {
  const content = call.query.get('content');
  const shown = writing.reactions.filter((reaction) => content === null || reaction.content === content);
  return page(call, shown, (reaction) => reactionJson(call.world, reaction));
}

/** The same reaction of the same account exists once: the second time answers 200. */
function add(call: Call, { writing, issue }: Subject): Answer {
  const user = accountOf(call.actor);
  if (!mayOnIssue(call.actor, issue, call.actor.grants === undefined ? 'read' : 'write'))
    throw refusalFor(call.actor, 'Must have read access to Repository.');
  const content = wordField(call.body, 'content', REACTIONS, 'Reaction');
  if (content === undefined) throw Refusal.invalid('Reaction', 'content', 'missing_field');
  const held = writing.reactions.find((reaction) => reaction.user === user && reaction.content === content);
  if (held !== undefined) return ok(reactionJson(call.world, held));
  const id = call.world.nextId();
  const reaction: Reaction = { id, nodeId: `REA_${id}`, user, content, at: call.world.now() };
  writing.reactions.push(reaction);
  return created(reactionJson(call.world, reaction));
}

function remove(call: Call, { writing }: Subject): Answer {
  const index = writing.reactions.findIndex((reaction) => reaction.id === Number(call.params['reaction_id']));
  const reaction = writing.reactions[index];
  if (reaction === undefined) throw Refusal.notFound();
  if (reaction.user !== accountOf(call.actor))
    throw refusalFor(call.actor, 'Must have admin rights to Repository.');
  writing.reactions.splice(index, 1);
  return noContent();
}

export const reactionRoutes: Routes = {
  'GET /repos/{owner}/{repo}/issues/{issue_number}/reactions': (call) => list(call, ofIssue(call)),
  'POST /repos/{owner}/{repo}/issues/{issue_number}/reactions': (call) => add(call, ofIssue(call)),
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/reactions/{reaction_id}': (call) =>
    remove(call, ofIssue(call)),
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions': (call) => list(call, ofComment(call)),
  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions': (call) => add(call, ofComment(call)),
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}': (call) =>
    remove(call, ofComment(call)),
};
