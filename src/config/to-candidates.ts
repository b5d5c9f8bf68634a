// From decoded candidates to those that the schedule reads.
import type { CandidatesSpec } from '../domain/spec.ts';
import type { WrittenCandidates } from './schema/candidates.ts';

/** Without `then`, release day comes as long after the last candidate as a candidate after another. */
export function toCandidates({
  every,
  planned,
  until,
  then: toRelease = every,
  ...each
}: WrittenCandidates): CandidatesSpec {
  return { every, planned, until, toRelease, each: { ...each, fixed: false } };
}
