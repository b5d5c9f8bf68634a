// Hears one page of an issue's comments: its commands, and whether older comments may hold some that nobody has read.
import { type Instant, parseInstant } from '../../../domain/day.ts';
import type { Hearing } from '../../../domain/hearing.ts';
import { loginOf } from '../../accounts.ts';
import { present } from '../../present.ts';
import { type RawRecentComment, confused, isAnswered, unanswered } from './unanswered.ts';

/** Comments from one on to the newest, oldest first. */
export interface RecentPage {
  readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
  readonly nodes: readonly (RawRecentComment | null)[] | null;
}

/** Longer than any run: what was there so long before it wrote a comment, it had read. */
const LONGEST_RUN = 15 * 60_000;

/**
 * A run reads all comments back to the last one that was answered. So what is older than an answered comment was read by
 * the run that answered it, and what was there before one of our own comments by the run that wrote that.
 */
export function hear({ pageInfo, nodes }: RecentPage, accounts: readonly string[], newer?: Hearing): Hearing {
  const all = present(nodes);
  const times = [newer?.heardTo ?? -Infinity, ...all.map((comment) => heardBy(comment, accounts))];
  const heardTo = Math.max(...times);
  const oldest = atOf(all[0]);
  const { hasPreviousPage, startCursor } = pageInfo;
  const more = hasPreviousPage && startCursor !== null && oldest !== undefined && heardTo < oldest;
  return {
    commands: [...unanswered(nodes), ...(newer?.commands ?? [])],
    confused: [...new Set([...(newer?.confused ?? []), ...confused(nodes)])],
    ...(Number.isFinite(heardTo) ? { heardTo: heardTo as Instant } : {}),
    ...(more ? { before: startCursor } : {}),
  };
}

/** Up to when the comment shows that everything was read. */
function heardBy(comment: RawRecentComment, accounts: readonly string[]): number {
  const at = atOf(comment) ?? -Infinity;
  if (isAnswered(comment)) return at;
  return accounts.includes(loginOf(comment.author) ?? '') ? at - LONGEST_RUN : -Infinity;
}

function atOf(comment: RawRecentComment | undefined): Instant | undefined {
  return comment === undefined ? undefined : parseInstant(comment.createdAt);
}
