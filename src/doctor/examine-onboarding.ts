// Where there is no config: what becomes of the pull request with a first one, and why there is none.
import type { Instant } from '../domain/day.ts';
import type { Start } from '../github/config/read-config.ts';
import { listReached } from '../github/onboarding/list-reached.ts';
import { openedLately } from '../github/onboarding/opened-lately.ts';
import { MOST_A_DAY, lacking } from '../onboard/limits.ts';
import { notes } from '../onboard/notes.ts';
import { type OnboardScope, type Onboarded, onboard } from '../run/onboard.ts';
import { type Checkup, broken } from './checkup.ts';
import type { Grants } from './rights.ts';
import { type Where, pageOf } from './where.ts';

interface Asked extends Pick<OnboardScope, 'github' | 'now' | 'path' | 'judge'> {
  readonly asking: Where;
  /** Of the installation; absent: it is no App that looks. */
  readonly grants?: Extract<Grants, { kind: 'app' }>;
}

/** Milliseconds. */
const DAY = 24 * 3_600_000;

/** It plans as the App would, and writes nothing. Throws where GitHub can't be read. */
export async function examineOnboarding(asked: Asked, start: Start): Promise<Checkup> {
  const { github, now, path, judge, grants, asking } = asked;
  const scope = { github, now, path, judge, lacks: lacking(grants?.granted) };
  const planned = await onboard(scope, start, 'plan');
  const isOnItsWay = planned.kind === 'planned' && grants !== undefined;
  const made = (isOnItsWay ? await whyNotToday(asked) : undefined) ?? planned;
  return judgeOnboarding(made, path, { ...asking, isApp: grants !== undefined });
}

/** What holds for the whole installation. */
async function whyNotToday({ github, now }: Asked): Promise<Onboarded | undefined> {
  const { isAll, repositories } = await listReached(github);
  if (isAll) return { kind: 'none', why: notes.everywhere() };
  const count = await openedLately(github, repositories, (now - DAY) as Instant);
  return count < MOST_A_DAY ? undefined : { kind: 'none', why: notes.enough(MOST_A_DAY) };
}

/** `isApp`: the App looks, which opens such pull requests by itself. */
export function judgeOnboarding(
  made: Onboarded,
  path: string,
  { isApp, ...where }: Where & { readonly isApp: boolean },
): Checkup {
  const missing = {
    found: 'it is not on the default branch',
    lost: 'relcomms does nothing in this repository',
  };
  const write = {
    fix: 'Write it with relcomms init, and merge it.',
    link: pageOf(where, `new/HEAD?filename=${path}`),
  };
  if (made.kind === 'open')
    return broken('Config', path, {
      ...missing,
      found: `${missing.found}: #${made.number} proposes one`,
      fix: `Merge #${made.number}, or edit the config there first.`,
      link: pageOf(where, `pull/${made.number}`),
    });
  if (made.kind === 'none')
    return broken('Config', path, {
      ...missing,
      found: `${missing.found}, and no pull request proposes one: ${made.why}`,
      ...write,
    });
  return broken('Config', path, {
    ...missing,
    ...write,
    ...(isApp
      ? {
          fix: 'The running App opens a pull request with one within a day. For one now, a maintainer writes /release onboard in an issue.',
          link: pageOf(where, 'issues'),
        }
      : {}),
  });
}
