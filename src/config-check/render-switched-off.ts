// The words of a check for a config that switches relcomms off: what is taken back, and what stays.
import type { CleanupPlan, Left } from '../domain/cleanup-plan.ts';
import type { Known } from '../domain/known.ts';
import { describe } from '../text/describe-operation.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { countWords } from '../text/words.ts';
import { firstOf } from './room.ts';

/** Lines of one list. */
const MOST = 100;

export function switchedOffTitle(cleanup: Known<CleanupPlan>): string {
  const count = cleanup.known ? cleanup.value.operations.length : 0;
  return count === 0
    ? 'relcomms is switched off'
    : `relcomms is switched off and takes back ${countWords(count, 'thing')}`;
}

export function switchedOffWords(cleanup: Known<CleanupPlan>): string {
  const head = 'This pull request switches relcomms off.';
  const after = 'After that, runs do nothing else. What people wrote stays.';
  if (!cleanup.known)
    return `${head} What the next run takes back could not be read: ${escapeMarkdown(cleanup.why)}. ${after}`;
  const { operations, kept, unread } = cleanup.value;
  const goes = firstOf(
    MOST,
    operations.map((operation) => escapeMarkdown(describe(operation))),
  );
  return [
    operations.length === 0
      ? `${head} Nothing of relcomms is left to take back. ${after}`
      : `${head} After the merge, the next runs do this:`,
    ...list('', goes),
    ...(operations.length === 0 ? [] : [after]),
    ...list('Stays', kept.map(leftLine)),
    ...list("Couldn't be read now; the next run tries again", unread.map(leftLine)),
  ].join('\n\n');
}

function leftLine({ what, why }: Left): string {
  return escapeMarkdown(`${what}: ${why}`);
}

function list(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const items = lines.map((line) => `- ${line}`).join('\n');
  return [title === '' ? items : `**${title}**\n\n${items}`];
}
