// One run as the log shows it: what was done, why, and what was left alone.
import type { Left } from '../../src/domain/cleanup-plan.ts';
import type { Instant } from '../../src/domain/day.ts';
import type { LocatedProblem } from '../../src/domain/problem.ts';
import type { Operation } from '../../src/domain/operation.ts';
import { failureWords } from '../../src/github/failure.ts';
import type { Applied, Outcome } from '../../src/domain/outcome.ts';
import type { Run } from '../../src/run/reconcile.ts';
import { describe } from '../../src/text/describe-operation.ts';

/** What made relcomms look: the daily run, or a webhook after somebody did something. */
export type Cause = 'schedule' | 'webhook';

export interface LogLine {
  readonly duty: string;
  readonly what: string;
  readonly why: string;
}

export interface LogDone extends LogLine {
  readonly outcome: Outcome;
  readonly detail?: string | undefined;
  readonly number?: number | undefined;
}

export interface LogEntry {
  readonly at: Instant;
  readonly cause: Cause;
  /** `crashed` is a run that ended without a word: a bug, or a GitHub that could not be read at all. */
  readonly result: Run['kind'] | 'crashed';
  readonly done: readonly LogDone[];
  /** Planned, but over the limit of this run. */
  readonly left: readonly LogLine[];
  readonly notDone: readonly LogLine[];
  /** Facts that could not be read. */
  readonly unknown: readonly LogLine[];
  readonly problems: readonly LocatedProblem[];
  /** Why a run broke off. */
  readonly crash?: string | undefined;
}

/** The entry of a run that never came to its end. */
export function crashEntry(at: Instant, cause: Cause, error: unknown): LogEntry {
  return {
    at,
    cause,
    result: 'crashed',
    crash: failureWords(error),
    done: [],
    left: [],
    notDone: [],
    unknown: [],
    problems: [],
  };
}

/** The entry of one run. */
export function logEntry(run: Run, at: Instant, cause: Cause): LogEntry {
  const checked = (run.checks?.applied ?? []).map(doneLine);
  const base = {
    at,
    cause,
    result: run.kind,
    done: checked,
    left: [],
    notDone: run.checks?.skips ?? [],
    unknown: [],
    problems: [],
  };
  if (run.kind === 'no-config') return base;
  if (run.kind === 'broken-config') return { ...base, problems: run.problems };
  if (run.kind === 'off') return { ...base, ...offLines(run) };
  const words = (operation: Operation): string => numbered(describe(operation), run.applied);
  return {
    ...base,
    done: [...run.applied.map((one) => ({ ...doneLine(one), what: words(one.operation) })), ...checked],
    left: run.plan.left.map((operation) => ({
      duty: operation.duty,
      what: words(operation),
      why: operation.why,
    })),
    notDone: [...run.plan.skips.map(({ duty, what, why }) => ({ duty, what, why })), ...base.notDone],
    unknown: run.plan.unknown.map(({ duty, fact, why }) => ({
      duty,
      what: `${fact} could not be read`,
      why,
    })),
    problems: run.warnings,
  };
}

function offLines({ cleanup, left, applied }: Extract<Run, { kind: 'off' }>) {
  return {
    done: applied.map(doneLine),
    left: left.map((operation) => ({ duty: operation.duty, what: describe(operation), why: operation.why })),
    notDone: cleanup.kept.map(leftLine),
    unknown: cleanup.unread.map(leftLine),
  };
}

function leftLine(left: Left): LogLine {
  return { duty: 'cleanup', ...left };
}

function doneLine({ operation, outcome, detail, number }: Applied): LogDone {
  return { duty: operation.duty, what: describe(operation), why: operation.why, outcome, detail, number };
}

/** A plan knows a new issue only by its key; after the run it has a number. */
export function numbered(words: string, applied: readonly Applied[]): string {
  return applied.reduce(
    (text, { operation, number }) =>
      operation.kind === 'create-issue' && number !== undefined
        ? text.replaceAll(`the new issue ${operation.key}`, `#${number}`)
        : text,
    words,
  );
}
