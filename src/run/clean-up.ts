// One cleanup: looks for everything that relcomms has left, plans what goes, and takes it back.
import { isClean, planCleanup } from '../cleanup/plan-cleanup.ts';
import type { Config } from '../config/config.ts';
import type { CleanupPlan } from '../domain/cleanup-plan.ts';
import { day } from '../domain/day.ts';
import type { Leavings } from '../domain/leavings.ts';
import type { Observation } from '../domain/observed.ts';
import type { Operation } from '../domain/operation.ts';
import type { Applied } from '../domain/outcome.ts';
import { apply } from '../github/apply/apply.ts';
import {
  type FirstLook,
  type LeavingsQuestion,
  lookFirst,
  lookFurther,
} from '../github/leavings/read-leavings.ts';
import type { Scope } from './scope.ts';

export type CleanupScope = Pick<Scope, 'github' | 'now' | 'channels' | 'receipts'> & {
  /** Accounts whose marked words are ours. */
  readonly accounts: readonly string[];
  /** The sections that are on, where a config tells. */
  readonly sections?: Config['sections'] | undefined;
  /** It is no person who asks for it: once it was done, only what is cheap to see is looked at. */
  readonly isRoutine?: boolean;
  /** Pages of pull requests that are read at most. Default: enough for 5,000. */
  readonly pages?: number | undefined;
};

/** What goes, and what was seen for it. */
export interface CleanupLook {
  readonly plan: CleanupPlan;
  readonly observation: Observation;
}

/** Reads only. */
export async function planCleanupOf(scope: CleanupScope): Promise<CleanupLook> {
  const { github, now } = scope;
  const question = questionOf(scope);
  const { first, observation } = await lookFirst(github, question);
  const cheap = planCleanup(withoutFurther(first));
  if (scope.isRoutine === true && isClean(cheap) && isLongOver(first, now))
    return { plan: cheap, observation };
  return { plan: planCleanup(await lookFurther(github, question, first)), observation };
}

/** Carries out what was planned, or a part of it. */
export async function takeAllBack(
  { github, accounts, channels, receipts }: CleanupScope,
  operations: readonly Operation[],
  observation: Observation,
): Promise<Applied[]> {
  return await apply(
    github,
    operations,
    { setting: { accounts, since: EVER }, observation },
    channels,
    receipts,
  );
}

const EVER = day('1970-01-01');

function questionOf({ accounts, now, sections, pages }: CleanupScope): LeavingsQuestion {
  const calendar = sections?.['calendar'] as { readonly branch: string } | undefined;
  return { accounts, since: EVER, now, pages, calendar: calendar?.branch };
}

/** Milliseconds in which every run looks at all of it again: what failed is tried once more. */
const AFTERWARDS = 24 * 60 * 60_000;

/** Our issues are closed last: what could be taken back was taken back before. */
function isLongOver({ ownIssues }: FirstLook, now: Scope['now']): boolean {
  if (!ownIssues.known || ownIssues.value.length === 0) return false;
  return ownIssues.value.every(({ stateAt }) => now - (stateAt ?? now) > AFTERWARDS);
}

function withoutFurther(first: FirstLook): Leavings {
  return { ...first, pulls: { known: true, value: [] }, branches: { known: true, value: [] } };
}
