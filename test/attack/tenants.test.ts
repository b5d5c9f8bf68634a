// Attack: one tenant with a repository that never ends and hints without number; another one's command waits its turn only.
import { memoryQueue } from '../../src/server/memory-queue.ts';
import { startEyesBudget } from '../../src/server/eyes-budget.ts';
import type { Timer } from '../../src/github/timer.ts';

interface Job {
  readonly tenant: string;
  readonly repo: string;
}

/** Time that passes when the test says so. */
function turnedTime() {
  let now = 0;
  let rings: { readonly at: number; readonly ring: () => void }[] = [];
  const timer: Timer = (milliseconds, ring) => {
    const entry = { at: now + milliseconds, ring };
    rings.push(entry);
    return () => {
      rings = rings.filter((other) => other !== entry);
    };
  };
  const pass = async (milliseconds: number): Promise<void> => {
    for (const end = now + milliseconds; ;) {
      // oxlint-disable-next-line no-await-in-loop -- what is ready goes first
      await new Promise((resolve) => setImmediate(resolve));
      const next = rings.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) {
        now = end;
        return;
      }
      now = next.at;
      rings = rings.filter((other) => other !== next);
      next.ring();
    }
  };
  return { timer, pass, now: () => now };
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Runs take a second, and those on a tarpit never end. */
function tenants() {
  const time = turnedTime();
  const begun: { readonly at: number; readonly job: Job }[] = [];
  const errors: string[] = [];
  const stopped: AbortSignal[] = [];
  const queue = memoryQueue<Job>({
    parallel: 4,
    each: 2,
    timer: time.timer,
    groupOf: ({ tenant }) => tenant,
    onError: (error, { repo }) => errors.push(`${repo}: ${(error as Error).message}`),
    work: (job, stop) => {
      begun.push({ at: time.now(), job });
      stopped.push(stop);
      return new Promise((resolve) => {
        if (!job.repo.startsWith('tarpit')) time.timer(SECOND, resolve);
      });
    },
  });
  const add = (job: Job): void => queue.add(`${job.tenant}/${job.repo}`, job);
  const beginOf = (repo: string) => begun.find(({ job }) => job.repo === repo)?.at;
  return { ...time, queue, add, beginOf, begun, errors, stopped };
}

test('two tarpits and 500 hints of one tenant: a command of another begins at once', async () => {
  const { add, pass, beginOf, now } = tenants();
  for (let index = 0; index < 500; index++) add({ tenant: 'evil', repo: `r${index}` });
  for (const repo of ['tarpit-1', 'tarpit-2']) add({ tenant: 'evil', repo });
  await pass(10 * SECOND);
  const asked = now();
  add({ tenant: 'good', repo: 'release' });
  await pass(SECOND);
  expect(beginOf('release')).toBe(asked);
});

test('with more tenants than places each gets its share, in turns', async () => {
  const { add, pass, begun } = tenants();
  for (const tenant of ['a', 'b', 'c', 'd', 'e'])
    for (let index = 0; index < 20; index++) add({ tenant, repo: `${tenant}${index}` });
  await pass(10 * SECOND);
  const counts = ['a', 'b', 'c', 'd', 'e'].map(
    (tenant) => begun.filter(({ job }) => job.tenant === tenant).length,
  );
  expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(2);
});

test('a run that never ends is told to stop after ten minutes, named, and its place is free again', async () => {
  const { add, pass, errors, beginOf, stopped, queue } = tenants();
  for (const repo of ['tarpit-1', 'tarpit-2', 'plain']) add({ tenant: 'evil', repo });
  await pass(9 * MINUTE);
  expect([beginOf('plain'), errors]).toEqual([undefined, []]);
  await pass(2 * MINUTE);
  const words = 'it took longer than 10 minutes and was given up';
  expect(errors).toEqual([`tarpit-1: ${words}`, `tarpit-2: ${words}`]);
  expect(beginOf('plain')).toBe(10 * MINUTE);
  expect(stopped.slice(0, 2).map(({ aborted }) => aborted)).toEqual([true, true]);
  await queue.idle();
});

test('120 outsiders get five 👀 a minute at the most, each of them one; people of the repository always', () => {
  const may = startEyesBudget(() => 0);
  const place = { installation: 1, owner: 'acme', repo: 'demo', commentId: 1, issue: 7 };
  const outsiders = Array.from({ length: 120 }, (_, index) => ({
    ...place,
    author: `person-${index % 60}`,
    association: 'NONE',
  }));
  expect(outsiders.filter(may)).toHaveLength(5);
  const alice = { ...place, author: 'alice', association: 'MEMBER' };
  expect([alice, alice, alice].filter(may)).toHaveLength(3);
});
