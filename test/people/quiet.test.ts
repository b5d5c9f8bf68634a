// Who wants no pings: opt-out, what the log remembers, and what is said in the run itself.
import { COMMANDS } from '../../src/duties/index.ts';
import type { CommandComment } from '../../src/domain/command-comment.ts';
import type { OwnIssue } from '../../src/domain/observed.ts';
import { day } from '../../src/domain/day.ts';
import type { Release } from '../../src/domain/release.ts';
import { quietBefore, quietOf } from '../../src/people/quiet.ts';
import { instant } from '../support/runs.ts';
import { ledgerState, trackingIssue } from '../support/world.ts';

const CLOCK = { now: instant('2020-01-08T12:00:00Z'), zone: 'UTC' };

const RELEASES = ['v1', 'v2'].map(
  (version) => ({ version, roles: { lead: ['alice'], docs: ['Carol'] } }) as unknown as Release,
);

function tracking(version: string, muted?: readonly string[]): OwnIssue {
  const ledger = { commentId: 1, body: '', entries: [], state: ledgerState({ muted }) };
  return trackingIssue(version, { ledger });
}

function says(author: string, lines: readonly string[], more: Partial<CommandComment> = {}): CommandComment {
  const teams = { member: [], unknown: [] };
  const place = { commentId: 1, issue: 'v1/tracking-issue', number: 1 };
  return { ...place, author, permission: 'write', teams, lines, ...more };
}

function quiet(commands: readonly CommandComment[] = [], muted: readonly string[] = []) {
  const people = { dave: { optOut: true }, erin: { optOut: false }, frank: {} };
  const issues = { known: true, value: [tracking('v1', muted), tracking('v2')] } as const;
  return quietOf({ people, clock: CLOCK, releases: RELEASES, issues, commands, book: COMMANDS });
}

test('who opted out is quiet everywhere, in any spelling', () => {
  const { isQuiet, isQuietAnywhere } = quiet();
  expect(['dave', 'DAVE', 'erin', 'frank', 'alice'].map((login) => isQuiet(login, 'v1'))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect([isQuiet('Dave', 'v2'), isQuietAnywhere('Dave'), isQuietAnywhere('alice')]).toEqual([
    true,
    true,
    false,
  ]);
});

test('who muted a release is quiet in that one, and in what belongs to none that is known', () => {
  const { isQuiet, isQuietAnywhere, mutedIn } = quiet([], ['Carol']);
  expect(['v1', 'v2', 'v3'].map((version) => isQuiet('carol', version))).toEqual([true, false, true]);
  expect([isQuietAnywhere('CAROL'), mutedIn('v1'), mutedIn('v2'), mutedIn('v3')]).toEqual([
    true,
    ['Carol'],
    [],
    [],
  ]);
});

test.each<[string, readonly CommandComment[], readonly string[], readonly string[]]>([
  ['a command', [says('carol', ['/release mute'])], [], ['carol']],
  ['one in capitals', [says('carol', ['/release MUTE'])], [], ['carol']],
  ['one in the issue of a task', [says('carol', ['/release mute'], { issue: 'v1/task/x' })], [], ['carol']],
  [
    'one that takes it back, in another spelling',
    [says('carol', ['/release unmute'])],
    ['Carol', 'bob'],
    ['bob'],
  ],
  [
    'the last of several',
    [says('carol', ['/release mute', '/release unmute']), says('bob', ['/release mute'])],
    ['carol'],
    ['bob'],
  ],
  ['none about somebody else', [says('carol', ['/release mute @bob'])], [], []],
  [
    'none of another kind',
    [says('carol', ['/release status', '/release take x', '/release mut'])],
    ['bob'],
    ['bob'],
  ],
  ['none of another release', [says('carol', ['/release mute'], { issue: 'v2/tracking-issue' })], [], []],
  ['none on a case file', [says('carol', ['/release mute'], { issue: 'v1/case/x' })], [], []],
  ['none without the right', [says('nobody', ['/release mute'], { permission: 'read' })], [], []],
  ['none whose right is unknown', [says('carol', ['/release mute'], { permission: 'unknown' })], [], []],
  ['one by role alone', [says('carol', ['/release mute'], { permission: 'read' })], [], ['carol']],
  [
    'five of a comment, not the sixth',
    [says('carol', [...Array.from({ length: 5 }, () => '/release status'), '/release mute'])],
    [],
    [],
  ],
])('of this run counts %s', (_, commands, before, muted) => {
  const { isQuiet, mutedIn } = quiet(commands, before);
  expect(mutedIn('v1')).toEqual(muted);
  for (const login of ['bob', 'carol', 'nobody'])
    expect(isQuiet(login, 'v1')).toBe(muted.some((name) => name.toLowerCase() === login));
});

test('while nobody knows who muted, everybody counts as quiet', () => {
  const issues = { known: false, why: 'GitHub said no' } as const;
  const { isQuiet, isQuietAnywhere, mutedIn } = quietOf({
    people: {},
    clock: CLOCK,
    releases: RELEASES,
    issues,
    commands: [],
    book: COMMANDS,
  });
  expect([isQuiet('alice', 'v1'), isQuietAnywhere('alice'), mutedIn('v1')]).toEqual([true, true, []]);
});

test('before a look the config alone is known', () => {
  const { isQuiet, isQuietAnywhere, mutedIn } = quietBefore({
    people: { dave: { optOut: true }, erin: {} },
    clock: CLOCK,
  });
  expect([isQuiet('Dave', 'v1'), isQuiet('erin', 'v1'), isQuietAnywhere('erin'), mutedIn('v1')]).toEqual([
    true,
    false,
    false,
    [],
  ]);
});

test('while a log could not be read whole, everybody is quiet in its release, and about what belongs to none', () => {
  const hidden = { ...tracking('v1'), unsure: 'GitHub does not show its comments' };
  const { isQuiet, isQuietAnywhere } = quietOf({
    people: {},
    clock: CLOCK,
    releases: RELEASES,
    issues: { known: true, value: [hidden, tracking('v2')] },
    commands: [],
    book: COMMANDS,
  });
  expect([isQuiet('erin', 'v1'), isQuiet('erin', 'v2'), isQuietAnywhere('erin')]).toEqual([
    true,
    false,
    true,
  ]);
});

test('whoever is away is quiet on their days off, both included, on their own clock', () => {
  const days = [{ from: day('2020-01-08'), to: day('2020-01-10') }];
  const people = {
    dave: { away: days },
    erin: { away: days, timezone: 'Pacific/Auckland' },
    frank: { away: [] },
  };
  const awayAt = (time: string): string[] => {
    const { isQuiet } = quietBefore({ people, clock: { now: instant(time), zone: 'UTC' } });
    return ['DAVE', 'erin', 'frank'].filter((login) => isQuiet(login, 'v1'));
  };
  expect([
    awayAt('2020-01-07T10:59:00Z'),
    awayAt('2020-01-07T11:00:00Z'),
    awayAt('2020-01-08T00:00:00Z'),
    awayAt('2020-01-10T11:00:00Z'),
    awayAt('2020-01-10T23:59:00Z'),
    awayAt('2020-01-11T00:00:00Z'),
  ]).toEqual([[], ['erin'], ['DAVE', 'erin'], ['DAVE'], ['DAVE'], []]);
});
