// An issue as it is before anything happens to it.
import type { Account } from '../model/account.ts';
import type { PullFacts } from '../model/pull.ts';
import type { Issue, Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';

export interface NewIssue {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly pull: PullFacts | null;
  /** Default: now. */
  readonly createdAt?: string | undefined;
}

export function newIssue(world: World, repo: Repo, author: Account, from: NewIssue): Issue {
  const at = from.createdAt ?? world.now();
  const issue: Issue = {
    id: from.id,
    nodeId: `${from.pull === null ? 'I' : 'PR'}_${from.id}`,
    number: from.number,
    repo,
    author,
    createdAt: at,
    updatedAt: at,
    title: from.title,
    body: from.body,
    pull: from.pull,
    state: 'open',
    stateReason: null,
    closedAt: null,
    closedBy: null,
    stateChanges: [],
    labelings: [],
    locked: false,
    lockReason: null,
    milestone: null,
    labels: [],
    assignees: [],
    comments: [],
    subIssues: [],
    parent: null,
    blockedBy: [],
    fieldValues: new Map(),
    edits: [],
    reactions: [],
  };
  repo.issues.set(issue.number, issue);
  return issue;
}
