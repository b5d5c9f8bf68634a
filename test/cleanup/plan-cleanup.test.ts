// What a cleanup plans, from plain data: only what is surely ours goes, and nothing unknown is taken for empty.
import { isClean, planCleanup } from '../../src/cleanup/plan-cleanup.ts';
import type { Leavings, LeftLabel } from '../../src/domain/leavings.ts';
import type { Instant } from '../../src/domain/day.ts';
import { LABEL_WORDS } from '../../src/text/our-marks.ts';
import { ownIssue } from '../support/world.ts';

function known<T>(value: T): { readonly known: true; readonly value: T } {
  return { known: true, value };
}

const UNKNOWN = { known: false, why: 'GitHub did not answer' } as const;

function leavings(more: Partial<Leavings> = {}): Leavings {
  const none = known([]);
  return {
    ownIssues: none,
    pins: none,
    labels: none,
    milestones: none,
    pulls: none,
    branches: none,
    ...more,
  };
}

function label(more: Partial<LeftLabel> & { ours?: number[]; theirs?: number[] } = {}): LeftLabel {
  const { ours = [], theirs = [], ...rest } = more;
  return { name: 'release', description: LABEL_WORDS.release, worn: known({ ours, theirs }), ...rest };
}

function row(more: object = {}) {
  const at = 0 as Instant;
  return { claim: 'run', at, until: at, tries: 1, sent: { place: 'C1', id: '1.2' }, ...more };
}

function withMessages(rows: Record<string, unknown>) {
  return ownIssue('1.0/tracking-issue', 1, {
    state: 'closed',
    records: [{ name: 'messages', commentId: 9, body: '', rows }],
  });
}

function kinds(from: Leavings): string[] {
  return planCleanup(from).operations.map(({ kind }) => kind);
}

const FACTS = ['ownIssues', 'pins', 'labels', 'milestones', 'pulls', 'branches'] as const;

test('nothing is left of nothing', () => {
  const plan = planCleanup(leavings());
  expect(plan).toEqual({ operations: [], kept: [], unread: [] });
  expect(isClean(plan)).toBe(true);
});

test('open issues close as not planned, those below before their tracking issue; closed ones stay', () => {
  const ownIssues = known([
    ownIssue('1.0/tracking-issue', 1),
    ownIssue('1.0/task/a', 2),
    ownIssue('1.0/task/b', 3, { state: 'closed' }),
  ]);
  const { operations } = planCleanup(leavings({ ownIssues, pins: known([1, 7]) }));
  expect(operations).toMatchObject([
    { kind: 'unpin-issue', number: 1 },
    { kind: 'close-issue', number: 2, notPlanned: true },
    { kind: 'close-issue', number: 1, notPlanned: true },
  ]);
  expect(operations).toHaveLength(3);
});

test('an issue of which nobody knows any more what we wrote stays, and is named', () => {
  const ownIssues = known([ownIssue('?/4', 4, { unsure: 'its history is gone' })]);
  expect(planCleanup(leavings({ ownIssues, pins: known([4]) }))).toEqual({
    operations: [],
    kept: [],
    unread: [{ what: '#4', why: 'its history is gone' }],
  });
});

describe('a label', () => {
  const ownIssues = known([ownIssue('1.0/tracking-issue', 1, { state: 'closed' })]);

  test('that only we put on something is deleted, also where a person put it on an issue of ours', () => {
    const labels = known([label({ ours: [5], theirs: [1] })]);
    expect(planCleanup(leavings({ ownIssues, labels })).operations).toMatchObject([
      { kind: 'delete-label', name: 'release' },
    ]);
  });

  test('that people use stays with them, and comes off what we put it on', () => {
    const labels = known([label({ ours: [1, 5], theirs: [8, 9, 10, 11] })]);
    const { operations, kept } = planCleanup(leavings({ ownIssues, labels }));
    expect(operations).toMatchObject([
      { kind: 'remove-label', number: 1, label: 'release' },
      { kind: 'remove-label', number: 5, label: 'release' },
    ]);
    expect(kept).toEqual([{ what: 'The label release', why: 'people use it on #8, #9, #10 and 1 more' }]);
  });

  test('whose words may be anybody’s and that nothing carries stays', () => {
    const labels = known([label({ description: LABEL_WORDS.failingTest }), label({ name: 'other' })]);
    const plan = planCleanup(leavings({ labels }));
    expect(plan.operations).toMatchObject([{ kind: 'delete-label', name: 'other' }]);
    expect(plan.kept).toHaveLength(1);
  });

  test('stays while it is not known who uses it, or which issues are ours', () => {
    expect(planCleanup(leavings({ labels: known([label({ worn: UNKNOWN })]) }))).toMatchObject({
      operations: [],
      unread: [{ what: 'The label release', why: UNKNOWN.why }],
    });
    const plan = planCleanup(leavings({ ownIssues: UNKNOWN, labels: known([label({ ours: [5] })]) }));
    expect(plan.operations).toEqual([]);
    expect(plan.unread.map(({ what }) => what)).toContain('The label release');
  });

  test('that goes need not come off pull requests one by one; another one that we put there does', () => {
    const pulls = known([{ number: 5, comments: [], labels: ['Release', 'theirs'], isOwn: false }]);
    const labels = known([label({ ours: [5] })]);
    expect(planCleanup(leavings({ pulls, labels })).operations).toMatchObject([
      { kind: 'remove-label', number: 5, label: 'theirs' },
      { kind: 'delete-label', name: 'release' },
    ]);
  });
});

