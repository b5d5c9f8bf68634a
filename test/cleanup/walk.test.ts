// After a cycle of each scenario a cleanup leaves nothing of ours open, pinned, labelled or scheduled.
import type { Operation } from '../../src/domain/operation.ts';
import { isOurLabel } from '../../src/text/our-marks.ts';
import { rounds } from '../support/long.ts';
import { type CleanupWalk, OURS, isOurs, ofPeople, walkAndCleanUp } from '../support/cleanup-walk.ts';

/** One whole cycle and one that breaks off in every run of the suite; all of them in `npm run test:long`. */
const FIRST: readonly (readonly [string, number])[] = [
  ['overlapping', 1],
  ['approvals', 0.5],
];
const SCENARIOS = ['overlapping', 'approvals', 'slips-twice', 'kubernetes', 'bad-week', 'kyma', 'hostile'];
const OTHERS = SCENARIOS.flatMap((id) => [0.5, 1].map((share) => [id, share] as const)).filter(
  ([id, share]) => !FIRST.some((one) => one[0] === id && one[1] === share),
);
const ALL = [...FIRST, ...OTHERS];

/** What there is to be taken back at the least, where that is more than labels. */
const TAKEN: Readonly<Record<string, readonly Operation['kind'][]>> = {
  'approvals 0.5': ['minimise-comment', 'delete-label', 'unpin-issue', 'close-milestone', 'close-issue'],
  'slips-twice 0.5': ['delete-label', 'delete-branch', 'unpin-issue', 'close-milestone', 'close-issue'],
  'kubernetes 0.5': ['delete-label', 'take-back', 'unpin-issue', 'close-milestone', 'close-issue'],
  'kyma 0.5': ['minimise-comment', 'delete-label', 'take-back', 'unpin-issue', 'close-issue'],
};

describe.each(ALL.slice(0, rounds(FIRST.length, ALL.length)))('%s, %d of the way', (id, share) => {
  let walk: CleanupWalk;

  beforeAll(async () => {
    walk = await walkAndCleanUp(id, share);
  }, 300_000);

  test('everything was read, and everything that was tried came out', () => {
    expect(walk.first.plan.unread).toEqual([]);
    const open = walk.applied.filter(({ outcome }) => outcome !== 'done' && outcome !== 'already');
    expect(open.map(({ operation, detail }) => ({ kind: operation.kind, detail }))).toEqual([]);
    expect(walk.applied.length).toBeGreaterThan(0);
  });

  test('it was there before', () => {
    const kinds = new Set(walk.applied.map(({ operation }) => operation.kind));
    expect([...kinds]).toEqual(expect.arrayContaining([...(TAKEN[`${id} ${share}`] ?? ['delete-label'])]));
  });

  test('nothing of ours is open, pinned, labelled or shown', () => {
    const { github } = walk.after;
    const open = github.issues.filter((issue) => issue.state === 'open');
    expect(open.filter((issue) => OURS.includes(issue.author))).toEqual([]);
    const own = github.issues.filter(isOurs).map(({ number }) => number);
    expect(own.length).toBeGreaterThan(0);
    expect(github.pinned.filter((number) => own.includes(number))).toEqual([]);
    expect(github.labels.filter(({ description }) => isOurLabel(description ?? ''))).toEqual([]);
    expect(github.milestones.filter(({ state }) => state === 'open')).toEqual([]);
    const shown = github.issues
      .filter(({ pull }) => pull)
      .flatMap(({ comments }) => comments.filter((one) => isOurs(one) && one.minimized === null));
    expect(shown).toEqual([]);
    expect(walk.after.branches.filter((name) => name.startsWith('relcomms'))).toEqual([]);
  });

  test('nothing is pinned on Slack, and no page of the wiki has a part of ours', () => {
    const channels = walk.after.outside?.slack.flatMap((workspace) => workspace.channels) ?? [];
    expect(channels.flatMap(({ messages }) => messages.filter(({ pinned }) => pinned))).toEqual([]);
    const pages = walk.after.outside?.wiki?.pages ?? [];
    expect(pages.filter(({ text }) => text.includes('relcomms:'))).toEqual([]);
  });

  test('what people wrote and decided is as it was', () => {
    const created = walk.before.github.labels
      .filter(({ description }) => isOurLabel(description ?? ''))
      .map(({ name }) => name);
    expect(ofPeople(walk.after, created)).toEqual(ofPeople(walk.before, created));
    const foreign = walk.before.github.labels.filter(({ name }) => !created.includes(name));
    expect(walk.after.github.labels).toEqual(foreign);
    expect(walk.after.github.discussions).toEqual(walk.before.github.discussions);
  });

  test('a second cleanup finds nothing to do', () => {
    expect(walk.second.plan).toMatchObject({ operations: [], unread: [] });
  });
});
