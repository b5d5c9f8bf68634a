// A run that would find what the last one found does not look: one small query tells.
import type { Instant } from '../../src/domain/day.ts';
import { readPulse } from '../../src/github/pulse.ts';
import { isStill } from '../../src/run/still.ts';
import { type LastLook, lookOf } from '../../src/run/last-look.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { crowdSeed } from '../support/pull-crowd.ts';
import { clientOf, instant } from '../support/runs.ts';

const NOW = instant('2026-10-20T10:00:00Z');
const MINUTE = 60_000;
const PULL = {
  title: 'Change',
  author: 'dave',
  base: 'release-1.10',
  files: ['b/gateway.ts'],
  checks: [{ name: 'build', conclusion: 'success' }],
  createdAt: '2026-09-21T10:00:00Z',
};

async function settled() {
  let at = (NOW - 60 * MINUTE) as Instant;
  const github = await startTestGitHub({ seed: crowdSeed([PULL]), now: () => at, lag: 0 });
  let last: LastLook | undefined;
  for (let runs = 0; runs < 5; runs++) {
    // What was written is some minutes old when everything is looked at last.
    at = (NOW - (4 - runs) * MINUTE) as Instant;
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    const run = await reconcile({ github: clientOf(github), now: at });
    if (run.kind === 'applied') last = lookOf(run, at);
  }
  if (last === undefined) throw new Error('no run came through');
  const look = last;
  const before = await readPulse(clientOf(github));
  return {
    github,
    look,
    still: async (minutes: number) => {
      const client = clientOf(github);
      at = (NOW + minutes * MINUTE) as Instant;
      return isStill(look, { now: await readPulse(client), before }, { github: client, now: at });
    },
    later: (minutes: number) => {
      at = (NOW + minutes * MINUTE) as Instant;
    },
  };
}

test('nothing changed: one request and one point, and no run for an hour', async () => {
  const { github, still } = await settled();
  const from = github.journal.length;
  expect(await still(15)).toBe(true);
  expect(github.journal.slice(from).map(({ points }) => points)).toEqual([1]);
  expect(await still(59)).toBe(true);
  expect(await still(60)).toBe(false);
  expectNoViolations(github);
  await github.close();
});

test('what is due by the clock is looked at, though nothing changed', async () => {
  const { github, look, still } = await settled();
  const before = await readPulse(clientOf(github));
  // On another day the tracking issue says another week, or another number of days.
  const tomorrow = { ...look, at: (NOW + 23.5 * 60 * MINUTE) as Instant };
  const now = (NOW + 24 * 60 * MINUTE) as Instant;
  expect(isStill(tomorrow, { now: before, before }, { github: clientOf(github), now })).toBe(false);
  expect(await still(0)).toBe(true);
  await github.close();
});

test.each<[string, (github: Awaited<ReturnType<typeof settled>>['github']) => Promise<unknown>]>([
  ['a comment', (github) => github.as('bob').comment(1, 'Seen')],
  ['a review', (github) => github.as('bob').review(1, 'APPROVE')],
  ['a label', (github) => github.as('bob').label(1, 'docs')],
  ['an issue', (github) => github.as('bob').openIssue({ title: 'New' })],
  ['a push', (github) => github.as('alice').putFile('README.md', 'Other words')],
])('%s: it is looked at', async (_, change) => {
  const { github, still, later } = await settled();
  later(1);
  await change(github);
  expect(await still(15)).toBe(false);
  await github.close();
});

test('what could not be read, and what was written on, is looked at again', async () => {
  const { github, look } = await settled();
  const pulses = { now: 'the same', before: 'the same' };
  const scope = { github: clientOf(github), now: NOW };
  expect(isStill(look, pulses, scope)).toBe(true);
  expect(isStill({ ...look, written: [1] }, pulses, scope)).toBe(false);
  const pulls = { known: false, why: 'refused' } as const;
  expect(isStill({ ...look, observation: { ...look.observation, pulls } }, pulses, scope)).toBe(false);
  expect(isStill(look, { ...pulses, now: undefined }, scope)).toBe(false);
  // An answer on Slack is waited for.
  const seen = { known: true, value: [{}] } as unknown as typeof look.observation.seen;
  expect(isStill({ ...look, observation: { ...look.observation, seen } }, pulses, scope)).toBe(false);
  await github.close();
});

test('of what changed in the second of the look nobody knows the rest', async () => {
  const { github, look } = await settled();
  const pulse = (seconds: number): string =>
    JSON.stringify({ at: new Date(look.at + seconds * 1000).toISOString().replace('.000', '') });
  const scope = { github: clientOf(github), now: NOW };
  const still = (text: string): boolean => isStill(look, { now: text, before: text }, scope);
  expect([still(pulse(-60)), still(pulse(0)), still(pulse(-4))]).toEqual([true, false, false]);
  await github.close();
});
