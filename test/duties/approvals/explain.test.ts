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
    'yes Release its GitHub milestone is that of Autumn release',
    'yes Release it goes to release-1.14, the branch of Autumn release',
    'yes Deadline it has to be approved for Code freeze, by the end of Tue 3 Nov 2026',
    'no Approved GitHub says that an approval is missing',
    'no Owners line 1 of .github/CODEOWNERS (/src/api/) gives 1 file to alice, bob: not approved yet',
    'yes Owners line 2 of .github/CODEOWNERS (/src/api/b.ts) gives 1 file to carol: approved by carol',
    'yes People the fewest who are enough: alice',
    'no Reminder the next for alice is on Fri 23 Oct 2026 09:00 America/New_York',
  ]);
});

test.each<[string, Partial<Pull>, Setting, string]>([
  ['mentioned now', {}, { now: '2026-10-23T10:00:00Z' }, 'yes Reminder alice is mentioned now'],
  [
    'before working hours',
    {},
    { now: '2026-10-23T07:00:00Z' },
    'no Reminder the next for alice is on Fri 23 Oct 2026 09:00 UTC',
  ],
  [
    'before the weekend',
    {},
    { now: '2026-10-23T18:00:00Z' },
    'no Reminder the next for alice is on Mon 26 Oct 2026 09:00 UTC',
  ],
  ['wants none', {}, { quiet: ['alice'] }, 'no Reminder alice wants no mentions'],
  ['muted the release', {}, { muted: ['Alice'] }, 'no Reminder alice wants no mentions'],
  [
    'muted the release, and others are asked instead',
    {},
    { owners: '* @alice @bob\n', muted: ['Alice'] },
    'no Reminder alice wants no mentions',
  ],
  [
    'an address',
    { requested: { people: [], teams: [] } },
    { owners: '* docs@example.com\n' },
    'no Reminder docs@example.com is an address, which GitHub can not mention',
  ],
  ['too late', {}, { now: '2026-11-24T18:00:00Z' }, 'no Reminder none is left for alice before the deadline'],
  [
    'no release',
    { milestone: undefined },
    {},
    'no Release neither base branch main, GitHub milestone, label, path nor cherry-pick ties it to a release',
  ],
  [
    'checks',
    { checks: { known: true, value: { state: 'failure', requiredFailing: ['lint'] } } },
    {},
    'no Checks required checks fail (lint): it is with its author',
  ],
  ['muted', { labels: ['relcomms/quiet'] }, {}, 'yes Muted it carries the label relcomms/quiet'],
  [
    'unreadable',
    { comments: { known: false, why: 'HTTP 502' } },
    {},
    'unknown Readable nothing is said on a guess: HTTP 502',
  ],
  [
    'not all files',
    { filesComplete: false },
    {},
    'unknown Files GitHub lists 2 files only, so there may be more owners',
  ],
])('%s', (_, change, setting, line) => {
  expect(why(change, setting)).toContain(line);
});

test('who was told at this stage is told when the next comes', () => {
  const now = at('2026-10-23T10:00:00Z');
  const { pulls } = carryOut([PULL], run({ now }).desired, now);
  expect(why(pulls[0] ?? {}, { now }).at(-1)).toBe(
    'no Reminder the next for alice is on Fri 30 Oct 2026 09:00 UTC',
  );
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
  expect(whySecond(pulls, {})).toContain('yes Reminder alice is told of it now in the comment on #1');
});

test('what a ceiling holds back comes on the next working day that is left', () => {
  const pulls = ['alice', 'bob'].map((name, index) => ({
    ...PULL,
    number: index + 1,
    requested: { people: [name], teams: [] },
  }));
  // Each comment reaches frank, who opened both.
  expect(whySecond(pulls, { config: { ceiling: { week: '1' } } })).toEqual([
    'no Reminder not bob now: somebody who would get the mail has had those of the week',
    'no Reminder the next for bob is on Mon 26 Oct 2026 09:00 UTC',
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
    'What relcomms found here on Fri 23 Oct 2026 10:00 UTC, rule by rule:',
    '',
    '- **Release (yes):** its GitHub milestone is that of Autumn release.',
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
