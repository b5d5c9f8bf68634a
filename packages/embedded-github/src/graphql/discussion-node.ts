// Discussions in GraphQL: of a repository, and each with its comments.
import { demand, may } from '../actor.ts';
import type { Discussion, DiscussionCategory, Repo } from '../model/repo.ts';
import type { Writing } from '../model/writing.ts';
import { connection } from './connection.ts';
import type { Arguments, Context, Node } from './context.ts';
import { unresolved } from './find-node.ts';
import { orderOf } from './issue-arguments.ts';
import { uncovered } from './uncovered.ts';
import { writingNode } from './writing-node.ts';

/** The fields of a repository. */
export function discussionFields(context: Context, repo: Repo): Node {
  return {
    hasDiscussionsEnabled: repo.discussionCategories.length > 0,
    discussionCategories: ({ filterByAssignable, ...args }: Arguments) => {
      demand(context.actor, repo, 'discussions', 'read');
      if (filterByAssignable === true)
        throw uncovered('Repository.discussionCategories(filterByAssignable:)');
      return connection(args, {
        field: 'Repository.discussionCategories',
        items: repo.discussionCategories,
        id: ({ id }) => id,
        node: categoryNode,
      });
    },
    discussions: ({ states, ...args }: Arguments) => {
      demand(context.actor, repo, 'discussions', 'read');
      if (Array.isArray(states) && states.length > 0) throw uncovered('Repository.discussions(states:)');
      const { field, descending } = orderOf(args, 'UPDATED_AT');
      const at = ({ createdAt, updatedAt }: Discussion) => (field === 'CREATED_AT' ? createdAt : updatedAt);
      const sorted = repo.discussions.toSorted((a, b) =>
        at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : a.id - b.id,
      );
      return connection(args, {
        field: 'Repository.discussions',
        items: descending ? sorted.toReversed() : sorted,
        id: ({ id }) => id,
        node: (discussion) => discussionNode(context, discussion),
        handled: ['orderBy'],
      });
    },
  };
}

export function discussionNode(context: Context, discussion: Discussion): Node {
  return {
    ...writingNode(context, discussion, 'Discussion'),
    title: discussion.title,
    url: urlOf(context, discussion),
    category: categoryNode(discussion.category),
    comments: (args: Arguments) =>
      connection(args, {
        field: 'Discussion.comments',
        items: discussion.comments,
        id: ({ id }) => id,
        node: (comment) => discussionCommentNode(context, discussion, comment),
      }),
  };
}

export function discussionCommentNode(context: Context, discussion: Discussion, comment: Writing): Node {
  return {
    ...writingNode(context, comment, 'DiscussionComment'),
    url: `${urlOf(context, discussion)}#discussioncomment-${comment.id}`,
  };
}

export function findDiscussionNode({ world, actor }: Context, id: unknown): Discussion | undefined {
  return [...world.repos.values()]
    .filter((repo) => may(actor, repo, 'discussions', 'read'))
    .flatMap(({ discussions }) => discussions)
    .find(({ nodeId }) => nodeId === id);
}

export function demandDiscussionNode(context: Context, id: unknown): Discussion {
  const discussion = findDiscussionNode(context, id);
  if (discussion === undefined) throw unresolved(id);
  return discussion;
}

function categoryNode({ nodeId: id, name, slug }: DiscussionCategory): Node {
  return { __typename: 'DiscussionCategory', id, name, slug };
}

/** The emulator gives issues their numbers and knows no discussions: these go by their ids. */
function urlOf({ world }: Context, { repo, id }: Discussion): string {
  return `${world.origin}/${repo.fullName}/discussions/${id}`;
}
