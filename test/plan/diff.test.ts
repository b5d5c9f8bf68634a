// The one diff: what is wanted against what was seen, as operations in the order to carry them out (P2).
import { day, type Instant } from '../../src/domain/day.ts';
import type {
  DesiredEntry,
  DesiredIssue,
  DesiredLabel,
  DesiredMilestone,
  Desired,
} from '../../src/domain/desired.ts';
import type { Observation, Observed } from '../../src/domain/observed.ts';
import { diff } from '../../src/plan/diff.ts';
import { limit } from '../../src/plan/limit.ts';
import { renderBody } from '../../src/body/render-body.ts';
import { renderLedger } from '../../src/memory/ledger.ts';
import { ownIssue } from '../support/world.ts';

const KEY = 'v2.0.0/tracking-issue';
const BODY = { key: KEY, parts: [{ kind: 'block' as const, name: 'status', text: 'Week 1' }] };
const why = 'the test wants it';

const label: DesiredLabel = { kind: 'label', name: 'release', color: '0e8a16', description: 'Ours', why };
const milestone: DesiredMilestone = {
  kind: 'milestone',
  title: 'v2.0.0',
  description: 'Release',
  dueOn: day('2020-01-28'),
  why,
};
const wantedIssue: DesiredIssue = {
  kind: 'issue',
  key: KEY,
  title: 'Release v2.0.0',
  body: BODY,
  labels: ['release'],
  assignees: [{ login: 'alice', entry: 'v2.0.0/assigned/alice', why }],
  milestone: 'v2.0.0',
  state: 'open',
  pin: true,
  why,
  whyBody: 'its words have changed',
  whyClosed: 'the cycle is over',
};
const entry: DesiredEntry = {
  kind: 'entry',
  issue: KEY,
  key: 'v2.0.0/opened',
  day: day('2020-01-08'),
  text: 'Opened.',
  why,
};
const ALL: readonly Desired[] = [entry, wantedIssue, milestone, label];

const LEDGER = {
  commentId: 7,
  body: renderLedger(KEY, [{ key: entry.key, day: entry.day, text: entry.text }]),
  entries: [{ key: entry.key, day: entry.day, text: entry.text }],
};
const found = ownIssue(KEY, 4, {
  databaseId: 1004,
  title: 'Release v2.0.0',
  body: renderBody(BODY),
  labels: ['release'],
  assignees: ['alice'],
  milestone: 'v2.0.0',
  ledger: LEDGER,
});

/** A repository in which all of it is there, with changes. */
function seen(changes: Partial<Observed> = {}): Observation {
  const facts: Partial<Observed> = {
    ownIssues: [found],
    githubMilestones: [{ number: 1, title: 'v2.0.0', dueOn: day('2020-01-28'), state: 'open' }],
    labels: [{ name: 'release' }],
    assignable: ['alice'],
    pins: [4],
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, { known: true, value }]),
  ) as unknown as Observation;
}

function diffOf(desired: readonly Desired[], observation: Observation) {
  return diff(
    desired.map((one) => ({ duty: 'tracking-issue', desired: one })),
    observation,
    0 as Instant,
  );
}

const nothing = { ownIssues: [], githubMilestones: [], labels: [], pins: [] };

test('when all is there, nothing is to do', () => {
  expect(diffOf(ALL, seen())).toEqual([]);
});

test('when nothing is there, all is made: what others need comes first, the ledger last', () => {
  const operations = diffOf(ALL, seen(nothing));
  expect(operations.map(({ kind }) => kind)).toEqual([
    'create-label',
    'create-milestone',
    'create-issue',
    'add-assignee',
    'pin-issue',
    'write-ledger',
  ]);
  for (const operation of operations) expect(operation).toMatchObject({ duty: 'tracking-issue', why });
  // What belongs to an issue that does not exist yet names it by key.
  const refs = operations.flatMap((operation) => ('issue' in operation ? [operation.issue] : []));
  expect(refs).toEqual([{ key: KEY }, { key: KEY }, { key: KEY }]);
});

test('a closed issue that stays closed is left as it is, whatever its text says', () => {
  const closed = seen({ ownIssues: [{ ...found, state: 'closed', body: '', ledger: undefined }] });
  const wanted: DesiredIssue = { ...wantedIssue, state: 'closed', pin: false, assignees: [] };
  expect(diffOf([wanted], closed)).toEqual([]);
  expect(diffOf([wanted], seen()).map(({ kind }) => kind)).toContain('close-issue');
});

test('labels of people stay, and those of a kind that is exclusive give way', () => {
  const labelled = seen({
    ownIssues: [{ ...found, labels: ['release', 'alice/asked', 'week/3', 'weekly'] }],
  });
  expect(diffOf([wantedIssue], labelled)).toEqual([]);
  const exclusive = { ...wantedIssue, labels: ['week/4'], exclusive: ['week/'] };
  expect(diffOf([exclusive], labelled)).toMatchObject([
    { kind: 'add-labels', labels: ['week/4'] },
    { kind: 'remove-label', label: 'week/3' },
  ]);
});

test('the order does not depend on who asked first', () => {
  const kinds = [ALL, ALL.toReversed()].map((desired) =>
    diffOf(desired, seen(nothing)).map(({ kind }) => kind),
  );
  expect(kinds[1]).toEqual(kinds[0]);
});

test('two duties that want the same label get one', () => {
  const twice = [label, { ...label, name: 'RELEASE', color: 'ffffff' }];
  expect(diffOf(twice, seen(nothing))).toHaveLength(1);
});

