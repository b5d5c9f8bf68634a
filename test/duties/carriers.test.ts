// What decides whether relcomms carries a task out, and what counts as done: configs and rows in, releases and proofs out.
import { day } from '../../src/domain/day.ts';
import type { OwnIssue } from '../../src/domain/observed.ts';
import type { OutboxRow } from '../../src/domain/outbox.ts';
import type { HeardDuty } from '../../src/domain/standing.ts';
import { carriedOut, isAwaited } from '../../src/duties/carriers.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { prepare } from '../../src/run/prepare.ts';
import { at, read, releaseOf, trackingIssue } from '../support/world.ts';

const CONFIG = `extends: [kyma-release]
timezone: Europe/Berlin
roles: { release-master: [alice], release-manager: [bob], scrum-master: [carol] }
audiences:
  teams: { slack: ['#releases', '#dev'] }
releases:
  - { version: '1.10.0', start: 2020-01-20, release: 2020-03-05, branch: release-1.10 }
slack: { dates: [teams], digest: { every: 2 weeks, from: 2020-01-23, to: teams } }
wiki:
`;

function doneByIn(text: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(releaseOf(read(text)).tasks.map(({ id, doneBy }) => [id, doneBy]));
}

function row(key: string, more: Partial<OutboxRow> = {}): readonly [string, OutboxRow] {
  const sent = { place: 'C1', id: '1', link: `https://messages.example/${key}` };
  return [
    `1.10.0/${key}`,
    {
      claim: 'run-1',
      at: at('2020-01-20T09:00:00Z'),
      tries: 1,
      until: at('2020-03-15T00:00:00Z'),
      sent,
      ...more,
    },
  ];
}

function tracking(...rows: (readonly [string, OutboxRow])[]): OwnIssue {
  const messages = { name: 'messages', commentId: 2, body: '', rows: Object.fromEntries(rows) };
  return trackingIssue('1.10.0', { url: 'https://github.com/acme/demo/issues/1', records: [messages] });
}

function proofs(issue: OwnIssue, now: string, heard: readonly HeardDuty[] = []) {
  const { releases, config } = read(CONFIG);
  const release = releaseOf({ releases } as ReturnType<typeof read>);
  return Object.fromEntries(
    carriedOut({ release, tracking: issue, now: at(now) }, DUTY_SECTIONS, config, heard),
  );
}

test('the first name that is on carries a task out, and then nobody holds it', () => {
  expect(doneByIn(CONFIG)['publish-contacts']).toBe('wiki.contacts');
  expect(doneByIn(CONFIG.replace('wiki:\n', ''))['publish-contacts']).toBe('slack.contacts');
  const { tasks } = releaseOf(read(CONFIG));
  expect(tasks.filter(({ doneBy, holders }) => doneBy !== undefined && holders.length > 0)).toEqual([]);
});

test('it stays a task of people in a trial, while messages are paused, and where nobody would hear of it', () => {
  const messages = (more: string) => CONFIG.replace('slack: {', `slack: { ${more},`);
  for (const text of [
    messages('paused: yes'),
    messages("mock-channel: '#trial'"),
    CONFIG.replace('dates: [teams], ', ''),
    messages('milestones: [rc1]'),
  ])
    expect(doneByIn(text)['announce-cherry-pick-deadline']).toBeUndefined();
  expect(doneByIn(CONFIG)['announce-cherry-pick-deadline']).toBe('slack.cherry-pick-deadline');
  expect(doneByIn(CONFIG)['announce-release']).toBeUndefined();
  expect(doneByIn(CONFIG.replace(', branch: release-1.10', ''))['failing-tests.2020-w08']).toBeUndefined();
});

test('a message proves it once it is in all places', () => {
  const one = row('slack/dates/slack/releases');
  const both = tracking(one, row('slack/dates/slack/dev'));
  expect(proofs(tracking(one), '2020-01-21T09:00:00Z')).toEqual({});
  expect(
    proofs(tracking(one, row('slack/dates/slack/dev', { sent: undefined })), '2020-01-21T09:00:00Z'),
  ).toEqual({});
  expect(proofs(both, '2020-01-21T09:00:00Z')).toEqual({
    'announce-deadlines': { link: 'https://messages.example/slack/dates/slack/releases' },
  });
});

