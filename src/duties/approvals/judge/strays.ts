// Pull requests that fall through: each with what is odd about it.
import { type Instant, dayAt } from '../../../domain/day.ts';
import type { Pull } from '../../../domain/pull.ts';
import { branchesOf } from '../../../domain/release-line.ts';
import type { Release } from '../../../domain/release.ts';
import { workingDaysBetween } from '../../../domain/working-days.ts';
import type { ApprovalsInput } from '../input.ts';
import { picksOf } from './unpicked.ts';
import type { Judged } from './verdict.ts';

export type Oddity =
  /** It goes to the release branch and has no GitHub milestone. */
  | { readonly kind: 'no-milestone'; readonly branch: string }
  /** It takes a fix from pull requests that are still open. */
  | { readonly kind: 'unmerged-source'; readonly numbers: readonly number[] }
  /** It is merged elsewhere and meant for the release branch, too; nobody takes it there. */
  | { readonly kind: 'not-picked'; readonly branch: string }
  /** It has its approvals, and nobody merges it. */
  | { readonly kind: 'not-merged'; readonly workingDays: number };

export interface Stray {
  readonly pull: Pick<Pull, 'number' | 'title'>;
  readonly oddity: Oddity;
}

/** Of the pull requests of one release, by number. */
export function straysOf(release: Release, judged: readonly Judged[], input: ApprovalsInput): Stray[] {
  const found = judged
    .filter((one) => one.release === release && one.verdict.kind !== 'left')
    .flatMap((one) => oddities(one, release, input).map((oddity) => ({ pull: one.pull, oddity })));
  const isLeft = input.told?.pickWindow === true;
  const unpicked = (isLeft ? [] : picksOf(input).lacking)
    .filter((one) => one.release === release)
    .map(({ fix, branch }) => ({ pull: fix, oddity: { kind: 'not-picked' as const, branch } }));
  return [...found, ...unpicked].toSorted((a, b) => a.pull.number - b.pull.number);
}

/** Pull requests that it takes a fix from and that are open still. */
export function openSources({ pickedFrom }: Judged, { observed }: ApprovalsInput): number[] {
  if (pickedFrom.length === 0) return [];
  const open = new Set(observed.openPulls);
  // What is not among the open ones was merged or closed: no reason to say anything.
  return pickedFrom.filter((number) => open.has(number));
}

function oddities(one: Judged, release: Release, input: ApprovalsInput): Oddity[] {
  const { pull } = one;
  const unmerged = input.told?.pickWindow === true ? [] : openSources(one, input);
  const noMilestone = branchesOf(release).includes(pull.base) && pull.milestone === undefined;
  return [
    ...(noMilestone ? [{ kind: 'no-milestone' as const, branch: pull.base }] : []),
    ...(unmerged.length > 0 ? [{ kind: 'unmerged-source' as const, numbers: unmerged }] : []),
    ...lying(one, release, input),
  ];
}

/** Approved, free of faults, and untouched for longer than the config allows. */
function lying({ pull, verdict }: Judged, release: Release, input: ApprovalsInput): Oddity[] {
  if (verdict.kind !== 'approved' || pull.mergeable === 'conflict') return [];
  if (!pull.checks.known || !['success', 'none'].includes(pull.checks.value.state)) return [];
  const approvals = pull.reviews.filter(({ state }) => state === 'approved').map(({ at }) => at);
  if (approvals.length === 0) return [];
  const since = dayAt(Math.max(...approvals) as Instant, release.timezone);
  const today = dayAt(input.now, release.timezone);
  const workingDays = workingDaysBetween(since, today, input.source.spec.holidays);
  return workingDays > input.config.mergeWithin ? [{ kind: 'not-merged', workingDays }] : [];
}
