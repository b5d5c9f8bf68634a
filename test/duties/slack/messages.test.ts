// Who hears of what and when, decided from plain facts.
import { day as dayOf } from '../../../src/domain/day.ts';
import { slackDuty } from '../../../src/duties/slack/index.ts';
import { AUDIENCES, CYCLE, type Setting, TEAMS, inputOf, noticesOf, releaseOf, sentRow } from './world.ts';

const RELEASES = '1.10.0/slack/dates/slack/releases';
const API = '1.10.0/slack/dates/slack/team-api';
const TOLD = {
  rc1: '2020-02-20',
  rc2: '2020-02-27',
  'cherry-pick-deadline': '2020-03-03',
  release: '2020-03-05',
};
const PINNED = {
  [RELEASES]: sentRow('2020-01-20T08:05:00Z', TOLD),
  [API]: sentRow('2020-01-20T08:05:00Z', TOLD),
};

function titles(setting: Parameters<typeof noticesOf>[0]): string[] {
  return noticesOf(setting).map(({ notice }) => `${place(notice.target)}: ${notice.title}`);
}

function place(target: ReturnType<typeof noticesOf>[number]['notice']['target']): string {
  if (target.kind === 'slack')
    return `${target.channel}${target.workspace === undefined ? '' : `@${target.workspace}`}`;
  if (target.kind === 'discussion') return target.category;
  if (target.kind === 'webhook') return target.name;
  return target.kind === 'mail' ? target.to.join(',') : target.page;
}

function words(setting: Parameters<typeof noticesOf>[0], index = 0): string {
  return wordsOf(noticesOf(setting)[index]);
}

function wordsOf(message: ReturnType<typeof noticesOf>[number] | undefined): string {
  return (message?.notice.lines ?? [])
    .map(
      ({ item, parts }) =>
        (item === true ? '- ' : '') + parts.map((part) => ('text' in part ? part.text : part.name)).join(''),
    )
    .join('\n');
}

// Carries Y4, Y18 and Y28 of docs/requirements.md.
test('on the first morning every channel gets one message with all dates, pinned and kept current', () => {
  const setting = { now: '2020-01-20T08:05:00Z' };
  expect(titles(setting)).toEqual([
    '#releases: Release 1.10.0: dates and contacts',
    '#team-api: Release 1.10.0: dates and contacts',
  ]);
  expect(noticesOf(setting).every(({ current, notice }) => current === true && notice.pin === true)).toBe(
    true,
  );
  expect(words(setting)).toBe(
    [
      'Nothing to do now. relcomms keeps this message current, and sends a reminder before each date.',
      '- Release candidate 1: Thu 20 Feb 2020, by Thu 23:00 UTC',
      '- Release candidate 2: Thu 27 Feb 2020, by Thu 23:00 UTC',
      '- Cherry-pick deadline: Tue 3 Mar 2020, by Tue 23:00 UTC',
      '- Release day: Thu 5 Mar 2020, by Thu 23:00 UTC',
      'Release manager: github.com/bob',
      'Release master: Alice Ada (github.com/alice)',
      'Scrum master: github.com/carol',
      'All dates and tasks',
    ].join('\n'),
  );
});

test('an audience in discussions gets its category, dates that moved answer the message with all dates', () => {
  const audiences = {
    followers: {
      slack: [],
      teams: false,
      mail: [],
      webhook: [],
      discussions: 'Big News/All',
      reach: 'internal' as const,
    },
  };
  const setting = { now: '2020-01-20T08:05:00Z', config: { dates: ['followers'] }, audiences };
  const key = '1.10.0/slack/dates/discussion/big-news-all';
  expect(noticesOf(setting)).toMatchObject([
    { notice: { key, target: { kind: 'discussion', category: 'Big News/All' } }, current: true },
  ]);
  expect(noticesOf(setting)[0]?.notice.pin).toBeUndefined();
  const release = releaseOf(CYCLE.replace('release: 2020-03-05', 'release: 2020-03-12'));
  const rows = { [key]: sentRow('2020-01-20T08:05:00Z', TOLD) };
  const moved = noticesOf({ ...setting, now: '2020-02-05T10:00:00Z', release, rows });
  expect(moved.filter(({ notice }) => notice.title.includes('moved'))).toMatchObject([{ thread: key }]);
  const trial = noticesOf({ ...setting, config: { dates: ['followers'], 'mock-channel': '#try' } });
  expect(trial.map(({ notice }) => place(notice.target))).toEqual(['#try']);
});

