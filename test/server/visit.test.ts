// A round that finds nothing new costs one request and one point, and what changed is looked at.
import { startMetrics } from '../../src/server/metrics.ts';
import { memoryReceipts } from '../../src/server/kept-receipts.ts';
import { startLastLooks } from '../../src/server/last-looks.ts';
import { startProbot } from '../../src/server/start-probot.ts';
import { startOnboarding } from '../../src/server/onboarding.ts';
import { visit } from '../../src/server/visit.ts';
import type { Hint } from '../../src/server/hint.ts';
import type { Instant } from '../../src/domain/day.ts';
import { rememberArtifacts } from '../../src/github/facts/branch-tests/remember-artifacts.ts';
import { leapingPauses } from '../../src/github/pauses.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { crowdSeed } from '../support/pull-crowd.ts';
import { instant } from '../support/runs.ts';

const NOON = instant('2026-10-20T12:00:00Z');
const QUARTER = 15 * 60_000;
const PULL = {
  title: 'Change',
  author: 'dave',
  base: 'release-1.10',
  files: ['b/gateway.ts'],
  createdAt: '2026-09-21T10:00:00Z',
};

test('rounds read all of it until nothing changes, then one small query each, and all of it again after a change', async () => {
  let now: Instant = NOON;
  const github = await startTestGitHub({ seed: crowdSeed([PULL]), now: () => now, lag: 0 });
  const options = {
    appId: github.app.id,
    privateKey: github.app.privateKey,
    webhookSecret: github.app.webhookSecret,
    baseUrl: `${github.url}/api/v3`,
    port: 0,
    host: '127.0.0.1',
    now: () => now,
    pauses: leapingPauses(() => now),
    logLevel: 'fatal',
  } as const;
  const probot = startProbot(options);
  await probot.ready();
  const metrics = startMetrics();
  const lasting = {
    metrics,
    pacerOf: () => undefined,
    artifacts: rememberArtifacts(),
    receipts: memoryReceipts(),
    looks: startLastLooks(),
    onboarding: startOnboarding(),
    stop: new AbortController().signal,
    account: undefined,
  };
  const hint: Hint = { installation: github.app.installationId, owner: 'acme', repo: 'demo', isTick: true };
  const round = async (): Promise<(string | undefined)[]> => {
    now = (now + QUARTER) as Instant;
    const from = github.journal.length;
    await visit(probot, hint, options, lasting, undefined, 'relcomms[bot]');
    return github.journal
      .slice(from)
      .flatMap(({ path, operation }) => (path === '/graphql' ? [operation] : []));
  };
  expect(await round()).not.toEqual(['RelcommsPulse']);
  for (let rounds = 0; rounds < 3; rounds++) await round();
  expect(await round()).toEqual(['RelcommsPulse']);
  expect(metrics.runs.get('still')).toBeGreaterThan(0);
  expect(metrics.lastSuccess).toBe(now);
  await github.as('bob').review(1, 'APPROVE');
  expect(await round()).toContain('RelcommsPulls');
  expectNoViolations(github);
  await github.close();
}, 60_000);
