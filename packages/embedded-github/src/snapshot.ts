// The whole state as plain data, for assertions.
import type { Comment, Discussion, Issue } from './model/repo.ts';
import type { World } from './model/world.ts';

export interface CommentSnapshot {
  readonly id: number;
  readonly author: string;
  readonly body: string;
  readonly minimized: string | null;
  readonly pinned: boolean;
  readonly edits: number;
  readonly reactions: readonly string[];
}

export interface IssueSnapshot {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly state: 'open' | 'closed';
  readonly stateReason: string | null;
  readonly pull: boolean;
  readonly locked: boolean;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly milestone: string | null;
  readonly parent: number | null;
  readonly subIssues: readonly number[];
  /** By the name of the organisation's field. */
  readonly fields: Readonly<Record<string, string | number>>;
  /** Edits of the body, without its creation. */
  readonly edits: number;
  readonly comments: readonly CommentSnapshot[];
}

export interface DiscussionSnapshot {
  readonly category: string;
  readonly title: string;
  readonly body: string;
  readonly author: string;
  readonly edits: number;
  readonly comments: readonly { readonly author: string; readonly body: string }[];
}

export interface RepoSnapshot {
  readonly fullName: string;
  readonly issues: readonly IssueSnapshot[];
  readonly labels: readonly { name: string; color: string; description: string | null }[];
  readonly milestones: readonly { number: number; title: string; dueOn: string | null; state: string }[];
  readonly pinned: readonly number[];
  /** Oldest first. */
  readonly discussions: readonly DiscussionSnapshot[];
}

/** One entry for each repository, the seed's own first; nothing that only the clock decides. */
export function snapshot(world: World): RepoSnapshot[] {
  return [...world.repos.values()].map((repo) => ({
    fullName: repo.fullName,
    issues: [...repo.issues.values()].toSorted((a, b) => a.number - b.number).map(issueSnapshot),
    labels: repo.labels.map(({ name, color, description }) => ({ name, color, description })),
    milestones: [...repo.milestones.values()].map(({ number, title, dueOn, state }) => ({
      number,
      title,
      dueOn,
      state,
    })),
    pinned: repo.pinned.map((pin) => pin.issue.number),
    discussions: repo.discussions.map(discussionSnapshot),
  }));
}

function issueSnapshot(issue: Issue): IssueSnapshot {
  return {
    number: issue.number,
    title: issue.title,
    body: issue.body ?? '',
    author: issue.author.login,
    state: issue.state,
    stateReason: issue.stateReason,
    pull: issue.pull !== null,
    locked: issue.locked,
    labels: issue.labels.map((label) => label.name),
    assignees: issue.assignees.map((account) => account.login),
    milestone: issue.milestone?.title ?? null,
    parent: issue.parent?.number ?? null,
    subIssues: issue.subIssues.map((sub) => sub.number),
    fields: Object.fromEntries([...issue.fieldValues].map(([field, value]) => [field.name, value])),
    edits: Math.max(0, issue.edits.length - 1),
    comments: issue.comments.map(commentSnapshot),
  };
}

function commentSnapshot(comment: Comment): CommentSnapshot {
  return {
    id: comment.id,
    author: comment.author.login,
    body: comment.body ?? '',
    minimized: comment.minimized,
    pinned: comment.pinned !== null,
    edits: Math.max(0, comment.edits.length - 1),
    reactions: comment.reactions.map((reaction) => `${reaction.user.login} ${reaction.content}`),
  };
}

function discussionSnapshot(discussion: Discussion): DiscussionSnapshot {
  return {
    category: discussion.category.name,
    title: discussion.title,
    body: discussion.body ?? '',
    author: discussion.author.login,
    edits: Math.max(0, discussion.edits.length - 1),
    comments: discussion.comments.map(({ author, body }) => ({ author: author.login, body: body ?? '' })),
  };
}