test('nothing goes out before nine on the clock of the release', () => {
  expect(noticesOf({ now: '2020-01-20T07:59:00Z' })).toEqual([]);
});

// Carries Y3, Y10, Y14 and Y15 of docs/requirements.md.
test('a week before RC1 every channel hears of both candidates and the release, in the channel itself', () => {
  const setting = { now: '2020-02-13T08:00:00Z', rows: PINNED };
  expect(titles(setting).filter((title) => title.includes('Release candidate 1'))).toEqual([
    '#releases: 1.10.0: Release candidate 1 is in 7 days, Thu 20 Feb 2020',
    '#team-api: 1.10.0: Release candidate 1 is in 7 days, Thu 20 Feb 2020',
  ]);
  const index = noticesOf(setting).findIndex(({ notice }) => notice.title.includes('Release candidate 1'));
  expect(words(setting, index)).toBe(
    [
      'All teams: run your manual tests on it once it is out, and report what fails.',
      'Deadline: by Thu 23:00 UTC',
      'Owner: Release Master',
      'After it:',
      '- Release candidate 2: Thu 27 Feb 2020, by Thu 23:00 UTC',
      '- Release day: Thu 5 Mar 2020, by Thu 23:00 UTC',
      'Open tracking issue',
    ].join('\n'),
  );
  expect(noticesOf(setting)[index]).toMatchObject({
    thread: undefined,
    tells: { rc1: '2020-02-20', rc2: '2020-02-27', release: '2020-03-05' },
  });
});

test('whoever brings a milestone about is named, and the teams are told what they do with it', () => {
  const release = releaseOf(
    CYCLE.replace(
      '    branch:',
      '    milestones: { rc1: { on: 2020-02-20, who: Branch Manager } }\n    branch:',
    ),
  );
  const setting = { now: '2020-02-13T08:00:00Z', rows: PINNED, release };
  const index = noticesOf(setting).findIndex(({ notice }) => notice.title.includes(' is in 7 days'));
  const [todo, , owner] = words(setting, index).split('\n');
  expect([todo, owner]).toEqual([
    'All teams: run your manual tests on it once it is out, and report what fails.',
    'Owner: Branch Manager',
  ]);
});

test('RC1 is told a week before even when the config asks for two days only', () => {
  const found = titles({ now: '2020-02-13T09:00:00Z', rows: PINNED, config: { notice: ['2 days'] } });
  expect(found.filter((title) => title.includes('Release candidate 1'))).toHaveLength(2);
});

test('whoever got all dates in this stage is not told again; a late run sends the newest stage only', () => {
  const late = {
    [RELEASES]: sentRow('2020-02-14T08:05:00Z', TOLD),
    [API]: sentRow('2020-01-20T08:05:00Z', TOLD),
  };
  const found = titles({ now: '2020-02-18T09:00:00Z', rows: late });
  expect(found.filter((title) => title.includes('Release candidate 1'))).toEqual([
    '#releases: 1.10.0: Release candidate 1 is in 2 days, Thu 20 Feb 2020',
    '#team-api: 1.10.0: Release candidate 1 is in 2 days, Thu 20 Feb 2020',
  ]);
  const before = titles({ now: '2020-02-17T09:00:00Z', rows: late });
  expect(before.filter((title) => title.includes('Release candidate 1'))).toEqual([
    '#team-api: 1.10.0: Release candidate 1 is in 3 days, Thu 20 Feb 2020',
  ]);
});

