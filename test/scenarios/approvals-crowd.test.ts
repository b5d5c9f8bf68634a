// A thousand open pull requests: exactly those are commented that have to be, for few requests.
import type { EmbeddedGitHub } from '../../src/sandbox/github/index.ts';
import { crowd, crowdExpects, crowdSeed, CROWD_NOW } from '../support/pull-crowd.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { repository } from '../support/tracking.ts';

const PULLS = crowd(1000, 20261020);
const NOW = instant(CROWD_NOW);

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub({ seed: crowdSeed(PULLS), now: () => NOW });
}, 180_000);

afterAll(() => github.close());

/** Numbers of the pull requests with a comment of ours, with those whom it mentions. */
function commented(): Record<number, string[]> {
  const found = repository(github).issues.flatMap(({ number, pull, comments }) => {
    const body = comments.find(({ author }) => author.includes('[bot]'))?.body;
    if (!pull || body === undefined) return [];
    const told = /relcomms:told ([^>]*) -->/.exec(body)?.[1] ?? '';
    return [[number, told.split(' ').toSorted()] as const];
  });
  return Object.fromEntries(found);
}

test('who is expected hears of it, nobody else does, and a second run costs 22 requests and writes nothing', async () => {
  const expected = Object.fromEntries(
    PULLS.map((one, index) => [index + 1, [...crowdExpects(one)].toSorted()] as const).filter(
      ([, names]) => names.length > 0,
    ),
  );
  expect(Object.keys(expected).length).toBeGreaterThan(100);
  await runAction(github, NOW);
  expect(commented()).toEqual(expected);

  const from = github.journal.length;
  const run = await runAction(github, NOW);
  expect(run.kind === 'applied' && run.plan.unknown).toEqual([]);
  const sent = github.journal.slice(from);
  expect(writesSince(github, from)).toEqual([]);
  expect(sent.length).toBeLessThanOrEqual(2 + 1000 / 50);
  expectNoViolations(github);
}, 300_000);
