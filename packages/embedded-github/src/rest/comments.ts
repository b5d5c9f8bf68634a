// REST: comments on issues and pull requests, and their pin.
import { accountOf, demandOnIssue } from '../actor.ts';
import { changeComment, createComment, deleteComment } from '../change/comments.ts';
import { commentHtml } from '../json/comment-html.ts';
import { commentJson } from '../json/comment-json.ts';
import { requiredText } from './body.ts';
import { type Answer, type Call, type Routes, created, noContent, ok } from './call.ts';
import { findComment, findIssue, findRepo } from './find.ts';
import { page } from './page.ts';

function list(call: Call): Answer {
  const since = call.query.get('since');
  const comments = findIssue(call).comments.filter((comment) => since === null || comment.updatedAt >= since);
  return page(call, comments, (comment) => commentJson(call.world, comment));
}

function listAll(call: Call): Answer {
  const since = call.query.get('since');
  const comments = [...findRepo(call).comments.values()];
  const recent = comments.filter((comment) => since === null || comment.updatedAt >= since);
  return page(call, recent, (comment) => commentJson(call.world, comment));
}

function create(call: Call): Answer {
  const issue = findIssue(call);
  const comment = createComment(
    call.world,
    call.actor,
    issue,
    requiredText(call.body, 'body', 'IssueComment'),
  );
  const json = commentJson(call.world, comment);
  return { ...created(json), headers: { location: String(json['url']) } };
}

/** As text, or as the page shows it. */
function read(call: Call): Answer {
  const comment = findComment(call);
  const { body, ...json } = commentJson(call.world, comment);
  const isHtml = call.accept?.includes('application/vnd.github.html+json') === true;
  return ok(isHtml ? { ...json, body_html: commentHtml(call.world, comment) } : { ...json, body });
}

function update(call: Call): Answer {
  const comment = findComment(call);
  changeComment(call.world, call.actor, comment, requiredText(call.body, 'body', 'IssueComment'));
  return ok(commentJson(call.world, comment));
}

function remove(call: Call): Answer {
  deleteComment(call.world, call.actor, findComment(call));
  return noContent();
}

/** An issue has one pinned comment: pinning another takes its place. */
function pin(call: Call): Answer {
  const comment = findComment(call);
  demandOnIssue(call.actor, comment.issue, 'write');
  for (const other of comment.issue.comments) other.pinned = null;
  comment.pinned = { at: call.world.now(), by: accountOf(call.actor) };
  return ok(commentJson(call.world, comment));
}

function unpin(call: Call): Answer {
  const comment = findComment(call);
  demandOnIssue(call.actor, comment.issue, 'write');
  comment.pinned = null;
  return noContent();
}

export const commentRoutes: Routes = {
  'GET /repos/{owner}/{repo}/issues/comments': listAll,
  'GET /repos/{owner}/{repo}/issues/{issue_number}/comments': list,
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments': create,
  'GET /repos/{owner}/{repo}/issues/comments/{comment_id}': read,
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}': update,
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}': remove,
  'PUT /repos/{owner}/{repo}/issues/comments/{comment_id}/pin': pin,
  'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/pin': unpin,
};