test('after days without runs a channel hears of all deadlines in one message, once', () => {
  const setting = {
    now: '2020-02-28T09:00:00Z',
    rows: PINNED,
    config: { environment: 'https://try.example' },
  };
  const due = (rows: typeof PINNED) =>
    noticesOf({ ...setting, rows }).filter(({ tells }) => tells !== undefined);
  const told = due(PINNED).filter(({ notice }) => notice.pin !== true);
  expect(told.map(({ notice }) => notice.title)).toEqual([
    '1.10.0: 2 deadlines ahead, the first in 4 days',
    '1.10.0: 2 deadlines ahead, the first in 4 days',
  ]);
  const index = noticesOf(setting).findIndex(({ notice }) => notice.title.includes('2 deadlines'));
  expect(words(setting, index)).toBe(
    [
      '- Cherry-pick deadline: Tue 3 Mar 2020, by Tue 23:00 UTC. All teams: get your fixes picked to release-1.10 by then.',
      '- Release day: Thu 5 Mar 2020, by Thu 23:00 UTC. Release leads: publish the release. Everyone else: nothing to do for it.',
      'Open tracking issue',
    ].join('\n'),
  );
  // What went out keeps its name, and nothing of it is said in another message.
  const sent = told.map(({ notice: { key } }) => [key, sentRow('2020-02-28T09:00:00Z')] as const);
  const rows = { ...PINNED, ...Object.fromEntries(sent) };
  const after = due(rows).filter(({ notice }) => notice.pin !== true);
  expect(after.map(({ notice }) => notice.key)).toEqual(told.map(({ notice }) => notice.key));
  // One that went out alone is not told again with another.
  const alone = sent.map(([key]) => [
    key.replace(/due\/several\/[^/]+/, 'due/release/2020-03-05/1-weeks'),
    sentRow('2020-02-27T09:00:00Z'),
  ]);
  const later = due({ ...PINNED, ...(Object.fromEntries(alone) as typeof PINNED) });
  expect(later.filter(({ notice }) => notice.title.includes('deadlines ahead'))).toEqual([]);
  expect(later.filter(({ notice }) => notice.title.includes('Cherry-pick deadline is'))).toHaveLength(2);
});

test('a slip is told to those who heard the old day, in the thread, and to nobody else', () => {
  const release = releaseOf(CYCLE.replace('release: 2020-03-05', 'release: 2020-03-19'));
  const setting = {
    now: '2020-02-05T10:00:00Z',
    release,
    rows: { [API]: sentRow('2020-01-20T08:05:00Z', TOLD) },
  };
  const moved = noticesOf(setting).filter(({ notice }) => notice.title.includes('moved'));
  expect(moved).toHaveLength(1);
  expect(moved[0]).toMatchObject({
    notice: { target: { channel: '#team-api' }, title: '1.10.0: 4 dates moved' },
    thread: API,
    tells: {
      rc1: '2020-03-05',
      rc2: '2020-03-12',
      'cherry-pick-deadline': '2020-03-17',
      release: '2020-03-19',
    },
  });
  const key = moved[0]?.notice.key ?? '';
  const rows = { ...setting.rows, [key]: sentRow('2020-02-05T10:01:00Z', moved[0]?.tells) };
  const again = noticesOf({ ...setting, now: '2020-02-05T11:00:00Z', rows });
  expect(again.filter(({ notice }) => notice.title.includes('moved'))).toEqual([]);
});

function movedTo(day: string, rest = ''): string {
  const release = releaseOf(
    CYCLE.replace('    branch:', `    milestones: { rc2: { on: ${day}${rest} } }\n    branch:`),
  );
  const setting = { now: '2020-02-21T10:00:00Z', release, rows: { [API]: PINNED[API] } };
  const index = noticesOf(setting).findIndex(({ notice }) => notice.title.includes('moved'));
  return [noticesOf(setting)[index]?.notice.title, words(setting, index)].join('\n');
}

test('one date that moved is told with its old day and its new one, and what to do by then', () => {
  expect(movedTo('2020-03-02', ', because: the installer is broken')).toBe(
    [
      '1.10.0: Release candidate 2 moved to Mon 2 Mar 2020',
      'Plan your work for the new date, 4 days later. All teams: test the fixes in it once it is out, and report what fails.',
      'Old date: Thu 27 Feb 2020',
      'New date: Mon 2 Mar 2020, by Mon 23:00 UTC',
      'Why: the installer is broken',
      'Open tracking issue',
    ].join('\n'),
  );
  expect(movedTo('2020-02-26')).toContain('Plan your work for the new date, 1 day earlier.');
});

