// Mutations of discussions.
import { may } from '../actor.ts';
import { answerDiscussion, changeDiscussion, createDiscussion } from '../change/discussions.ts';
import type { Arguments, Context, Node } from './context.ts';
import { demandDiscussionNode, discussionCommentNode, discussionNode } from './discussion-node.ts';
import { unresolved } from './find-node.ts';
import { textOf } from './text-of.ts';
import { onlyArguments } from './uncovered.ts';

type Mutation = (context: Context, input: Arguments) => Node;

function create(context: Context, input: Arguments): Node {
  const { world, actor } = context;
  const repo = [...world.repos.values()].find(({ nodeId }) => nodeId === input['repositoryId']);
  if (repo === undefined || !may(actor, repo, 'metadata', 'read')) throw unresolved(input['repositoryId']);
  const category = repo.discussionCategories.find(({ nodeId }) => nodeId === input['categoryId']);
  if (category === undefined) throw unresolved(input['categoryId']);
  const text = { title: textOf(input['title']), body: textOf(input['body']) };
  return { discussion: discussionNode(context, createDiscussion(world, actor, repo, category, text)) };
}

function update(context: Context, input: Arguments): Node {
  const known = ['discussionId', 'title', 'body', 'clientMutationId'];
  onlyArguments('UpdateDiscussionInput', input, known);
  const discussion = demandDiscussionNode(context, input['discussionId']);
  const text = { title: textOf(input['title']), body: textOf(input['body']) };
  changeDiscussion(context.world, context.actor, discussion, text);
  return { discussion: discussionNode(context, discussion) };
}

function answer(context: Context, input: Arguments): Node {
  onlyArguments('AddDiscussionCommentInput', input, ['discussionId', 'body', 'clientMutationId']);
  const discussion = demandDiscussionNode(context, input['discussionId']);
  const comment = answerDiscussion(context.world, context.actor, discussion, textOf(input['body']) ?? '');
  return { comment: discussionCommentNode(context, discussion, comment) };
}

export const DISCUSSION_MUTATIONS: Readonly<Record<string, Mutation>> = {
  createDiscussion: create,
  updateDiscussion: update,
  addDiscussionComment: answer,
};
