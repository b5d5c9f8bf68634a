// The page of numbers that Prometheus reads.
import type { Metrics } from './metrics.ts';

/** What waits and what fails at the moment. The page is open to anybody, so it tells ids and numbers, and no names. */
export interface QueueNumbers {
  /** Repositories that wait for their turn, run, or wait for a pause to pass. */
  readonly waiting: number;
  readonly running: number;
  readonly later: number;
  /** How long the first in the line has waited, in seconds. */
  readonly oldest: number;
  /** Runs that were lost with their worker and came back. */
  readonly stalled: number;
  /** Installations that GitHub refuses, by id, with how often in a row. */
  readonly refused: ReadonlyMap<string, number>;
  /** Repositories whose last run broke off; by cause where that is known. */
  readonly failing: ReadonlyMap<string, number>;
}

export const NO_NUMBERS: QueueNumbers = {
  waiting: 0,
  running: 0,
  later: 0,
  oldest: 0,
  stalled: 0,
  refused: new Map(),
  failing: new Map(),
};

/** Makes the page; `isReady` is what /readyz says. */
export type MetricsPage = (metrics: Metrics, numbers: QueueNumbers, isReady: boolean) => Promise<string>;

/** Seconds of a run. */
const BUCKETS = [0.1, 0.3, 1, 3, 10, 30, 100, 300, 600];

type Library = typeof import('prom-client');

/** The library is loaded for the first page: an App that nobody watches starts without it. */
export function startMetricsPage(): MetricsPage {
  let page: Promise<MetricsPage> | undefined;
  return async (metrics, numbers, isReady) => {
    page ??= import('prom-client').then(pageBy);
    return (await page)(metrics, numbers, isReady);
  };
}

function pageBy(library: Library): MetricsPage {
  const { Registry, Histogram } = library;
  const registry = new Registry();
  const durations = new Histogram({
    name: 'relcomms_run_duration_seconds',
    help: 'How long runs took.',
    buckets: BUCKETS,
    registers: [registry],
  });
  const { counter, gauge } = makers(library, registry);
  const set = {
    runs: counter('relcomms_runs_total', 'Runs by how they ended.', 'result'),
    errors: counter('relcomms_errors_total', 'Runs that stopped with an error, by cause.', 'cause'),
    operations: counter('relcomms_operations_total', 'Writes that changed something.'),
    deferred: counter('relcomms_deferred_total', 'Operations that were left to the next run.'),
    requests: counter('relcomms_requests_total', 'Requests to GitHub.'),
    writes: counter('relcomms_writes_total', 'Requests to GitHub that write.'),
    points: counter('relcomms_points_total', 'Points of GraphQL, as GitHub counts them.'),
    missed: counter('relcomms_webhooks_missed_total', 'Webhooks that arrived and could not be saved.'),
    stalled: gauge('relcomms_stalled', 'Runs that were lost with their worker and came back.'),
    queue: gauge('relcomms_queue', 'Repositories that wait or run.'),
    later: gauge('relcomms_queue_later', 'Repositories whose pause is not over.'),
    oldest: gauge('relcomms_queue_age_seconds', 'How long the first in the line has waited.'),
    refused: gauge(
      'relcomms_installation_refused',
      'How often in a row GitHub refused an installation.',
      'installation',
    ),
    failing: gauge('relcomms_repositories_failing', 'Repositories whose last run stopped with an error.'),
    causes: gauge('relcomms_repositories_failing_by', 'The same by cause.', 'cause'),
    ready: gauge('relcomms_ready', 'What /readyz says: 1 or 0.'),
    last: gauge('relcomms_last_run_timestamp_seconds', 'When a run last ended with this result.', 'result'),
    success: gauge('relcomms_last_success_timestamp_seconds', 'When a run last succeeded.'),
  };
  return async (metrics, numbers, isReady) => {
    for (const seconds of metrics.durations) durations.observe(seconds);
    metrics.durations = [];
    set.runs(metrics.runs);
    set.errors(metrics.errors);
    set.last(new Map([...metrics.last].map(([result, at]) => [result, at / 1000])));
    for (const name of ['operations', 'deferred', 'requests', 'writes', 'points', 'missed'] as const)
      set[name](metrics[name]);
    set.stalled(numbers.stalled);
    set.queue(numbers.waiting + numbers.running);
    set.later(numbers.later);
    set.oldest(numbers.oldest);
    set.refused(numbers.refused);
    set.causes(numbers.failing);
    set.failing([...numbers.failing.values()].reduce((sum, count) => sum + count, 0));
    set.ready(isReady ? 1 : 0);
    set.success((metrics.lastSuccess ?? 0) / 1000);
    return await registry.metrics();
  };
}

type Setter = (value: number | ReadonlyMap<string, number>) => void;

/** A number without a label, or one for each value of the label. */
function makers({ Counter, Gauge }: Library, registry: InstanceType<Library['Registry']>) {
  const given = (name: string, help: string, label?: string) => ({
    name,
    help,
    registers: [registry],
    labelNames: label === undefined ? [] : [label],
  });
  return {
    counter: (...of: Parameters<typeof given>): Setter => setter(new Counter(given(...of))),
    gauge: (...of: Parameters<typeof given>): Setter => setter(new Gauge(given(...of))),
  };
}

interface Settable {
  reset(): void;
  inc(value: number): void;
  labels(value: string): { inc(value: number): void };
}

function setter(metric: Settable): Setter {
  return (value) => {
    metric.reset();
    if (typeof value === 'number') metric.inc(value);
    else for (const [label, count] of value) metric.labels(label).inc(count);
  };
}