test('comments fold, our pull requests close before their branches go, and branches with others’ commits stay', () => {
  const pulls = known([
    { number: 5, comments: ['C_1', 'C_2'], labels: [], isOwn: false },
    { number: 6, comments: [], labels: [], isOwn: true },
    { number: 7, comments: [], labels: [], isOwn: false, unread: 'somebody edited one' },
  ]);
  const branches = known([
    { name: 'relcomms/slip' },
    { name: 'relcomms/mine', keptBecause: 'its newest commit is not by relcomms' },
  ]);
  const plan = planCleanup(leavings({ pulls, branches, milestones: known([{ number: 3, title: '1.0' }]) }));
  expect(plan.operations).toMatchObject([
    { kind: 'minimise-comment', number: 5, nodeId: 'C_1' },
    { kind: 'minimise-comment', number: 5, nodeId: 'C_2' },
    { kind: 'close-pull', number: 6 },
    { kind: 'delete-branch', branch: 'relcomms/slip' },
    { kind: 'close-milestone', number: 3 },
  ]);
  expect(plan.kept).toEqual([
    { what: 'The branch relcomms/mine', why: 'its newest commit is not by relcomms' },
  ]);
  expect(plan.unread).toEqual([{ what: 'Comments on #7', why: 'somebody edited one' }]);
});

test('pins of messages and parts of pages are taken back once; other messages stay', () => {
  const issue = withMessages({
    '1.0/slack/dates/slack/team-api': row(),
    '1.0/slack/dates/slack/press/news': row(),
    '1.0/slack/dates/trial/slack/team-api': row({ takenBack: true }),
    '1.0/slack/dates/mail/press': row(),
    '1.0/slack/due/rc1/slack/team-api': row(),
    '1.0/slack/dates/slack/unsent': row({ sent: undefined }),
    '1.0/wiki/page': row({ sent: { place: 'Release 1.0', id: 'abc' } }),
  });
  const { operations } = planCleanup(leavings({ ownIssues: known([issue]) }));
  expect(operations.map((one) => (one.kind === 'take-back' ? one.what : one.kind))).toEqual([
    { kind: 'slack' },
    { kind: 'slack', workspace: 'press' },
    { kind: 'wiki', page: 'Release 1.0', block: 'release' },
  ]);
  expect(operations[0]).toMatchObject({
    record: { key: '1.0/tracking-issue/record/messages', commentId: 9 },
  });
});

test.each(FACTS)('%s that are unknown are named, and nothing else is held up', (fact) => {
  const all = leavings({
    ownIssues: known([ownIssue('1.0/tracking-issue', 1)]),
    pins: known([1]),
    labels: known([label({ ours: [1] })]),
    milestones: known([{ number: 3, title: '1.0' }]),
    pulls: known([{ number: 5, comments: ['C_1'], labels: [], isOwn: true }]),
    branches: known([{ name: 'relcomms/slip' }]),
  });
  const whole = kinds(all);
  expect(new Set(whole).size).toBe(whole.length);
  const plan = planCleanup({ ...all, [fact]: UNKNOWN });
  expect(plan.unread.map(({ why }) => why)).toContain(UNKNOWN.why);
  expect(isClean(plan)).toBe(false);
  const rest = plan.operations.map(({ kind }) => kind);
  expect(rest.length).toBeLessThan(whole.length);
  expect(whole).toEqual(expect.arrayContaining(rest));
});
