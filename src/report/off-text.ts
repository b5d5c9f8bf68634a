// What is said of a run while `enabled: no` is in the config: one line, and what it took back.
import type { Left } from '../domain/cleanup-plan.ts';
import type { Applied } from '../domain/outcome.ts';
import type { Run } from '../run/reconcile.ts';
import { describe } from '../text/describe-operation.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { countWords } from '../text/words.ts';

type OffRun = Extract<Run, { kind: 'off' }>;

/** The one line of a run that finds nothing left. */
export function offLines(run: OffRun): string[] {
  const { cleanup, applied, left } = run;
  const planned = applied.length === 0 ? cleanup.operations.slice(0, -left.length || undefined) : [];
  return [
    `off: ${headWords(run, 'enabled: no')}`,
    ...applied.map(({ operation, outcome, detail }) => `${outcome}: ${describe(operation)}${behind(detail)}`),
    ...planned.map((operation) => `planned: ${describe(operation)}`),
    ...left.map((operation) => `left: ${describe(operation)}`),
    ...cleanup.unread.map(({ what, why }) => `unknown: ${what}: ${why}`),
    ...(isOver(run) ? [] : cleanup.kept.map(({ what, why }) => `stays: ${what}: ${why}`)),
  ];
}

export function offMarkdown(run: OffRun): string {
  const { cleanup, applied, left } = run;
  const tried = applied.length > 0 ? applied.map(triedLine) : cleanup.operations.map(plannedLine);
  const parts = [
    `**${headWords(run, '`enabled: no`')}.**`,
    list('', tried),
    list('Left for the next run', applied.length > 0 ? left.map(plannedLine) : []),
    list("Couldn't be read, so it stays", cleanup.unread.map(leftLine)),
    list('Stays', isOver(run) ? [] : cleanup.kept.map(leftLine)),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function isOver({ cleanup: { operations, unread } }: OffRun): boolean {
  return operations.length + unread.length === 0;
}

/** `line` is that of the config. */
function headWords(run: OffRun, line: string): string {
  const { cleanup, applied } = run;
  const off = `relcomms is switched off by ${line}`;
  if (isOver(run)) return `${off}, and nothing of it is left to take back`;
  if (cleanup.operations.length === 0) return `${off}; of what could be read, nothing is left to take back`;
  const done = applied.filter(({ outcome }) => outcome === 'done').length;
  return applied.length > 0
    ? `${off}; ${countWords(done, 'thing')} taken back`
    : `${off}; ${countWords(cleanup.operations.length, 'thing')} to take back, and nothing was written`;
}

function triedLine({ operation, outcome, detail }: Applied): string {
  const mark = { done: '', already: 'Already so: ', held: 'Left: ' } as const;
  const before = outcome in mark ? mark[outcome as keyof typeof mark] : '**Failed:** ';
  return `${before}${escapeMarkdown(describe(operation) + behind(detail))}`;
}

function plannedLine(operation: OffRun['left'][number]): string {
  return escapeMarkdown(describe(operation));
}

function leftLine({ what, why }: Left): string {
  return escapeMarkdown(`${what}: ${why}`);
}

function behind(detail: string | undefined): string {
  return detail === undefined ? '' : ` (${detail})`;
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const items = lines.map((line) => `- ${line}`).join('\n');
  return title === '' ? items : `**${title}**\n\n${items}`;
}