test('a message of which nobody knows whether it arrived counts as told; one that surely failed does not', () => {
  const release = releaseOf(CYCLE.replace('release: 2020-03-05', 'release: 2020-03-12'));
  const { sent: _, ...lost } = sentRow('2020-01-20T08:05:00Z', TOLD);
  const found = (row: typeof lost) =>
    titles({ now: '2020-02-05T10:00:00Z', release, rows: { [API]: row } }).filter((title) =>
      title.includes('moved'),
    );
  expect(found(lost)).toHaveLength(1);
  expect(found({ ...lost, failed: 'no such channel' })).toEqual([]);
  expect(found({ ...lost, failed: 'no answer', unsure: true })).toHaveLength(1);
});

test('the outside hears only that it is out, once the GitHub release is there and the pages answer', () => {
  const config = { released: ['community'], pages: ['https://example.org/blog'] };
  expect(
    titles({ now: '2020-03-05T10:00:00Z', rows: PINNED, config }).filter((one) => one.startsWith('#general')),
  ).toEqual([]);
  const out = noticesOf({ now: '2020-03-05T10:00:00Z', rows: PINNED, config, published: true });
  const outside = out.filter(({ notice }) => notice.audience === 'external');
  expect(outside).toHaveLength(1);
  expect(outside[0]).toMatchObject({
    notice: { target: { channel: '#general', workspace: 'community' }, title: 'Kyma 1.10 is out' },
    after: ['https://github.com/acme/demo/releases/tag/1.10.0', 'https://example.org/blog'],
  });
  expect(JSON.stringify(outside)).not.toContain('/issues/');
});

// Carries K1 and Y23 of docs/requirements.md.
test('what is for those inside never goes outside, and the mistake is named', () => {
  const input = inputOf({ now: '2020-01-20T08:05:00Z', config: { dates: ['teams', 'community', 'nobody'] } });
  const { desired, skips } = slackDuty.desire(input);
  expect(desired.flatMap((one) => (one.kind === 'notice' ? [one.notice.audience] : []))).toEqual([
    'internal',
    'internal',
  ]);
  expect(skips.map(({ why }) => why)).toEqual([
    'there is no audience nobody; add it under `audiences`',
    'the audience community is external; relcomms tells it about a release only once it is out',
  ]);
});

// Carries Y11 and Y12 of docs/requirements.md.
test('teams hear in their own channel of what waits and fails, and teams without a channel don’t', () => {
  const item = { release: '1.10.0', severity: 'red' as const, owner: 'the team api', milestone: 'rc1' };
  const standing = [
    {
      ...item,
      kind: 'approval' as const,
      key: 'pull/7',
      team: 'api',
      text: String.raw`\[x\](#7) waits @&#8203;alice`,
    },
    { ...item, kind: 'approval' as const, key: 'pull/8', team: 'web', text: '#8 waits' },
    {
      ...item,
      kind: 'failing-test' as const,
      key: 'test/a',
      team: 'api',
      text: '#12 `a` and 2 more tests',
      count: 3,
      since: 5 as never,
    },
  ];
  const setting = { now: '2020-02-13T09:00:00Z', rows: PINNED, standing };
  const found = noticesOf(setting).filter(({ notice }) => /needs|failing/.test(notice.title));
  expect(found.map(({ notice }) => notice.title)).toEqual([
    '1.10.0: 1 pull request needs approval from acme/api',
    '1.10.0: 3 failing tests belong to acme/api',
  ]);
  expect(wordsOf(found[0])).toBe(
    [
      'acme/api: review and approve for Release candidate 1.',
      'Deadline: Thu 20 Feb 2020, by Thu 23:00 UTC',
      '- [x](#7) waits @alice',
      'Open tracking issue',
    ].join('\n'),
  );
  expect(wordsOf(found[1])).toBe(
    [
      'acme/api: fix or hand on what fails for Release candidate 1.',
      'Deadline: Thu 20 Feb 2020, by Thu 23:00 UTC',
      '- #12 a and 2 more tests',
      'Today: set a fix date with a comment on the issue, /release eta DAY because REASON, or pass it on, /release not-ours TEAM.',
      'Open #12',
      'All dates and tasks',
    ].join('\n'),
  );
  expect(
    noticesOf({ ...setting, config: { 'team-messages': 'no' } }).filter(({ notice }) =>
      /needs|failing/.test(notice.title),
    ),
  ).toEqual([]);
});

