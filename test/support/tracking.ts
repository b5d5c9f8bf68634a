// Looks at what relcomms made in the embedded GitHub.
import type { EmbeddedGitHub, RepoSnapshot } from '../../packages/embedded-github/src/index.ts';

type IssueSnapshot = RepoSnapshot['issues'][number];

export function repository(github: EmbeddedGitHub): RepoSnapshot {
  const [first] = github.state();
  if (first === undefined) throw new Error('the embedded GitHub has no repository');
  return first;
}

export function issue(github: EmbeddedGitHub, number: number): IssueSnapshot {
  const found = repository(github).issues.find((candidate) => candidate.number === number);
  if (found === undefined) throw new Error(`there is no issue ${number}`);
  return found;
}

/** Tracking issues that a bot opened and that are open. */
export function openTrackingIssues(github: EmbeddedGitHub): IssueSnapshot[] {
  return repository(github).issues.filter(
    ({ author, state, body }) =>
      author.endsWith('[bot]') && state === 'open' && body.includes('/tracking-issue -->'),
  );
}

/** Ledger comments of an issue that a bot wrote. */
export function ledgersOf(github: EmbeddedGitHub, number: number): IssueSnapshot['comments'] {
  return issue(github, number).comments.filter(
    ({ author, body }) => author.endsWith('[bot]') && body.includes('/ledger -->'),
  );
}

/** The state without ids and without how often something was edited: what people see. */
export function seen(github: EmbeddedGitHub): unknown {
  const { issues, ...rest } = repository(github);
  return {
    ...rest,
    issues: issues.map(({ comments, ...kept }) => ({
      ...kept,
      edits: undefined,
      comments: comments.map(({ author, body, minimized, pinned }) => ({ author, body, minimized, pinned })),
    })),
  };
}
