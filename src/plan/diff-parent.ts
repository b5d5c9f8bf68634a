// Puts an issue below the one that it belongs to, and says how long a refusal is not the last word.
import type { Instant } from '../domain/day.ts';
import type { DesiredIssue } from '../domain/desired.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { IssueRef } from '../domain/issue-ref.ts';
import type { AddSubIssue, Operation } from '../domain/operation.ts';
import { canonical } from './canonical.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Milliseconds after its opening in which is tried again what GitHub refused: some refusals pass. */
const PATIENCE = 24 * HOUR;

/** In the first hour every run tries, then those around each further hour: a run every five minutes meets one of them. */
const WINDOW = 5 * MINUTE;

/** What a person took out or put elsewhere, or what is closed, stays where it is. */
export function diffParent(
  duty: string,
  desired: DesiredIssue,
  found: OwnIssue | undefined,
  issues: readonly OwnIssue[],
  now: Instant,
): Operation[] {
  if (desired.parent === undefined || found?.state === 'closed') return [];
  const { key, entry, beside, movesFrom } = desired.parent;
  const from = movesFrom === undefined ? undefined : canonical(issues, movesFrom)?.number;
  if (found?.parent !== from || (movesFrom !== undefined && from === undefined)) return [];
  const place = beside && { where: beside.where, issue: refOf(beside.key, issues) };
  return [
    {
      kind: 'add-sub-issue',
      parent: refOf(key, issues),
      issue: found === undefined ? { key: desired.key } : { number: found.number },
      beside: place,
      ...(movesFrom === undefined ? {} : { moves: true }),
      entry,
      ...triesOf(found === undefined ? 0 : now - found.createdAt),
      duty,
      why: 'it belongs to the tracking issue',
    },
  ];
}

/** Whether a refusal is the last word, by the age of the issue alone, in milliseconds: no run remembers when another has tried. */
export function triesOf(age: number): Pick<AddSubIssue, 'insist' | 'waits'> {
  if (age >= PATIENCE) return { insist: false };
  const isDue = age < HOUR || (age + WINDOW / 2) % HOUR < WINDOW;
  return isDue ? { insist: true } : { insist: true, waits: true };
}

/** An issue that is there, or one that this plan opens. */
export function refOf(key: string, issues: readonly OwnIssue[]): IssueRef {
  const found = canonical(issues, key);
  return found === undefined ? { key } : { number: found.number };
}
