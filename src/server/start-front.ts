// The port of the App, not open yet: what each of its pages is made of.
import { type IncomingMessage, type Server, createServer } from 'node:http';
import type { Probot } from 'probot';
import type { AppOptions, FirstWebhook } from './app-options.ts';
import { boundConnections } from './connections.ts';
import type { Findings } from './findings.ts';
import { type SignedWebhook, answer } from './front.ts';
import { startIntake } from './intake.ts';
import type { Metrics } from './metrics.ts';
import { NO_NUMBERS, startMetricsPage } from './metrics-page.ts';
import { readinessOf } from './readiness.ts';
import { startSuspects } from './suspects.ts';
import type { WorkPlace } from './work-place.ts';

type Received = Parameters<Probot['webhooks']['receive']>[0];

/** Milliseconds. GitHub waits ten seconds for an answer: what takes longer than that to arrive is not GitHub's. */
const SERVER_TIMES = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 };

export interface FrontParts {
  readonly probot: Probot;
  readonly options: AppOptions;
  readonly app: { readonly slug?: string | undefined; readonly html_url?: string | undefined } | null;
  readonly metrics: Metrics;
  readonly place: Pick<WorkPlace, 'numbers' | 'unready'>;
  /** Ids of webhooks that were heard and could not be kept. */
  readonly missed: Set<string>;
  readonly findings: Findings | undefined;
}

export function startFront(parts: FrontParts): Server {
  const { options, metrics, place, findings } = parts;
  const { formerSecret, startedPage, statusToken } = options;
  const page = startMetricsPage();
  const webhooks = receiving(parts);
  const server = createServer(SERVER_TIMES, (request, response) => {
    void answer(request, response, front);
  });
  const connections = boundConnections(server);
  const unready = (): Promise<string | undefined> => place.unready();
  const about = { slug: parts.app?.slug ?? 'relcomms', page: parts.app?.html_url ?? '' };
  const front = {
    receive: webhooks.receive,
    metrics: async () => {
      const numbers = await place.numbers().catch(() => NO_NUMBERS);
      return await page(metrics, numbers, (await unready()) === undefined);
    },
    readiness: (authorization: string | undefined) =>
      readinessOf({ unready, findings, statusToken }, authorization),
    started: startedPage && (() => startedPage({ ...about, first: webhooks.first() })),
    hears: options.role !== 'worker',
    secrets: [options.webhookSecret, ...(formerSecret === undefined ? [] : [formerSecret])],
    intake: startIntake(),
    suspects: startSuspects(),
    onSigned: (request: IncomingMessage) => connections.trust(request.socket),
  };
  return server;
}

/** Not by `probot.receive`, which writes whole events to the log. */
function receiving({ probot, options, missed }: FrontParts) {
  let first: FirstWebhook | undefined;
  return {
    first: () => first,
    receive: async (webhook: SignedWebhook): Promise<'kept' | 'missed'> => {
      first ??= { name: webhook.name, at: options.now() };
      await probot.webhooks.receive(webhook as Received);
      return missed.delete(webhook.id) ? 'missed' : 'kept';
    },
  };
}