// Carries K6, K7 and K54 of docs/requirements.md.
test('a held message shows its preview, and goes out when a lead approves these very words', () => {
  const setting = {
    now: '2020-02-25T10:00:00Z',
    rows: PINNED,
    config: { press: ['press'] },
    release: releaseOf(
      CYCLE.replace('    branch:', '    milestones: { embargo-lift: 2020-03-05 }\n    branch:'),
    ),
  };
  const waiting = slackDuty.desire(inputOf(setting));
  const preview = waiting.desired.find((one) => one.kind === 'comment');
  expect(preview?.body).toContain(
    'relcomms sends this to 1 address by email once somebody with the role lead',
  );
  const id = /approve ([0-9a-f]{8})/.exec(preview?.body ?? '')?.[1] ?? '';
  expect(waiting.desired.filter((one) => one.kind === 'notice' && one.notice.target.kind === 'mail')).toEqual(
    [],
  );
  const command = {
    commentId: 9,
    issue: '1.10.0/tracking-issue',
    number: 1,
    permission: 'read' as const,
    teams: { member: [], unknown: [] },
    lines: [`/release approve ${id}`],
  };
  const shown = { key: `1.10.0/preview/${id}`, day: dayOf('2020-02-25'), text: '' };
  const mails = (author: string, entries = [shown]) =>
    noticesOf({ ...setting, entries, commands: [{ ...command, author }] }).filter(
      ({ notice }) => notice.target.kind === 'mail',
    );
  expect(mails('carol')).toEqual([]);
  // The answer says that no such message waits, so none goes out.
  expect(mails('alice', [])).toEqual([]);
  expect(mails('alice').map(({ notice }) => notice.title)).toEqual([
    'Kyma 1.10: the embargo lifts on Thu 5 Mar 2020, 08:00 UTC',
  ]);
});

// Carries Y16 of docs/requirements.md.
test('an announcement goes to everybody who hears of dates, when the giver may', () => {
  const command = {
    commentId: 9,
    issue: '1.10.0/tracking-issue',
    number: 1,
    permission: 'read' as const,
    teams: { member: [], unknown: [] },
    lines: ['/release announce The cluster is down because of a storm'],
  };
  const told = (author: string) =>
    noticesOf({ now: '2020-02-05T10:00:00Z', rows: PINNED, commands: [{ ...command, author }] }).filter(
      ({ notice }) => notice.title.includes('news'),
    );
  expect(told('dave')).toEqual([]);
  expect(told('alice').map(({ entry, notice }) => [entry, notice.lines[0]?.parts[0]])).toEqual([
    ['1.10.0/command/9', { kind: 'text', text: 'The cluster is down because of a storm' }],
    ['1.10.0/command/9', { kind: 'text', text: 'The cluster is down because of a storm' }],
  ]);
});

test('what is announced on the issue of a task goes out, what stands beyond the limit of a comment does not', () => {
  const lines = ['one', 'two', 'three', 'four', 'five', 'six'].map((word) => `/release announce ${word}`);
  const command = {
    commentId: 9,
    issue: '1.10.0/task/theme',
    number: 12,
    author: 'alice',
    permission: 'read' as const,
    teams: { member: [], unknown: [] },
  };
  const told = (given: readonly string[]) =>
    noticesOf({ now: '2020-02-05T10:00:00Z', rows: PINNED, commands: [{ ...command, lines: given }] })
      .filter(({ notice }) => notice.title.includes('news'))
      .flatMap(({ notice }) => notice.lines[0]?.parts[0] ?? [])
      .map((part) => (part.kind === 'text' ? part.text : part.kind));
  expect([...new Set(told(lines))]).toEqual(['one', 'two', 'three', 'four', 'five']);
});

