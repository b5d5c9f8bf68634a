// Counts what the App does, in the text format that Prometheus reads.
import type { Instant } from '../domain/day.ts';

export interface Metrics {
  /** Runs by how they ended. */
  readonly runs: Map<string, number>;
  operations: number;
  requests: number;
  /** When a run last ended well; undefined until then. */
  lastSuccess: Instant | undefined;
}

export function startMetrics(): Metrics {
  return { runs: new Map(), operations: 0, requests: 0, lastSuccess: undefined };
}

/** What fails at the moment. The page is open to anybody, so it tells ids and numbers, and no names. */
export interface Failures {
  /** Installations that GitHub refuses, by id, with how often in a row. */
  readonly refused: ReadonlyMap<string, { readonly times: number }>;
  /** The number of repositories whose last run broke off. */
  readonly broken: () => number;
}

/** One page of text; `waiting` is the number of repositories in the queue. */
export function renderMetrics(metrics: Metrics, waiting: number, { refused, broken }: Failures): string {
  const runs = [...metrics.runs].map(([result, count]) => `relcomms_runs_total{result="${result}"} ${count}`);
  return [
    '# HELP relcomms_runs_total Runs by how they ended.',
    '# TYPE relcomms_runs_total counter',
    ...runs,
    '# HELP relcomms_operations_total Writes that changed something.',
    '# TYPE relcomms_operations_total counter',
    `relcomms_operations_total ${metrics.operations}`,
    '# HELP relcomms_requests_total Requests to GitHub.',
    '# TYPE relcomms_requests_total counter',
    `relcomms_requests_total ${metrics.requests}`,
    '# HELP relcomms_queue Repositories that wait or run.',
    '# TYPE relcomms_queue gauge',
    `relcomms_queue ${waiting}`,
    '# HELP relcomms_installation_refused How often in a row GitHub refused an installation.',
    '# TYPE relcomms_installation_refused gauge',
    ...[...refused].map(([id, { times }]) => `relcomms_installation_refused{installation="${id}"} ${times}`),
    '# HELP relcomms_repositories_failing Repositories whose last run broke off.',
    '# TYPE relcomms_repositories_failing gauge',
    `relcomms_repositories_failing ${broken()}`,
    '# HELP relcomms_last_success_timestamp_seconds When a run last ended well.',
    '# TYPE relcomms_last_success_timestamp_seconds gauge',
    `relcomms_last_success_timestamp_seconds ${metrics.lastSuccess === undefined ? 0 : metrics.lastSuccess / 1000}`,
    '',
  ].join('\n');
}

/** `result` is what became of a run: `good`, `failed`, `crashed` and so on. */
export function countRun(metrics: Metrics, result: string): void {
  metrics.runs.set(result, (metrics.runs.get(result) ?? 0) + 1);
}
