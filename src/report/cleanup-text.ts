// What is said of a cleanup: what goes, what stays and why, and what became of it.
import type { CleanupPlan, Left } from '../domain/cleanup-plan.ts';
import type { Applied } from '../domain/outcome.ts';
import type { Operation } from '../domain/operation.ts';
import { describe } from '../text/describe-operation.ts';
import { countWords } from '../text/words.ts';

/** Before anything is written. `hint` is what should be done first. */
export function cleanupText({ operations, kept, unread }: CleanupPlan, hint?: string): string {
  const head =
    operations.length === 0
      ? unread.length === 0
        ? 'Nothing of relcomms is left to take back.'
        : 'Of what could be read, nothing is left to take back.'
      : `relcomms takes back ${countWords(operations.length, 'thing')}:`;
  return [
    ...(hint === undefined || operations.length === 0 ? [] : [hint, '']),
    head,
    ...alike(operations).map((line) => `- ${line}`),
    ...section('Stays', kept),
    ...section("Couldn't be read, so it stays", unread),
    '',
  ].join('\n');
}

/** After it was carried out. */
export function takenBackText({ unread }: CleanupPlan, applied: readonly Applied[]): string {
  const done = applied.filter(isDone).length;
  const open = applied.filter((one) => !isDone(one));
  const lines = open.map(({ operation, detail }) => {
    const why = detail === undefined ? '' : `: ${detail}`;
    return `- ${describe(operation)}${why}`;
  });
  return [
    `${countWords(done, 'thing')} taken back.`,
    ...(lines.length === 0 ? [] : ['', 'Not taken back:', ...lines]),
    ...(lines.length + unread.length === 0 ? [] : ['', 'Run it again to take back the rest.']),
    '',
  ].join('\n');
}

/** Whether all that was tried came out, and everything could be read. */
export function isTakenBack({ unread }: CleanupPlan, applied: readonly Applied[]): boolean {
  return unread.length === 0 && applied.every(isDone);
}

function isDone({ outcome }: Applied): boolean {
  return outcome === 'done' || outcome === 'already';
}

/** For programs. */
export function cleanupJson({ operations, kept, unread }: CleanupPlan, applied: readonly Applied[]): string {
  const named = operations.map((operation) => ({ ...operation, what: describe(operation) }));
  const outcomes = applied.map(({ operation, ...rest }) => ({ what: describe(operation), ...rest }));
  return `${JSON.stringify({ operations: named, kept, unread, applied: outcomes }, undefined, 2)}\n`;
}

/** The same thing on many issues is one line. */
function alike(operations: readonly Operation[]): string[] {
  const counts = new Map<string, number>();
  for (const operation of operations) {
    const line = describe(operation);
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, count]) => (count === 1 ? line : `${line} (${count} times)`));
}

function section(title: string, lines: readonly Left[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map(({ what, why }) => `- ${what}: ${why}`)];
}