test.each([
  ['a label in another case', { labels: [{ name: 'Release' }] }],
  [
    'a GitHub milestone in another case',
    {
      githubMilestones: [{ number: 9, title: 'V2.0.0', dueOn: day('2020-01-28'), state: 'closed' as const }],
    },
  ],
  [
    'more labels and people than wanted',
    { ownIssues: [{ ...found, labels: ['Release', 'x'], assignees: ['bob', 'alice'] }] },
  ],
  ['another milestone, which a person chose', { ownIssues: [{ ...found, milestone: 'Later' }] }],
  ['a title that a person changed', { ownIssues: [{ ...found, title: 'Ours' }] }],
  ['words that a person added', { ownIssues: [{ ...found, body: `Mine.\n\n${found.body}\nMine too.` }] }],
])('%s is left alone', (_, changes) => {
  expect(diffOf(ALL, seen(changes))).toEqual([]);
});

test('a GitHub milestone on another day is moved, and the operation says from where', () => {
  const githubMilestones = [{ number: 9, title: 'v2.0.0', dueOn: day('2020-02-04'), state: 'open' as const }];
  expect(diffOf([milestone], seen({ githubMilestones }))).toEqual([
    {
      kind: 'move-milestone',
      number: 9,
      title: 'v2.0.0',
      from: '2020-02-04',
      dueOn: '2020-01-28',
      duty: 'tracking-issue',
      why,
    },
  ]);
});

test('only what is missing on an issue is added', () => {
  const bare = { ...found, labels: [], assignees: [], milestone: undefined, body: 'Old words.' };
  const operations = diffOf([wantedIssue], seen({ ownIssues: [bare], pins: [] }));
  expect(operations).toMatchObject([
    { kind: 'write-body', why: 'its words have changed' },
    { kind: 'add-labels', number: 4, labels: ['release'] },
    { kind: 'set-milestone', issue: { number: 4 }, title: 'v2.0.0' },
    { kind: 'add-assignee', issue: { number: 4 }, login: 'alice', entry: 'v2.0.0/assigned/alice' },
    { kind: 'pin-issue', issue: { number: 4 } },
  ]);
});

test('an issue gets the title of what is due next, unless people gave it one', () => {
  const spanning = { ...wantedIssue, title: 'Finish', otherTitles: ['Begin', 'Finish'] };
  const titled = (title: string) => diffOf([spanning], seen({ ownIssues: [{ ...found, title }] }));
  expect(titled('Begin')).toMatchObject([
    { kind: 'rename-issue', number: 4, from: 'Begin', title: 'Finish' },
  ]);
  expect(titled('Finish')).toEqual([]);
  expect(titled('Our own words')).toEqual([]);
});

test('an issue that should be closed is closed, after its words; one that is gone is not opened for that', () => {
  const closed = { ...wantedIssue, state: 'closed' as const, body: { ...BODY, parts: [] } };
  const status = { kind: 'block' as const, name: 'status', text: 'Over' };
  const over = { ...closed, body: { ...BODY, parts: [status] } };
  expect(diffOf([over], seen()).map(({ kind, why: reason }) => [kind, reason])).toEqual([
    ['write-body', 'its words have changed'],
    ['close-issue', 'the cycle is over'],
  ]);
  expect(diffOf([closed], seen({ ownIssues: [{ ...found, state: 'closed' }] }))).toEqual([]);
  expect(diffOf([closed], seen(nothing))).toEqual([]);
});

test('what people closed is not reopened', () => {
  const operations = diffOf([wantedIssue], seen({ ownIssues: [{ ...found, state: 'closed' }] }));
  expect(operations.map(({ kind }) => kind)).not.toContain('reopen-issue');
  expect(operations.map(({ kind }) => kind)).not.toContain('create-issue');
});

test('of issues with one key the lowest number counts, whatever the order; open others are closed', () => {
  const younger = { ...found, number: 6, ledger: undefined };
  const closed = { ...found, number: 5, state: 'closed' as const };
  const other = { ...found, number: 2, key: 'v3.0.0/tracking-issue' };
  for (const ownIssues of [
    [other, found, closed, younger],
    [younger, closed, found, other],
  ])
    expect(diffOf(ALL, seen({ ownIssues }))).toEqual([
      {
        kind: 'close-duplicate',
        number: 6,
        key: KEY,
        of: 4,
        duty: 'relcomms',
        why: '#4 is older and is the one that counts',
      },
    ]);
});

test('a ledger gets the entries that it lacks in one write, each with its reason', () => {
  const second = { ...entry, key: 'v2.0.0/assigned/alice', text: 'Assigned alice.' };
  const third = { ...entry, key: 'v2.0.0/closed', text: 'Closed.' };
  const operations = diffOf([entry, second, third], seen());
  expect(operations).toMatchObject([
    {
      kind: 'write-ledger',
      issue: { number: 4 },
      key: KEY,
      entries: [
        { key: second.key, day: '2020-01-08', text: 'Assigned alice.' },
        { key: third.key, day: '2020-01-08', text: 'Closed.' },
      ],
    },
  ]);
});

test('a limit takes the first and names the rest; zero takes none', () => {
  const operations = diffOf(ALL, seen(nothing));
  const { now, left } = limit(operations, { operations: 2 }, []);
  expect([now, left]).toEqual([operations.slice(0, 2), operations.slice(2)]);
  expect(limit(operations, { operations: 0 }, [])).toEqual({ now: [], left: operations });
  expect(limit(operations, { operations: 99 }, [])).toEqual({ now: operations, left: [] });
});
