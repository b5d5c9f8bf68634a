// Issues of teams as plain data: what a box says against what was recorded since, how long a body gets, and how many open.
import type { Day } from '../../../src/domain/day.ts';
import type { Desired } from '../../../src/domain/desired.ts';
import { type ManualTest, type Result, keyOf, resultsOf, runsOf } from '../../../src/domain/manual-test.ts';
import type { OwnIssue } from '../../../src/domain/observed.ts';
import { fewAtOnce } from '../../../src/duties/manual-tests/team-issues/few-at-once.ts';
import { hearBoxes } from '../../../src/duties/manual-tests/team-issues/hear-boxes.ts';
import { renderIssue } from '../../../src/duties/manual-tests/team-issues/render-issue.ts';
import type { TeamIssue } from '../../../src/duties/manual-tests/team-issues/team-issue.ts';
import { renderBody } from '../../../src/body/render-body.ts';
import { setTicks } from '../../../src/body/ticks.ts';
import { readResults, renderResults } from '../../../src/manual-tests/results-file.ts';
import { signOffOf, signOffRow } from '../../../src/manual-tests/sign-off.ts';
import { read, releaseOf } from '../../support/world.ts';

const release = releaseOf(
  read(`cycle: { weeks: 6, release-week: 6, weeks-after: 0 }
milestones: { rc1: { on: release - 14 days, title: Release candidate 1 } }
releases: [{ version: '1.0.0', start: 2019-10-21, release: 2019-11-26 }]
`),
);
const TODAY = '2019-11-11' as Day;
const NEWER = 'newer';

function testOf(id: string, more: Partial<ManualTest> = {}): ManualTest {
  return {
    id,
    title: `Title of ${id}`,
    team: 'api',
    component: 'api',
    steps: [],
    platforms: [],
    complexity: 1,
    covers: [],
    ...more,
  };
}

function issueWith(tests: readonly ManualTest[], found?: Partial<OwnIssue>): TeamIssue {
  const milestone = release.milestones.find(({ id }) => id === 'rc1');
  if (milestone === undefined) throw new Error('no rc1');
  const runs = runsOf(tests, 'rc1');
  const candidates = [{ milestone, runs, isActive: true }];
  return {
    team: 'api',
    key: '1.0.0/manual-tests/api',
    candidates,
    last: 'rc1',
    ...(found === undefined ? {} : { found: found as OwnIssue }),
  };
}

const rowOf = (result: Result | undefined) =>
  resultsOf([{ candidate: 'rc1', run: 'a', result, tester: 'carol' }]);

function words(result: Result | undefined) {
  return { release, results: rowOf(result), notes: new Map(), asksSignOff: true, source: 'tests.yml' };
}

/** The result, or why the box does not count, after a box was left so where the issue showed a result. */
function heard(shown: Result | undefined, isChecked: boolean, now: Result | undefined, by?: string): string {
  const tests = [testOf('a')];
  const document = renderIssue(issueWith(tests), words(shown));
  if (document === undefined) throw new Error('too long');
  const ownBody = renderBody(document);
  const body = setTicks(ownBody, new Map([['rc1/a', isChecked]]));
  const found = { body, ownBody, boxes: [{ id: 'rc1/a', by }] };
  const { results, notes } = hearBoxes(issueWith(tests, found), rowOf(now), TODAY, true);
  const { result, tester } = results.get(keyOf({ candidate: 'rc1', run: 'a' })) ?? {};
  return notes.get('rc1/a')?.why ?? `${result ?? 'open'} ${tester}`;
}

test.each<readonly [Result | undefined, boolean, Result | undefined, string]>([
  // Nobody changed the box: whatever was recorded since stays.
  [undefined, false, undefined, 'open carol'],
  [undefined, false, 'pass', 'pass carol'],
  ['pass', true, undefined, 'open carol'],
  ['pass', true, 'fail', 'fail carol'],
  ['fail', false, 'n/a', 'n/a carol'],
  // Checked by a person.
  [undefined, true, undefined, 'pass bob'],
  ['fail', true, 'fail', 'pass bob'],
  ['blocked', true, 'blocked', 'pass bob'],
  [undefined, true, 'pass', 'pass carol'],
  [undefined, true, 'n/a', 'n/a carol'],
  [undefined, true, 'fail', NEWER],
  ['fail', true, 'blocked', NEWER],
  // Unchecked by a person.
  ['pass', false, 'pass', 'open carol'],
  ['n/a', false, 'n/a', 'open carol'],
  ['pass', false, 'fail', 'fail carol'],
  ['pass', false, undefined, 'open carol'],
  ['pass', false, 'n/a', NEWER],
])('shown as %s, box %s, recorded as %s: %s', (shown, isChecked, now, expected) => {
  expect(heard(shown, isChecked, now, 'Bob')).toBe(expected);
});

test('a program records nothing; of whom nobody knows, the tester stays', () => {
  expect(heard(undefined, true, undefined, 'ci[bot]')).toBe('program');
  expect(heard(undefined, true, undefined)).toBe('pass carol');
});

test('an issue whose memory people broke says nothing', () => {
  const found = { body: '- [x] <!-- relcomms:task rc1/a rc1.- -->a<!-- /relcomms:task -->' };
  const { isChanged } = hearBoxes(issueWith([testOf('a')], found), rowOf(undefined), TODAY, true);
  expect(isChanged).toBe(false);
});

test.each([
  [20, 'steps, titles'],
  [220, 'pointer, titles'],
  [400, 'pointer, ids'],
])('of %i tests an issue shows %s', (count, expected) => {
  const steps = ['Open the console and wait until it answers'];
  const title = `Title of ${'x'.repeat(80)}`;
  const tests = Array.from({ length: count }, (_, index) => testOf(`t${index}`, { steps, title }));
  const document = renderIssue(issueWith(tests), words(undefined));
  const body = document === undefined ? '' : renderBody(document);
  const shown = [
    body.includes('<summary>How to run them') ? 'steps' : 'pointer',
    body.includes('-->`t9` Title') ? 'titles' : 'ids',
  ];
  expect(shown.join(', ')).toBe(expected);
  expect(body.length).toBeLessThan(55_000);
});

test('more than that is no issue', () => {
  const tests = Array.from({ length: 1000 }, (_, index) => testOf(`t${index}`));
  expect(renderIssue(issueWith(tests), words(undefined))).toBeUndefined();
});

test('a run opens twelve at most, and names the rest', () => {
  const wishes = Array.from({ length: 14 }, (_, index) => {
    const key = `1.0.0/manual-tests/t${index}`;
    return [
      { kind: 'issue', key, title: key },
      { kind: 'entry', key: `${key}/opened` },
    ] as unknown as Desired[];
  }).flat();
  const { desired, skips } = fewAtOnce(wishes, []);
  expect([desired.length, skips.length]).toEqual([24, 2]);
});

test('a sign-off is a row that every reader keeps', () => {
  const row = signOffRow('api', 'rc1', { by: 'bob', day: TODAY, because: 'it is known' });
  const file = readResults(renderResults(resultsOf([row])));
  expect(file?.unread).toEqual([]);
  expect(signOffOf('api', 'rc1', file?.results ?? new Map())).toEqual({
    by: 'bob',
    day: TODAY,
    because: 'it is known',
  });
});
