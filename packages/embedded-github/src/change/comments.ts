// Comments on issues and pull requests.
import { type Actor, accountOf, mayOnIssue, refusalFor } from '../actor.ts';
import { announce } from '../announce.ts';
import { commentJson } from '../json/comment-json.ts';
import { commentedIssue } from '../json/hook-json.ts';
import { issueJson } from '../json/issue-json.ts';
import type { Account } from '../model/account.ts';
import type { Json } from '../model/json-object.ts';
import type { Comment, Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import { Refusal } from '../refusal.ts';
import { checkBody } from './text-limits.ts';
import { writeBody } from './write-body.ts';

export function createComment(world: World, actor: Actor, issue: Issue, body: string): Comment {
  const author = accountOf(actor);
  // A person may comment where they can read; an installation needs its permission.
  const level = actor.grants === undefined ? 'read' : 'write';
  if (!mayOnIssue(actor, issue, level)) throw refusalFor(actor, 'Must have read access to Repository.');
  if (issue.locked && !mayOnIssue(actor, issue, 'write'))
    throw Refusal.forbidden('Unable to create comment because issue is locked.');
  checkCommentBody(body);
  const id = world.nextId();
  const at = world.now();
  const comment: Comment = {
    id,
    nodeId: `IC_${id}`,
    issue,
    author,
    createdAt: at,
    updatedAt: at,
    body,
    edits: [],
    reactions: [],
    minimized: null,
    pinned: null,
  };
  issue.comments.push(comment);
  issue.repo.comments.set(id, comment);
  issue.updatedAt = at;
  commentEvent(world, author, comment, 'created');
  return comment;
}

export function changeComment(world: World, actor: Actor, comment: Comment, body: string): void {
  demandOnComment(actor, comment);
  checkCommentBody(body);
  const former = writeBody(world, comment, accountOf(actor), body);
  if (former === undefined) return;
  commentEvent(world, accountOf(actor), comment, 'edited', { changes: { body: { from: former } } });
}

export function deleteComment(world: World, actor: Actor, comment: Comment): void {
  demandOnComment(actor, comment);
  const { issue } = comment;
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  issue.repo.comments.delete(comment.id);
  issue.updatedAt = world.now();
  commentEvent(world, accountOf(actor), comment, 'deleted');
}

/** Throws unless the actor wrote the comment or may write to the repository. */
export function demandOnComment(actor: Actor, comment: Comment): void {
  const own = actor.grants === undefined && comment.author === accountOf(actor);
  if (!own && !mayOnIssue(actor, comment.issue, 'write'))
    throw refusalFor(actor, 'Must have admin rights to Repository.');
}

function commentEvent(
  world: World,
  sender: Account,
  comment: Comment,
  action: string,
  extra: Json = {},
): void {
  announce(world, comment.issue.repo, sender, 'issue_comment', {
    action,
    ...extra,
    issue: commentedIssue(issueJson(world, comment.issue)),
    comment: commentJson(world, comment),
  });
}

function checkCommentBody(body: string): void {
  if (body.trim() === '') throw Refusal.invalid('IssueComment', 'body', 'missing_field');
  checkBody('IssueComment', body);
}
