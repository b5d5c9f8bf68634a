// Counts what the App does.
import type { Instant } from '../domain/day.ts';

export interface Metrics {
  /** Runs by how they ended: `succeeded`, `failed`, `crashed` and so on. */
  readonly runs: Map<string, number>;
  /** When a run last ended so. */
  readonly last: Map<string, Instant>;
  /** Runs that broke off, by cause. */
  readonly errors: Map<string, number>;
  /** Seconds of runs that no page has shown yet. */
  durations: number[];
  operations: number;
  /** Operations that were left to the next run. */
  deferred: number;
  /** All requests to GitHub, and those of them that write. */
  requests: number;
  writes: number;
  /** Points of GraphQL. */
  points: number;
  /** Webhooks that were heard and could not be kept. */
  missed: number;
  /** When a run last ended well; undefined until then. */
  lastSuccess: Instant | undefined;
}

/** More are forgotten: nobody looks at the page. */
const MOST_DURATIONS = 10_000;

export function startMetrics(): Metrics {
  return {
    runs: new Map(),
    last: new Map(),
    errors: new Map(),
    durations: [],
    operations: 0,
    deferred: 0,
    requests: 0,
    writes: 0,
    points: 0,
    missed: 0,
    lastSuccess: undefined,
  };
}

/** `from` and `to`: when the run began and ended. */
export function countRun(metrics: Metrics, result: string, from: Instant, to: Instant): void {
  metrics.runs.set(result, (metrics.runs.get(result) ?? 0) + 1);
  metrics.last.set(result, to);
  if (result === 'succeeded' || result === 'still') metrics.lastSuccess = to;
  if (metrics.durations.length < MOST_DURATIONS) metrics.durations.push((to - from) / 1000);
}

/** A run that broke off. */
export function countError(metrics: Metrics, cause: string): void {
  metrics.errors.set(cause, (metrics.errors.get(cause) ?? 0) + 1);
}
