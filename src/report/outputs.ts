// What other steps of a workflow read of a run: a few values, and the plan as JSON.
import type { Instant } from '../domain/day.ts';
import { isoInstant } from '../domain/day.ts';
import type { Operation } from '../domain/operation.ts';
import type { Release } from '../domain/release.ts';
import type { Applied } from '../domain/outcome.ts';
import type { Run } from '../run/reconcile.ts';
import { describe } from '../text/describe-operation.ts';
import { changes } from './report.ts';
import { distinct } from '../standing/distinct.ts';
import { countOf, redOf } from '../standing/figures.ts';
import { trackingKey } from '../memory/tracking-key.ts';

export interface Outputs {
  /** JSON list of `{version, number}`. */
  readonly 'tracking-issues': string;
  /** Number of writes that changed something. */
  readonly changes: string;
  /** Number of pull requests that wait for approval before a milestone of a release; empty when it is not known. */
  readonly 'waiting-approvals': string;
  /** Number of tests that fail on the branch of a release; empty when it is not known. */
  readonly 'failing-tests': string;
  /** Number of tasks whose day has passed and that nobody ticked, over all open tracking issues; empty when it is not known. */
  readonly overdue: string;
}

export function outputsOf(run: Run): Outputs {
  const made = String(changes(run).length);
  if (!('plan' in run)) {
    const unknown = { 'waiting-approvals': '', 'failing-tests': '', overdue: '' };
    return { 'tracking-issues': '[]', changes: made, ...unknown };
  }
  const count = (kind: string): string => countOf(kind, run)?.toString() ?? '';
  return {
    'tracking-issues': JSON.stringify(run.releases.flatMap((release) => issueOf(run, release))),
    changes: made,
    'waiting-approvals': count('approval'),
    'failing-tests': count('failing-test'),
    overdue: isUnknown(run) ? '' : String(redOf('task', run.standing).length),
  };
}

function isUnknown({ heard, rows }: Looked): boolean {
  return countOf('task', { standing: [], heard, rows }) === undefined;
}

/** The plan file: what was wanted and why, what was left and skipped, and what stands before the next milestones. */
export function planFile(run: Run, now: Instant): string {
  return `${JSON.stringify({ now: isoInstant(now), ...planned(run), ...checked(run) }, undefined, 2)}\n`;
}

function planned(run: Run): object {
  if (run.kind === 'off') {
    const { kind, path, cleanup, left, applied } = run;
    const operations = cleanup.operations.map(named);
    return { kind, path, ...cleanup, operations, left: left.map(named), applied: applied.map(outcomeOf) };
  }
  if (run.kind === 'no-config' || run.kind === 'broken-config') {
    const { start: _, checks: __, ...rest } = run;
    if (!('told' in rest)) return rest;
    const { operations, applied, why } = rest.told;
    return { ...rest, told: { operations: operations.map(named), applied: applied.map(outcomeOf), why } };
  }
  const { plan, applied, kind, standing, heard } = run;
  const operations = plan.operations.map(named);
  return { kind, ...plan, operations, applied: applied.map(outcomeOf), standing: distinct(standing), heard };
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
  return issues.find((issue) => issue.key === trackingKey(release));
}

function issueOf(run: Looked, release: Release): { version: string; number: number }[] {
  const found = ownIssueOf(run, release);
  const number =
    found?.number ??
    run.applied.find(
      ({ operation }) => operation.kind === 'create-issue' && operation.key === trackingKey(release),
    )?.number;
  return number === undefined ? [] : [{ version: release.version, number }];
}
