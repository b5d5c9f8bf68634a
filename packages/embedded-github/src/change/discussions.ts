// Discussions of a repository and the comments below them.
import { type Actor, accountOf, demand } from '../actor.ts';
import type { Discussion, DiscussionCategory, Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';
import type { Writing } from '../model/writing.ts';
import { Refusal } from '../refusal.ts';
import { checkBody, checkTitle } from './text-limits.ts';
import { writeBody } from './write-body.ts';

export interface DiscussionText {
  readonly title?: string | undefined;
  readonly body?: string | undefined;
}

export function createDiscussion(
  world: World,
  actor: Actor,
  repo: Repo,
  category: DiscussionCategory,
  { title = '', body = '' }: DiscussionText,
): Discussion {
  demandToWrite(actor, repo);
  checkTitle('Discussion', title);
  checkBody('Discussion', body);
  const discussion: Discussion = { ...writing(world, actor, 'D', body), repo, category, title, comments: [] };
  repo.discussions.push(discussion);
  return discussion;
}

/** Only who wrote it, or may write to the repository. */
export function changeDiscussion(
  world: World,
  actor: Actor,
  discussion: Discussion,
  { title, body }: DiscussionText,
): void {
  const isOwn = actor.grants === undefined && discussion.author === accountOf(actor);
  if (!isOwn) demand(actor, discussion.repo, 'discussions', 'write');
  checkTitle('Discussion', title);
  checkBody('Discussion', body);
  discussion.title = title ?? discussion.title;
  if (body !== undefined) writeBody(world, discussion, accountOf(actor), body);
}

export function answerDiscussion(world: World, actor: Actor, discussion: Discussion, body: string): Writing {
  demandToWrite(actor, discussion.repo);
  if (body.trim() === '') throw Refusal.invalid('DiscussionComment', 'body', 'missing_field');
  checkBody('DiscussionComment', body);
  const comment = writing(world, actor, 'DC', body);
  discussion.comments.push(comment);
  return comment;
}

/** A person may write where they can read; an installation needs its permission. */
function demandToWrite(actor: Actor, repo: Repo): void {
  demand(actor, repo, 'discussions', actor.grants === undefined ? 'read' : 'write');
}

function writing(world: World, actor: Actor, type: string, body: string): Writing {
  const id = world.nextId();
  const at = world.now();
  return {
    id,
    nodeId: `${type}_${id}`,
    author: accountOf(actor),
    createdAt: at,
    updatedAt: at,
    body,
    edits: [],
    reactions: [],
  };
}
