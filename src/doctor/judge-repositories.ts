// Which other repositories of the releases a run can read, what is lost where it can't, and where to fix that.
import type { SeenRepository, UnreadRepository } from '../domain/elsewhere.ts';
import { hiddenParts, wordsOf } from '../duties/report/elsewhere/lacks.ts';
import type { Run } from '../run/reconcile.ts';
import { listWords } from '../text/words.ts';
import { type Checkup, broken, ok, unknown } from './checkup.ts';
import { type Where, installationsPage, pageOf, tokensPage } from './where.ts';

const LOST = 'what blocks the release there is not known, and the release is never green';

/** One for each; none where no release that runs has any. */
export function judgeRepositories(run: Run, where: Where): Checkup[] {
  if (!('observation' in run) || !run.observation.elsewhere.known) return [];
  return run.observation.elsewhere.value.repositories.map((one) => judged(one, where));
}

function judged(one: SeenRepository | UnreadRepository, where: Where): Checkup {
  const subject = `repository ${one.name}`;
  if ('url' in one) return judgedParts(one, subject, where);
  const { why: found, fix } = wordsOf(one);
  if (['limit', 'failed'].includes(one.reason))
    return { ...unknown('Names', subject, found, fix), lost: [LOST] };
  return broken('Names', subject, { found, lost: LOST, fix, link: linkOf(one, where) });
}

function judgedParts(seen: SeenRepository, subject: string, where: Where): Checkup {
  const hidden = hiddenParts(seen).map(({ words }) => words);
  if (hidden.length === 0) return ok('Names', subject, 'it can be read');
  const refused = { name: seen.name, reason: 'refused', why: '' } as const;
  return broken('Names', subject, {
    found: `its ${listWords(hidden)} can't be read`,
    lost: LOST,
    fix: wordsOf(refused).fix,
    link: linkOf(refused, where),
  });
}

/** Where its owner lets the App in, where a token is made, or the config itself. */
function linkOf({ name, reason }: UnreadRepository, where: Where): string {
  const [owner = ''] = name.split('/');
  if (reason === 'private') return tokensPage(where);
  if (reason === 'moved') return pageOf(where);
  return installationsPage({ ...where, owner }, true);
}
