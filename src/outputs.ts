// What other steps of a workflow read of a run: a few values, and the plan as JSON.
import type { Instant } from './domain/day.ts';
import { isoInstant } from './domain/day.ts';
import type { Operation } from './domain/operation.ts';
import type { Release } from './domain/release.ts';
import type { Applied } from './github/apply/outcome.ts';
import { tickedIds } from './text/ticks.ts';
import { issueKey } from './duties/tracking-issue/stage.ts';
import type { Run } from './reconcile.ts';
import { describe } from './describe-operation.ts';
import { changes } from './report.ts';

export interface Outputs {
  /** JSON list of `{version, number}`. */
  readonly 'tracking-issues': string;
  /** Number of writes that changed something. */
  readonly changes: string;
  /** Number of tasks whose day has passed and that nobody ticked, over all open tracking issues. */
  readonly overdue: string;
}

export function outputsOf(run: Run, now: Instant): Outputs {
  if (run.kind === 'no-config' || run.kind === 'broken-config')
    return { 'tracking-issues': '[]', changes: String(changes(run).length), overdue: '0' };
  const issues = run.releases.flatMap((release) => issueOf(run, release));
  const late = run.releases.map((release) => overdueCount(run, release, now));
  return {
    'tracking-issues': JSON.stringify(issues),
    changes: String(changes(run).length),
    overdue: String(late.reduce((sum, count) => sum + count, 0)),
  };
}

/** The plan file: what was wanted and why, what was left and skipped. */
export function planFile(run: Run, now: Instant): string {
  return `${JSON.stringify({ now: isoInstant(now), ...planned(run), ...checked(run) }, undefined, 2)}\n`;
}

function planned(run: Run): object {
  if (run.kind === 'no-config' || run.kind === 'broken-config') {
    const { start: _, checks: __, ...rest } = run;
    return rest;
  }
  const { plan, applied, kind } = run;
  return { kind, ...plan, operations: plan.operations.map(named), applied: applied.map(outcomeOf) };
}

/** Checks of configs in pull requests; absent when nobody looked for any. */
function checked({ checks }: Run): object {
  if (checks === undefined) return {};
  const { operations, applied, skips } = checks;
  return { checks: { operations: operations.map(named), applied: applied.map(outcomeOf), skips } };
}

function named(operation: Operation): object {
  return { ...operation, what: describe(operation) };
}

function outcomeOf({ operation, ...rest }: Applied): object {
  return { kind: operation.kind, ...rest };
}

type Looked = Extract<Run, { plan: unknown }>;

function ownIssueOf(run: Looked, release: Release) {
  const issues = run.observation.ownIssues.known ? run.observation.ownIssues.value : [];
  return issues.find((issue) => issue.key === issueKey(release));
}

function issueOf(run: Looked, release: Release): { version: string; number: number }[] {
  const found = ownIssueOf(run, release);
  const number =
    found?.number ??
    run.applied.find(
      ({ operation }) => operation.kind === 'create-issue' && operation.key === issueKey(release),
    )?.number;
  return number === undefined ? [] : [{ version: release.version, number }];
}

function overdueCount(run: Looked, release: Release, now: Instant): number {
  const found = ownIssueOf(run, release);
  if (found === undefined || found.state === 'closed') return 0;
  const ticked = tickedIds(found.body);
  return release.tasks.filter((task) => !task.optional && task.deadline <= now && !ticked.has(task.id))
    .length;
}
