// Puts an issue below the one that it belongs to, and says how long a refusal is not the last word.
import type { Instant } from '../domain/day.ts';
import type { DesiredIssue } from '../domain/desired.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { IssueRef, Operation } from '../domain/operation.ts';
import { canonical } from './canonical.ts';

/** Milliseconds after its opening in which every run tries again what GitHub refused: some refusals pass. */
const PATIENCE = 24 * 3_600_000;

/** What a person took out, or what is closed, stays where it is. */
export function diffParent(
  duty: string,
  desired: DesiredIssue,
  found: OwnIssue | undefined,
  issues: readonly OwnIssue[],
  now: Instant,
): Operation[] {
  if (desired.parent === undefined || found?.parent !== undefined || found?.state === 'closed') return [];
  const { key, entry, beside } = desired.parent;
  const place = beside && { where: beside.where, issue: refOf(beside.key, issues) };
  return [
    {
      kind: 'add-sub-issue',
      parent: refOf(key, issues),
      issue: found === undefined ? { key: desired.key } : { number: found.number },
      beside: place,
      entry,
      insist: found === undefined || now - found.createdAt < PATIENCE,
      duty,
      why: 'it belongs to the tracking issue',
    },
  ];
}

function refOf(key: string, issues: readonly OwnIssue[]): IssueRef {
  const found = canonical(issues, key);
  return found === undefined ? { key } : { number: found.number };
}
