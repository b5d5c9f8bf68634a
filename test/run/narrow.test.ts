// Runs about a few pull requests: cheap, right for what they read, and with one look at everything the same as that alone.
import * as fc from 'fast-check';
import { expectNoViolations } from '../support/github.ts';
import { rounds } from '../support/long.ts';
import { crowdSeed } from '../support/pull-crowd.ts';
import { type NarrowWorld, seenOf, startNarrowWorld } from '../support/narrow-world.ts';
import { writesSince } from '../support/runs.ts';
import { issue } from '../support/tracking.ts';

async function inWorld(story: (world: NarrowWorld) => Promise<void>): Promise<void> {
  const world = await startNarrowWorld();
  try {
    await story(world);
    expectNoViolations(world.github);
  } finally {
    await world.github.close();
  }
}

const oursOn = ({ github }: NarrowWorld, number: number): string[] =>
  issue(github, number)
    .comments.filter(({ author }) => author.includes('[bot]'))
    .map(({ body }) => body);

test('one pull request costs three requests and at most ten points, and is right at once', async () => {
  await inWorld(async (world) => {
    await world.whole();
    await world.github.as('bob').review(2, 'APPROVE');
    world.at(1);
    const from = world.github.journal.length;
    await world.narrow([2]);
    const all = world.github.journal.slice(from);
    const reads = all.slice(
      0,
      all.findIndex(({ write }) => write),
    );
    expect(reads.map(({ operation }) => operation).slice(0, 3)).toEqual([
      'RelcommsConfig',
      'RelcommsLook',
      'RelcommsPulls',
    ]);
    // What follows looks once more at what is about to be written.
    expect(reads.slice(3).every(({ operation }) => operation === 'RelcommsBody')).toBe(true);
    expect(reads.reduce((sum, { points = 0 }) => sum + points, 0)).toBeLessThanOrEqual(10);
    expect(issue(world.github, 2).labels).toEqual([]);
    expect(oursOn(world, 2)).toEqual([expect.stringContaining('Approved for Code freeze')]);
    // The list of the release follows, too.
    expect(issue(world.github, 7).body).not.toContain('| #2 Change 2');
    expect(issue(world.github, 7).body).toContain('| #1 Change 1');
  });
});

test('nobody is asked by it: that is chosen across all pull requests, and waits for the next look at them', async () => {
  await inWorld(async (world) => {
    await world.whole();
    const bob = world.github.as('bob');
    await bob.pushBranch('more', { 'c/more.ts': 'more' }, 'More', 'release-1.10');
    const number = await bob.openPull({ title: 'More', head: 'more', base: 'release-1.10' });
    world.at(1);
    await world.narrow([number]);
    expect(issue(world.github, number).labels).toEqual(['needs-approval']);
    expect(oursOn(world, number)).toEqual([]);
    world.at(15);
    await world.whole();
    expect(oursOn(world, number)).toEqual([expect.stringContaining('carol')]);
  });
});

test('a person who asks is answered at once, and once', async () => {
  await inWorld(async (world) => {
    await world.whole();
    await world.github.as('erin').comment(3, '/release why');
    await world.narrow([3], true);
    const answers = (): string[] => oursOn(world, 3).filter((body) => body.includes('Owners'));
    expect(answers()).toHaveLength(1);
    const from = world.github.journal.length;
    await world.narrow([4]);
    await world.narrow([], true);
    await world.whole();
    expect(writesSince(world.github, from)).toEqual([]);
    expect(answers()).toHaveLength(1);
  });
});

test('nothing is written on a pull request that was not read', async () => {
  await inWorld(async (world) => {
    await world.whole();
    // What the last run has written on is read once more.
    await world.narrow([]);
    await world.github.as('bob').review(2, 'APPROVE');
    await world.github.as('carol').review(3, 'APPROVE');
    await world.narrow([3]);
    expect(issue(world.github, 3).labels).toEqual([]);
    expect(issue(world.github, 2).labels).toEqual(['needs-approval']);
  });
});

