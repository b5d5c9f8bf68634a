// Where on GitHub to look: the log of a job that failed, a commit, and what changed between two of them.
import type { OwnIssue } from '../../../domain/observed.ts';
import type { BranchTests } from '../../../domain/test-results.ts';

export interface Places {
  /** Name of the branch. */
  readonly branch: string;
  /** Address of the repository; absent where the tracking issue has none. */
  readonly repository?: string | undefined;
  /** By id of a workflow run: the log of the only job in it that failed. */
  readonly logs: ReadonlyMap<string, string>;
}

export function placesOf(tracking: Pick<OwnIssue, 'url'> | undefined, { branch, jobs }: BranchTests): Places {
  const [, repository] = /^(https:\/\/.+)\/issues\/\d+$/.exec(tracking?.url ?? '') ?? [];
  const failed = jobs.filter(({ result }) => result === 'failed');
  const logs = failed.flatMap(({ run, url }): [string, string][] => {
    const isOnly = failed.filter((other) => other.run === run).length === 1;
    return run !== undefined && url !== undefined && isOnly ? [[run, url]] : [];
  });
  return { branch, repository, logs: new Map(logs) };
}

/** Undefined for what is no hash. */
export function commitUrl({ repository }: Places, commit: string): string | undefined {
  return repository !== undefined && isHash(commit) ? `${repository}/commit/${commit}` : undefined;
}

/** What changed after the first commit, up to the second. */
export function compareUrl({ repository }: Places, good: string, bad: string): string | undefined {
  if (repository === undefined || !isHash(good) || !isHash(bad)) return undefined;
  return `${repository}/compare/${good}...${bad}`;
}

function isHash(text: string): boolean {
  return /^[0-9a-f]{7,64}$/.test(text);
}
