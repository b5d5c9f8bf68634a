// Why a pull request has the comment that it has, rule by rule, and when the next reminder comes.
import type { Pull } from '../../../src/domain/pull.ts';
import { decide } from '../../../src/duties/approvals/decide.ts';
import { explain } from '../../../src/duties/approvals/answer/explain.ts';
import { printExplanation, renderExplanation } from '../../../src/duties/approvals/answer/render-explain.ts';
import { PULL, type Setting, carryOut, inputOf, run } from './world.ts';
import { at } from '../../support/world.ts';

function why(change: Partial<Pull>, setting: Setting = {}): string[] {
  const input = inputOf({ ...setting, pulls: [{ ...PULL, ...change }] });
  const { judged, reminders } = decide(input);
  const [one] = judged;
  if (one === undefined) throw new Error('nothing was judged');
  return printExplanation(explain(one, reminders.get(one.pull.number), input))
    .trimEnd()
    .split('\n')
    .map((line) => line.replaceAll(/ +/g, ' '));
}

test('everything from the release to the next reminder, in the zone of the reader', () => {
  const people = { alice: { timezone: 'America/New_York' } };
  const owners = '/src/api/ @alice @bob\n/src/api/b.ts @carol\n';
  const reviews: Pull['reviews'] = [
    { author: 'carol', state: 'approved', at: PULL.createdAt, onBehalfOf: [] },
  ];
  expect(why({ base: 'release-1.14', reviews }, { now: '2026-10-22T10:00:00Z', people, owners })).toEqual([
    'Release its GitHub milestone is that of Autumn release',
    'Release it targets release-1.14, the branch of Autumn release',
    'Deadline it must be approved for Code freeze, by the end of Tue 3 Nov 2026',
    'Approved not yet; GitHub says that an approval is missing',
    'Owners line 1 of .github/CODEOWNERS (/src/api/) gives 1 file to alice, bob: not approved yet',
    'Owners line 2 of .github/CODEOWNERS (/src/api/b.ts) gives 1 file to carol: approved by carol',
    'Can approve alice (the smallest group that is enough)',
    'Next reminder alice, Fri 23 Oct 2026 09:00 America/New_York',
  ]);
});

test.each<[string, Partial<Pull>, Setting, string]>([
  ['mentioned now', {}, { now: '2026-10-23T10:00:00Z' }, 'Reminder alice is mentioned now'],
  [
    'before working hours',
    {},
    { now: '2026-10-23T07:00:00Z' },
    'Next reminder alice, Fri 23 Oct 2026 09:00 UTC',
  ],
  [
    'before the weekend',
    {},
    { now: '2026-10-23T18:00:00Z' },
    'Next reminder alice, Mon 26 Oct 2026 09:00 UTC',
  ],
  ['wants none', {}, { quiet: ['alice'] }, 'Reminder alice wants no mentions'],
  ['muted the release', {}, { muted: ['Alice'] }, 'Reminder alice wants no mentions'],
  [
    'muted the release, and others are asked instead',
    {},
    { owners: '* @alice @bob\n', muted: ['Alice'] },
    'Reminder alice wants no mentions',
  ],
  [
    'an address',
    { requested: { people: [], teams: [] } },
    { owners: '* docs@example.com\n' },
    "Reminder docs@example.com is an email address, which GitHub can't mention",
  ],
  ['too late', {}, { now: '2026-11-24T18:00:00Z' }, 'Reminder alice gets none before the deadline'],
  [
    'no release',
    { milestone: undefined },
    {},
    'Release neither base branch main, GitHub milestone, label, path nor cherry-pick ties it to a release',
  ],
  [
    'checks',
    { checks: { known: true, value: { state: 'failure', requiredFailing: ['lint'] } } },
    {},
    'Checks required checks fail (lint), so the author acts next',
  ],
  ['muted', { labels: ['relcomms/quiet'] }, {}, 'Muted it has the label relcomms/quiet'],
  [
    'unreadable',
    { comments: { known: false, why: 'HTTP 502' } },
    {},
    'Unknown relcomms does not guess, and this could not be read: HTTP 502',
  ],
  [
    'not all files',
    { filesComplete: false },
    {},
    'Files GitHub lists only 2 files, so there may be more owners',
  ],
])('%s', (_, change, setting, line) => {
  expect(why(change, setting)).toContain(line);
});

test('who was told at this stage is told when the next comes', () => {
  const now = at('2026-10-23T10:00:00Z');
  const { pulls } = carryOut([PULL], run({ now }).desired, now);
  expect(why(pulls[0] ?? {}, { now }).at(-1)).toBe('Next reminder alice, Fri 30 Oct 2026 09:00 UTC');
});

/** The last lines of what is said of the second of two pull requests. */
function whySecond(pulls: readonly Pull[], setting: Setting): string[] {
  const input = inputOf({ now: '2026-10-23T10:00:00Z', pulls, ...setting });
  const { judged, reminders } = decide(input);
  const second = judged.find(({ pull }) => pull.number === 2);
  if (second === undefined) throw new Error('it was not judged');
  const lines = printExplanation(explain(second, reminders.get(2), input)).replaceAll(/ +/g, ' ');
  return lines.trimEnd().split('\n').slice(-2);
}

test('what the comment on another pull request tells is said of both', () => {
  const pulls = [1, 2].map((number) => ({ ...PULL, number }));
  expect(whySecond(pulls, {})).toContain('Reminder alice is mentioned now, in the comment on #1');
});

test('what a ceiling holds back comes on the next working day that is left', () => {
  const pulls = ['alice', 'bob'].map((name, index) => ({
    ...PULL,
    number: index + 1,
    requested: { people: [name], teams: [] },
  }));
  // Each comment reaches frank, who opened both.
  expect(whySecond(pulls, { config: { ceiling: { week: '1' } } })).toEqual([
    'Reminder bob later: somebody who would get the email has had those for the week',
    'Next reminder bob, Mon 26 Oct 2026 09:00 UTC',
  ]);
});

test('the answer on a pull request is a list without a ping', () => {
  const input = inputOf({ now: '2026-10-23T10:00:00Z' });
  const [one] = decide(input).judged;
  const text = renderExplanation(
    one === undefined ? [] : explain(one, undefined, input),
    'Fri 23 Oct 2026 10:00 UTC',
  );
  expect(text.split('\n').slice(0, 3)).toEqual([
    'Approval status, Fri 23 Oct 2026 10:00 UTC:',
    '',
    '- **Release:** its GitHub milestone is that of Autumn release.',
  ]);
  expect(text).not.toContain('@');
});

test('columns of the printed lines stand below each other', () => {
  const lines = printExplanation(decide(inputOf()).judged[0]?.reasons ?? [])
    .trimEnd()
    .split('\n');
  const columns = lines.map((line) => /^(?:yes|no|unknown) +[A-Z][A-Za-z-]+ +/.exec(line)?.[0].length);
  expect(new Set(columns).size).toBe(1);
});