function proves(name: string): boolean {
  const rows = ['releases', 'dev'].map((place) => row(`slack/due/${name}/slack/${place}`));
  return 'announce-cherry-pick-deadline' in proofs(tracking(...rows), '2020-02-26T09:00:00Z');
}

test('a reminder of several deadlines proves that of the cherry-pick deadline, one of another does not', () => {
  expect(proves('cherry-pick-deadline/2020-03-03/1-weeks')).toBe(true);
  expect(proves('several/rc2~2020-02-27~2-days.cherry-pick-deadline~2020-03-03~1-weeks')).toBe(true);
  expect(proves('rc2/2020-02-27/1-weeks')).toBe(false);
});

/** Meetings for which digests of these days count. */
function meetings(...days: readonly string[]): string[] {
  const rows = days.flatMap((on) =>
    ['releases', 'dev'].map((place) => row(`slack/digest/${on}/slack/${place}`)),
  );
  const done = Object.keys(proofs(tracking(...rows), '2020-03-06T09:00:00Z'));
  return done.filter((id) => id.startsWith('scrum-of-scrums'));
}

test('each digest is that of the meeting nearest to its day', () => {
  expect(meetings('2020-01-23')).toEqual(['scrum-of-scrums.2020-w04']);
  expect(meetings('2020-01-24', '2020-02-04')).toEqual([
    'scrum-of-scrums.2020-w04',
    'scrum-of-scrums.2020-w06',
  ]);
});

/** What is done without any message. */
function ids(now: string, heard: readonly HeardDuty[] = []): string[] {
  return Object.keys(proofs(tracking(), now, heard));
}

test('a list is done on its day, until the next one is due, and not while it can not be read or watched', () => {
  expect(ids('2020-02-11T09:00:00Z')).toEqual([]);
  expect(ids('2020-02-12T09:00:00Z')).toEqual(['pending-approvals.2020-w07']);
  expect(ids('2020-02-20T09:00:00Z')).toEqual(['pending-approvals.2020-w08', 'failing-tests.2020-w08']);
  const blind = { why: 'the branch release-1.10 does not exist', lost: '', fix: '', release: '1.10.0' };
  const heard = [
    { name: 'approvals', title: '', why: 'GitHub did not answer' },
    { name: 'failing-tests', title: '', lacks: [blind] },
  ];
  expect(ids('2020-02-20T09:00:00Z', heard)).toEqual([]);
});

test('the run that sends what a box waits for looks again', () => {
  const release = releaseOf(read(CONFIG));
  expect(isAwaited('1.10.0/slack/dates/slack/releases', release, DUTY_SECTIONS)).toBe(true);
  expect(isAwaited('1.10.0/wiki/page', release, DUTY_SECTIONS)).toBe(true);
  expect(isAwaited('1.10.0/slack/announce/7/0/slack/releases', release, DUTY_SECTIONS)).toBe(false);
  expect(isAwaited('1.10.0/opened', release, DUTY_SECTIONS)).toBe(false);
});

test('only names that duties declare are valid, and a near one is proposed', () => {
  const own = 'tasks: [{ id: page, title: Open the page, week: 1, done-by: wiki.pages }]\n';
  expect(prepare(CONFIG + own)).toMatchObject({
    problems: [
      { code: 'unknown-choice', fix: 'Did you mean wiki.page?', path: ['tasks', 'page', 'done-by', 0] },
    ],
  });
  expect(doneByIn(CONFIG + own.replace('wiki.pages', 'wiki.page'))['page']).toBe('wiki.page');
  expect(doneByIn(`${CONFIG}tasks: [{ id: magicbox-open, done-by: [] }]\n`)['magicbox-open']).toBeUndefined();
  expect(releaseOf(read(CONFIG)).start).toBe(day('2020-01-20'));
});
