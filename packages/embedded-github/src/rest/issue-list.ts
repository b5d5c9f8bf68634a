// Which issues a list shows, and in which order.
import type { Issue, Repo } from '../model/repo.ts';
import type { World } from '../model/world.ts';

export interface IssueFilter {
  readonly states?: readonly ('open' | 'closed')[] | undefined;
  readonly labels?: readonly string[] | undefined;
  readonly creator?: string | undefined;
  /** A login; `*` for anyone, `none` for nobody. */
  readonly assignee?: string | undefined;
  /** A number; `*` for any, `none` for none. */
  readonly milestone?: string | undefined;
  readonly mentioned?: string | undefined;
  readonly since?: string | undefined;
}

export type IssueOrder = 'created' | 'updated' | 'comments';

export function filterIssues({ replica }: World, repo: Repo, filter: IssueFilter): Issue[] {
  return [...repo.issues.values()].filter((issue) => replica.shows(issue) && passes(issue, filter));
}

/** Sorts by the field, newest number last among equals. */
export function sortIssues(issues: readonly Issue[], by: IssueOrder, descending: boolean): Issue[] {
  const compare = (a: Issue, b: Issue): number => {
    if (by === 'comments') return a.comments.length - b.comments.length || a.number - b.number;
    const [left, right] = by === 'created' ? [a.createdAt, b.createdAt] : [a.updatedAt, b.updatedAt];
    return left < right ? -1 : left > right ? 1 : a.number - b.number;
  };
  return issues.toSorted(descending ? (a, b) => compare(b, a) : compare);
}

function passes(issue: Issue, filter: IssueFilter): boolean {
  return (
    (filter.states === undefined || filter.states.includes(issue.state)) &&
    (filter.labels ?? []).every((name) => hasLabel(issue, name)) &&
    (filter.creator === undefined || same(issue.author.login, filter.creator)) &&
    matches(
      filter.assignee,
      issue.assignees.map((account) => account.login),
    ) &&
    matches(filter.milestone, issue.milestone === null ? [] : [String(issue.milestone.number)]) &&
    (filter.mentioned === undefined || mentions(issue, filter.mentioned)) &&
    (filter.since === undefined || Date.parse(issue.updatedAt) >= Date.parse(filter.since))
  );
}

export function hasLabel(issue: Issue, name: string): boolean {
  return issue.labels.some((label) => same(label.name, name));
}

function matches(wanted: string | undefined, held: readonly string[]): boolean {
  if (wanted === undefined) return true;
  if (wanted === '*') return held.length > 0;
  if (wanted === 'none') return held.length === 0;
  return held.some((value) => same(value, wanted));
}

function mentions(issue: Issue, login: string): boolean {
  const texts = [issue.body ?? '', ...issue.comments.map((comment) => comment.body ?? '')];
  return texts.some((text) => text.toLowerCase().includes(`@${login.toLowerCase()}`));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
