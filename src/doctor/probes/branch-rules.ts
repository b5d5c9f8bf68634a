// Whether GitHub shows the rules of the default branch, which say what a branch takes.
import { isLimit, statusOf, wordsOfRefusal } from '../../github/failure.ts';
import { type Checkup, limited, ok } from '../checkup.ts';
import { mendRight } from '../mend-right.ts';
import type { Place } from './place.ts';

/** `branch`: the default one. Throws where GitHub gives no answer. */
export async function branchRuleCheckups(
  { github, where, grants }: Place,
  branch: string,
): Promise<readonly Checkup[]> {
  const { request, owner, repo } = github;
  const subject = `rules of ${branch}`;
  try {
    const { data } = await request('GET /repos/{owner}/{repo}/rules/branches/{branch}', {
      owner,
      repo,
      branch,
    });
    const found = data.length === 0 ? 'no ruleset has any for it' : `${data.length} of them can be read`;
    return [ok('Answers', subject, found)];
  } catch (error) {
    if (isLimit(error) || ![403, 404].includes(statusOf(error) ?? 0)) throw error;
    return [
      limited('Answers', subject, {
        found: `GitHub does not show them (${wordsOfRefusal(error)})`,
        lost: 'that a branch takes pull requests only shows when a write is refused',
        ...mendRight('metadata', 'read', grants, where),
      }),
    ];
  }
}
