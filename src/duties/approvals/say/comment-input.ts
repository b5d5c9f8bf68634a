// What the comment on a pull request is written from.
import type { Release } from '../../../domain/release.ts';
import type { Also } from '../remind/also.ts';
import type { ApprovalsInput } from '../input.ts';
import type { Judged } from '../judge/verdict.ts';
import type { Waits } from '../remind/waits.ts';

/** What a comment is written from. */
export interface CommentInput {
  readonly judged: Judged;
  readonly release: Release;
  /** Who is, or was, mentioned by this very comment. */
  readonly told: readonly string[];
  /** What it tells, or told, beside. */
  readonly also: readonly Also[];
  readonly waits: Waits;
  readonly input: ApprovalsInput;
}
