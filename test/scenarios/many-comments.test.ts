// 48 people are asked in 48 comments: few requests, within GitHub's limits, each comment once whatever happens.
import type { Run } from '../../src/run/reconcile.ts';
import type { FaultRule } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations } from '../support/github.ts';
import { closedGate } from '../support/gate.ts';
import { killedAfter } from '../support/kill.ts';
import { clientOf, runAction, writesSince } from '../support/runs.ts';
import {
  ASKED,
  LOOK,
  type Nudges,
  TOGETHER,
  ask,
  asked,
  sentSince,
  startAgain,
  startNudges,
} from '../support/nudges.ts';

let world: Nudges;

const isComment: FaultRule['match'] = ({ operation }) => operation === TOGETHER;
const isRead: FaultRule['match'] = ({ write }) => !write;
const SECONDARY = { kind: 'secondary-limit', retryAfter: 2, times: 1, match: isComment } as const;
const READ = { kind: 'error-before', times: 1, match: isRead } as const;

/** Requests of a run in which nothing fails. */
async function usual(): Promise<number> {
  const other = await startNudges(8);
  const from = other.github.journal.length;
  await ask(other);
  await other.github.close();
  return other.github.journal.length - from;
}

afterEach(async () => {
  expectNoViolations(world.github);
  await world.github.close();
});

function failed(run: Run): unknown[] {
  if (run.kind !== 'applied') return [run.kind];
  return run.applied.filter(({ outcome }) => outcome !== 'done' && outcome !== 'already');
}

/** Each pull request has one comment, and a further run has nothing to do. */
async function expectOnce(): Promise<void> {
  expect(asked(world).map((bodies) => bodies.length)).toEqual(Array.from({ length: world.count }, () => 1));
  const from = world.github.journal.length;
  expect(failed(await runAction(world.github, ASKED))).toEqual([]);
  expect(writesSince(world.github, from)).toEqual([]);
}

async function expectHealed(): Promise<void> {
  expect(failed(await runAction(world.github, ASKED))).toEqual([]);
  await expectOnce();
}

test('48 comments: three writes, two looks, and within 40 seconds', async () => {
  world = await startNudges(48);
  const from = world.github.journal.length;
  expect(failed(await ask(world))).toEqual([]);
  const sent = sentSince(world, from);
  const operations = sent.map(({ operation }) => operation);
  const comments = sent.filter(({ operation }) => operation === TOGETHER);
  expect(comments.map(({ pieces }) => pieces)).toEqual([20, 20, 8]);
  expect(operations.filter((operation) => operation === LOOK)).toHaveLength(2);
  expect(operations.filter((operation) => operation.includes('/comments'))).toEqual([]);
  expect(world.clock.now() - ASKED).toBeLessThanOrEqual(40_000);
  expect(asked(world).map(([body], index) => body?.includes(`@reviewer${index + 1}`))).not.toContain(false);
  await expectOnce();
}, 60_000);

test('two runs that both look before either writes: the older comments stay, the others go', async () => {
  world = await startNudges(8);
  let waiting = 0;
  const both = closedGate();
  world.github.before(async ({ operation }) => {
    if (operation !== TOGETHER) return;
    waiting += 1;
    if (waiting >= 2) both.open();
    await both.passed;
  });
  const from = world.github.journal.length;
  const runs = await Promise.all([ask(world, clientOf(world.github)), ask(world, clientOf(world.github))]);
  expect(runs.map(failed)).toEqual([[], []]);
  const made = sentSince(world, from).filter(({ operation }) => operation === TOGETHER);
  // Two that make, and one by which the younger run takes its own back.
  expect(made.map(({ pieces }) => pieces)).toEqual([8, 8, 0]);
  await expectOnce();
});

test('a run that is killed at any of its writes: the next one makes what is missing, and nothing twice', async () => {
  world = await startNudges(25);
  const { github } = world;
  let isOver = false;
  for (let writes = 0; !isOver; writes++) {
    const from = github.journal.length;
    // oxlint-disable-next-line no-await-in-loop -- each in a world of its own
    const killed = await ask(world, killedAfter(clientOf(github), writes)).catch(() => undefined);
    isOver = killed !== undefined && failed(killed).length === 0;
    expect(sentSince(world, from).filter(({ write }) => write).length).toBeLessThanOrEqual(writes);
    // oxlint-disable-next-line no-await-in-loop -- see above
    await expectHealed();
    // oxlint-disable-next-line no-await-in-loop -- see above
    if (!isOver) await startAgain(world);
  }
}, 120_000);

describe('eight comments', () => {
  beforeEach(async () => {
    world = await startNudges(8);
  });

  test.each<readonly [string, readonly FaultRule[], number]>([
    ['a secondary limit that names a time', [SECONDARY], 1],
    ['502 on a read', [READ], 1],
    ['both', [SECONDARY, READ], 2],
    ['502 on the comments, none of which took', [{ kind: 'error-before', times: 1, match: isComment }], 2],
    ['502 on the comments, all of which took', [{ kind: 'error-after', times: 1, match: isComment }], 1],
    ['a dropped connection before the comments', [{ kind: 'drop', times: 1, match: isComment }], 2],
    ['a dropped connection after the comments', [{ kind: 'drop-after', times: 1, match: isComment }], 1],
    [
      '502 on the look for them',
      [{ kind: 'error-before', times: 1, match: ({ operation }) => operation === LOOK }],
      1,
    ],
  ])('%s: nothing failed, each once, few requests more', async (_, rules, more) => {
    const plain = await usual();
    for (const rule of rules) world.github.fault(rule);
    const from = world.github.journal.length;
    expect(failed(await ask(world))).toEqual([]);
    expect(world.github.journal.length - from - plain).toBeLessThanOrEqual(more);
    await expectOnce();
  });
});
