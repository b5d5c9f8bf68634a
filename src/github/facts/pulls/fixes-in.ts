// The fixes of an answer, or why they are unknown: pull requests stand without them.
import type { Fixes } from '../../../domain/pull.ts';
import type { PartialAnswer } from '../../graphql.ts';
import { needing } from '../needing.ts';
import { type FixFields, decodeFixes } from './fixes.ts';
import type { PullsQuestion } from './question.ts';

export interface FixAnswer {
  readonly answer: PartialAnswer;
  /** Why GitHub answered only without the fixes. */
  readonly withoutFixes?: string | undefined;
}

/** What GitHub refuses of the fixes makes them unknown, all of them, and nothing else. */
export function fixesIn(
  { answer, withoutFixes }: FixAnswer,
  question: PullsQuestion,
  { names }: FixFields,
): Fixes {
  const nothing: Fixes = { fixes: [], branches: [] };
  if (names.length === 0) return nothing;
  const whys = ['*', ...names].map((name) => answer.failed.get(name));
  const why = withoutFixes ?? whys.find((one) => one !== undefined);
  if (why !== undefined)
    return { ...nothing, unread: needing(why, 'pull_requests: read and contents: read') };
  return decodeFixes(answer, question);
}
