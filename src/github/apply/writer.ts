// What is done to comments and labels, so that whoever decides it need not know whether they go alone or together.
import type { MinimiseComment } from '../../domain/pull-operation.ts';
import { commentText } from '../../text/comment-text.ts';
import { statusOf } from '../failure.ts';
import { sendOnce } from './send-once.ts';
import type { World } from './world.ts';

export interface NewComment {
  /** Of the issue or the pull request. */
  readonly number: number;
  readonly key: string;
  /** Without the marker. */
  readonly body: string;
}

export interface NewWords {
  readonly commentId: number;
  readonly key: string;
  /** Without the marker. */
  readonly body: string;
}

export interface LabelChange {
  /** Of the issue or the pull request. */
  readonly number: number;
  readonly label: string;
}

export interface Writer {
  /** Makes a comment with this key unless there is one; whether the comment that stays is ours. */
  readonly make: (comment: NewComment) => Promise<boolean>;
  /** The same, in one comment with what else this run says there: people get one email for all of it. */
  readonly share: (comment: NewComment) => Promise<boolean>;
  /** The same, in one comment with the other answers of this run. */
  readonly answer: (comment: NewComment) => Promise<boolean>;
  readonly edit: (words: NewWords) => Promise<void>;
  readonly fold: (comment: Pick<MinimiseComment, 'nodeId' | 'reason'>) => Promise<void>;
  readonly putOn: (change: { readonly number: number; readonly labels: readonly string[] }) => Promise<void>;
  /** Whether it was there; where they go together, GitHub does not say. */
  readonly takeOff: (change: LabelChange) => Promise<boolean>;
}

/** Of any comment, by its node id; GitHub can do that by GraphQL only. */
export const MINIMISE = `mutation RelcommsMinimise($id: ID!, $classifier: ReportedContentClassifiers!) {
  minimizeComment(input: { subjectId: $id, classifier: $classifier }) { minimizedComment { isMinimized } }
}`;

export const CLASSIFIERS = { outdated: 'OUTDATED', resolved: 'RESOLVED' } as const;

/** A request for each. */
export function eachAlone(world: World): Writer {
  const { owner, repo, request, graphql } = world.github;
  return {
    make: ({ number, key, body }) => sendOnce(world, number, key, body),
    share: ({ number, key, body }) => sendOnce(world, number, key, body),
    answer: ({ number, key, body }) => sendOnce(world, number, key, body),
    edit: async ({ commentId, key, body }) => {
      await request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        owner,
        repo,
        comment_id: commentId,
        body: commentText(key, body),
      });
    },
    fold: async ({ nodeId, reason }) => {
      await graphql(MINIMISE, { id: nodeId, classifier: CLASSIFIERS[reason] });
    },
    putOn: async ({ number, labels }) => {
      await request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
        owner,
        repo,
        issue_number: number,
        labels: [...labels],
      });
    },
    takeOff: async ({ number, label }) => {
      try {
        await request('DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}', {
          owner,
          repo,
          issue_number: number,
          name: label,
        });
        return true;
      } catch (error) {
        if (statusOf(error) === 404) return false;
        throw error;
      }
    },
  };
}