// Carries Y2, Y20 and Y27 of docs/requirements.md.
test('the digest comes in its rhythm and tells deadlines and obstacles', () => {
  const config = { digest: { every: '2 weeks', from: '2020-01-28', to: 'teams' } };
  const day = (now: string) =>
    titles({ now, rows: PINNED, config }).filter((one) => one.includes('where the release stands'));
  const onMonday = { digest: { every: '1 week', from: '2020-01-20', to: 'teams' } };
  const first = titles({ now: '2020-01-20T10:00:00Z', rows: PINNED, config: onMonday });
  expect(first.filter((one) => one.includes('where the release stands'))).toHaveLength(2);
  expect(day('2020-02-10T10:00:00Z')).toEqual([]);
  expect(day('2020-02-11T10:00:00Z')).toHaveLength(2);
  expect(day('2020-02-13T10:00:00Z')).toHaveLength(2);
  expect(day('2020-02-14T10:00:00Z')).toEqual([]);
});

test('trials go to one channel, and a pause sends nothing and says so', () => {
  const trial = noticesOf({
    now: '2020-01-20T08:05:00Z',
    config: { 'mock-channel': '#trial', released: ['community'] },
  });
  expect(new Set(trial.map(({ notice }) => place(notice.target)))).toEqual(new Set(['#trial']));
  const paused = slackDuty.desire(inputOf({ now: '2020-01-20T08:05:00Z', config: { paused: 'yes' } }));
  expect(paused.desired).toEqual([]);
  expect(paused.skips).toEqual([
    { duty: 'slack', what: 'Messages of 1.10.0', why: '`slack.paused` is on: nothing is sent' },
  ]);
});

test('a message that did not go out is named in every report until it does', () => {
  const row = { claim: 'x', at: 0 as never, tries: 1, until: 9e12 as never };
  const skips = (failed: object) =>
    slackDuty.desire(
      inputOf({
        now: '2020-01-20T09:05:00Z',
        rows: { [RELEASES]: { ...row, ...failed } },
        audiences: AUDIENCES,
        teams: TEAMS,
      }),
    ).skips;
  expect(skips({ failed: 'The bot is not in the channel: invite it.' }).map(({ why }) => why)).toEqual([
    'Release 1.10.0: dates and contacts: #releases on Slack: The bot is not in the channel: invite it.',
  ]);
  expect(skips({ tries: 2 })[0]?.why).toContain(
    'started to send it twice and does not know whether it arrived',
  );
});

test('a team is pinged in its own channel at the stages that the config names, and nobody else ever', () => {
  const standing = [
    {
      release: '1.10.0',
      severity: 'red' as const,
      owner: 'the team api',
      milestone: 'rc1',
      kind: 'approval' as const,
      key: 'pull/7',
      team: 'api',
      text: '#7 waits',
    },
  ];
  const pings = (
    now: string,
    team: object,
    config: object = { mention: ['2 days'] },
    quiet: Pick<Setting, 'quiet' | 'muted'> = {},
  ) =>
    noticesOf({
      ...quiet,
      now,
      rows: PINNED,
      standing,
      config: { ...config },
      teams: { ...TEAMS, api: { github: 'acme/api', slack: '#team-api', paths: [], ...team } },
    }).flatMap(({ notice }) =>
      notice.lines.flatMap(({ parts }) =>
        parts.flatMap((part) => (part.kind === 'mention' ? [`${place(notice.target)} ${part.slack}`] : [])),
      ),
    );
  const group = { slackGroup: 'S012ABC' };
  expect(pings('2020-02-18T09:00:00Z', group)).toEqual(['#team-api S012ABC', '#team-api S012ABC']);
  expect(pings('2020-02-13T09:00:00Z', group)).toEqual([]);
  expect(pings('2020-02-18T09:00:00Z', group, {})).toEqual([]);
  expect(pings('2020-02-18T09:00:00Z', group, { mention: ['2 days'], 'mock-channel': '#trial' })).toEqual([]);
  expect(pings('2020-02-18T09:00:00Z', { lead: 'bob' })).toEqual([]);
  expect(pings('2020-02-18T09:00:00Z', { lead: 'alice' })).toEqual([
    '#team-api U012ABC',
    '#team-api U012ABC',
  ]);
  for (const quiet of [{ quiet: ['Alice'] }, { muted: ['ALICE'] }])
    expect(pings('2020-02-18T09:00:00Z', { lead: 'alice' }, { mention: ['2 days'] }, quiet)).toEqual([]);
});
