// Whether GitHub shows what a task issue is blocked by: older servers have no issue dependencies.
import { isRefusal, wordsOfRefusal } from '../../github/failure.ts';
import { type Checkup, limited, ok } from '../checkup.ts';
import type { Place } from './place.ts';

const ROW = 'issue dependencies';

/** Asked of any issue that is there, and only where a task comes after another. */
export async function dependencyCheckups({ github, where, prepared }: Place): Promise<readonly Checkup[]> {
  const isUsed = prepared.releases.some(({ tasks }) => tasks.some(({ after = [] }) => after.length > 0));
  if (!isUsed || prepared.config.sections['tracking-issue'] === undefined) return [];
  const { owner, repo, request } = github;
  const { data } = await request('GET /repos/{owner}/{repo}/issues', {
    owner,
    repo,
    state: 'all',
    per_page: 1,
  });
  const [issue] = data;
  if (issue === undefined) return [];
  try {
    const path = 'GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by';
    await request(path, { owner, repo, issue_number: issue.number, per_page: 1 });
    return [ok('Answers', ROW, 'GitHub has them')];
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return [
      limited('Answers', ROW, {
        found: `not available here (${wordsOfRefusal(error)})`,
        lost: 'only the texts of task issues say what comes first; GitHub does not mark them as blocked',
        fix: 'Leave it so. GitHub Enterprise Server has them in newer versions.',
        link: `${where.site}/${owner}/${repo}/issues`,
      }),
    ];
  }
}