test('after a quarter of an hour, and after a change of the config, everything is looked at again', async () => {
  await inWorld(async (world) => {
    await world.whole();
    await world.narrow([]);
    await world.github.as('bob').review(2, 'APPROVE');
    world.at(14);
    await world.narrow([1]);
    expect(issue(world.github, 2).labels).toEqual(['needs-approval']);
    world.at(15);
    await world.narrow([1]);
    expect(issue(world.github, 2).labels).toEqual([]);
    await world.github.as('carol').review(3, 'APPROVE');
    const text = crowdSeed([]).files['.github/relcomms.yml'] ?? '';
    await world.github.as('alice').putFile('.github/relcomms.yml', `${text}\n# Changed\n`);
    await world.narrow([1]);
    expect(issue(world.github, 3).labels).toEqual([]);
  });
});

/** Commands have tests of their own: one on a pull request that is closed before any run is never answered. */
type Event = readonly [
  kind: 'approve' | 'object' | 'close' | 'merge' | 'draft' | 'elsewhere' | 'talk' | 'unlabel',
  pull: number,
];

const anyEvent: fc.Arbitrary<Event> = fc.tuple(
  fc.constantFrom('approve', 'object', 'close', 'merge', 'draft', 'elsewhere', 'talk', 'unlabel'),
  fc.integer({ min: 1, max: 6 }),
);

/** An event, and the pull requests that a run hears of after it: often the right one, and now and then others. */
const anyStep = fc.record({
  event: anyEvent,
  heard: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 3 }), { nil: undefined }),
  isHeard: fc.boolean(),
});

async function happen(world: NarrowWorld, [kind, number]: Event): Promise<void> {
  const { github } = world;
  if (issue(github, number).state !== 'open') return;
  const owner = github.as(['alice', 'bob', 'carol', 'dave', 'erin', 'bob'][number - 1] ?? 'bob');
  switch (kind) {
    case 'approve':
      return void (await owner.review(number, 'APPROVE'));
    case 'object':
      return void (await owner.review(number, 'REQUEST_CHANGES', 'Not yet'));
    case 'close':
      return await github.as('alice').close(number);
    case 'merge':
      await github.as('frank').setDraft(number, false);
      await owner.review(number, 'APPROVE');
      return await github.as('alice').merge(number);
    case 'draft':
      return await github.as('frank').setDraft(number, true);
    case 'elsewhere':
      // Where nothing of ours stands, a label stays on what left the release: people may have put it on.
      if (!oursOn(world, number).some((body) => body.includes('relcomms:told'))) return;
      return void (await github
        .as('alice')
        .request('PATCH', `/repos/acme/demo/pulls/${number}`, { base: 'next' }));
    case 'talk':
      return void (await owner.comment(number, 'Looks fine to me'));
    case 'unlabel':
      if (!issue(github, number).labels.includes('needs-approval')) return;
      return await github.as('alice').unlabel(number, 'needs-approval');
  }
}

type Step = {
  readonly event: Event;
  readonly heard: readonly number[] | undefined;
  readonly isHeard: boolean;
};

/** What is to be seen in the end, with runs after each step or without. */
async function endOf(steps: readonly Step[], isNarrow: boolean): Promise<unknown> {
  let seen: unknown;
  await inWorld(async (world) => {
    await world.whole();
    for (const [index, { event, heard = [], isHeard }] of steps.entries()) {
      world.at(index + 1);
      // oxlint-disable-next-line no-await-in-loop -- one event after the other
      await happen(world, event);
      const about = isHeard ? [...heard, event[1]] : heard;
      // oxlint-disable-next-line no-await-in-loop -- see above
      if (isNarrow && about.length > 0) await world.narrow(about);
    }
    world.at(14);
    await world.whole();
    const from = world.github.journal.length;
    await world.whole();
    expect(writesSince(world.github, from)).toEqual([]);
    seen = seenOf(world.github);
  });
  return seen;
}

/** Stories in parts: each has its own time. */
const PARTS = Array.from({ length: rounds(1, 10) }, (_, index) => index + 1);

test.each(PARTS)(
  'law: narrow runs in any order, doubled or left out, and one look at everything are that look alone (part %i)',
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyStep, { minLength: 1, maxLength: rounds(4, 8) }), async (steps) => {
        expect(await endOf(steps, true)).toEqual(await endOf(steps, false));
      }),
      { numRuns: rounds(2, 50) },
    );
  },
  1_800_000,
);
