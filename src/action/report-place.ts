// Which commit and run the files of a workflow run tell of, and whether they tell of a branch at all.
import { BRANCH_EVENTS } from '../domain/branch-events.ts';
import type { TestReport } from '../domain/test-results.ts';

export interface ReportPlace extends Pick<TestReport, 'commit' | 'run' | 'attempt' | 'workflow' | 'url'> {
  readonly branch: string;
}

/**
 * From the variables that every runner sets (docs.github.com, "Default environment variables"); or why the files don't
 * count, one sentence.
 */
export function reportPlace(
  env: Readonly<Record<string, string | undefined>>,
): ReportPlace | { readonly why: string } {
  const event = env['GITHUB_EVENT_NAME'] ?? '';
  if (event.startsWith('pull_request'))
    return { why: 'results of a pull request are not those of its branch.' };
  if (!BRANCH_EVENTS.has(event))
    return { why: `the event ${event} may bring files of another commit than that of its branch.` };
  const [branch, commit, run] = [env['GITHUB_REF_NAME'], env['GITHUB_SHA'], env['GITHUB_RUN_ID']];
  if (env['GITHUB_REF_TYPE'] === 'tag') return { why: 'the run is of a tag, not of a branch.' };
  if (!branch || !commit || !run)
    return { why: 'GITHUB_REF_NAME, GITHUB_SHA or GITHUB_RUN_ID is missing: the runner sets them.' };
  const [server, repository] = [env['GITHUB_SERVER_URL'], env['GITHUB_REPOSITORY']];
  const url = server === undefined ? undefined : `${server}/${repository}/actions/runs/${run}`;
  const attempt = Number(env['GITHUB_RUN_ATTEMPT'] ?? '1') || 1;
  return { branch, commit, run, attempt, workflow: env['GITHUB_WORKFLOW'] || undefined, url };
}
