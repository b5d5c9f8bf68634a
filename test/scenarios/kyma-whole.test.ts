// Scenario: the preset for Kyma with every section on. Each number of its document acts, on a day, for somebody.
import { startMachine } from '../../sandbox/machine/machine.ts';
import type { SandboxState } from '../../sandbox/machine/state.ts';
import { kymaWhole } from '../../sandbox/scenarios/kyma-whole.ts';
import { day } from '../../src/domain/day.ts';

/** The days of the log, and what they say. */
function logOf({ repo }: SandboxState): string[] {
  const body = repo.issues[0]?.comments.find((comment) => comment.body.includes('/ledger -->'))?.body ?? '';
  return body
    .replaceAll('&#8203;', '')
    .split('\n')
    .flatMap((line) => {
      const [, on, text] = /^\| (\d{4}-\d{2}-\d{2}) \| (.*?)\s*(?:<!--.*)?\|$/.exec(line) ?? [];
      return on === undefined || text === undefined ? [] : [`${on} ${text}`];
    });
}

interface Shown {
  readonly log: readonly string[];
  readonly state: SandboxState;
}

/** The first day on which the log says so. */
const first = ({ log }: Shown, text: string): string | undefined =>
  log.find((line) => line.slice(11).startsWith(text))?.slice(0, 10);

const days = ({ log }: Shown, text: string): string[] =>
  log.filter((line) => line.slice(11).startsWith(text)).map((line) => line.slice(0, 10));

function messages({ state }: Shown, channel: string) {
  const channels = state.outside?.slack.flatMap((workspace) => workspace.channels) ?? [];
  return channels.find(({ name }) => name === channel)?.messages ?? [];
}

const pinned = (shown: Shown, channel: string): string =>
  messages(shown, channel).find((one) => one.pinned)?.text ?? '';

const wiki = ({ state }: Shown): string =>
  state.outside?.wiki?.pages.find(({ file }) => file === 'Release-1.10.0.md')?.text ?? '';

const assignees = ({ state }: Shown, title: string): readonly string[] =>
  state.repo.issues.find((issue) => issue.title === title)?.assignees ?? [];

const comments = ({ state }: Shown): string =>
  state.repo.issues.flatMap((issue) => issue.comments.map(({ body }) => body)).join('\n');

const checksOf = ({ state }: Shown) =>
  [...state.pulls.values()].flatMap(({ checks }) =>
    checks.filter(({ name }) => name === 'relcomms candidate'),
  );

const RC1_SOON = '1.10.0: Release candidate 1 is in 7 days, Thu 20 Feb 2020';

let early: Shown;
let shown: Shown;

beforeAll(async () => {
  const machine = await startMachine({ origin: 'http://127.0.0.1:1', logLevel: 'fatal' });
  try {
    await machine.reset(kymaWhole);
    await machine.goTo(day('2020-02-14'));
    early = { state: machine.state, log: logOf(machine.state) };
    await machine.goTo(day('2020-03-16'));
    shown = { state: machine.state, log: logOf(machine.state) };
  } finally {
    await machine.close();
  }
}, 240_000);

test('no run failed', () => {
  expect(shown.state.log.filter(({ result }) => result !== 'applied')).toEqual([]);
});

// Carries Y24 of docs/requirements.md.
test('Y1, Y19, and Y24: each role has its own tasks, and is asked in its turn', () => {
  expect(assignees(shown, 'Pick the Release Master')).toEqual(['bob']);
  expect(assignees(shown, 'Share the communication out with the Scrum Master')).toEqual(['alice']);
  expect(messages(shown, 'scrum-masters').length).toBeGreaterThan(2);
  const asked = shown.log.filter((line) => line.includes('about teams that have not confirmed'));
  expect(asked.map((line) => line.slice(0, line.indexOf(' about')))).toEqual([
    '2020-02-13 Asked bob, dave',
    '2020-02-17 Asked alice, bob',
    '2020-02-19 Asked carol',
  ]);
});

/** What the log says that relcomms did, and the first day. */
const LOGGED: readonly (readonly [number: string, text: string, on: string])[] = [
  ['Y2', 'Sent to #scrum-masters on Slack: 1.10.0: where the release stands', '2020-01-23'],
  ['Y3', `Sent to #team-api on Slack: ${RC1_SOON}`, '2020-02-13'],
  ['Y5', "relcomms can't reach rc1-test from here, so it does not watch it", '2020-02-18'],
  ['Y6', 'Sent to #team-console on Slack: 1.10.0: Release candidate 1 can be tested', '2020-02-17'],
  ['Y7', 'dave confirmed for acme/console: it can test in rc1-test', '2020-02-18'],
  ['Y9', 'Manual tests of Release candidate 1 without progress: asked', '2020-02-17'],
  ['Y10', 'Announced Cherry-pick deadline (Tue 10 Mar 2020)', '2020-02-24'],
  ['Y11', 'Sent to #team-api on Slack: 1.10.0: 1 pull request needs approval', '2020-02-13'],
  ['Y12', 'Sent to #team-api on Slack: 1.10.0: 1 failing test belongs to acme/api', '2020-02-18'],
  ['Y16', 'Sent to #releases on Slack: 1.10.0: 3 dates moved', '2020-02-24'],
  ['Y17', 'Sent to #kyma-announcements on Slack (community): Kyma 1.10 is out', '2020-03-13'],
  ['Y21', 'Began the wiki page Release 1.10.0', '2020-01-20'],
  ['Y25', 'Asked carol about teams that have not confirmed Release candidate 1', '2020-02-19'],
  ['Y26', 'Failing tests of api: no answer yet, assigned alice', '2020-02-20'],
];

test.each(LOGGED)('%s: %s, on %s', (_, text, on) => {
  expect(first(shown, text)).toBe(on);
});

test('Y4, Y14, Y15, Y18, and Y28: one message with all days and contacts is pinned in every channel', () => {
  for (const channel of ['releases', 'team-api', 'team-console']) {
    expect(pinned(shown, channel)).toContain('Release candidate 1: Thu 20 Feb 2020');
    expect(pinned(shown, channel)).toContain('Release candidate 2: Thu 5 Mar 2020');
    expect(pinned(shown, channel)).toContain('Release day: Thu 12 Mar 2020');
    expect(pinned(shown, channel)).toContain('Release manager: Bob Baker');
  }
});

test('Y7: the candidate may not be merged before teams had their days and confirmed', () => {
  expect(checksOf(early).map(({ conclusion }) => conclusion)).toEqual([null]);
  expect(checksOf(shown).map(({ conclusion }) => conclusion)).toEqual(['success']);
});

test('Y8 and Y9: all manual tests are in one workbook and one issue for each team; a failure has an issue until it passes', () => {
  const { issues } = shown.state.repo;
  expect(issues[0]?.body).toContain('manual-tests.xlsx');
  expect(issues[0]?.body).toContain('| api | 2 | 2 | 0 | 0 | 0 | 0 | bob |');
  expect(
    issues.filter(({ title }) => title.startsWith('Manual test')).map(({ title, state }) => [title, state]),
  ).toEqual([
    ['Manual tests of api for 1.10.0', 'closed'],
    ['Manual tests of console for 1.10.0', 'closed'],
    ['Manual tests without progress: Release candidate 1 (1.10.0)', 'closed'],
    ['Manual test failed: Reach the quota (rc1)', 'closed'],
    ['Manual tests without progress: Release candidate 2 (1.10.0)', 'closed'],
  ]);
});

test('Y10: at the deadline, a closing statement names what is out', () => {
  expect(comments(shown)).toContain('cherry-picks are closed');
  expect(comments(shown)).toContain('Refuse names with a slash');
});

test('Y13: what a team answers is in its issue', () => {
  const failing = shown.state.repo.issues.find(({ title }) => title.startsWith('Failing tests in'));
  expect(failing?.body).toContain('the request limit is being put back');
});

test('Y20 and Y27: every two weeks, with what stands in the way', () => {
  expect(days(shown, 'Sent to #scrum-masters on Slack')).toEqual([
    '2020-01-23',
    '2020-02-06',
    '2020-02-20',
    '2020-03-05',
  ]);
  expect(messages(shown, 'scrum-masters')[2]?.text).toContain('Resolve these, each by its owner');
});

test('Y22: the wiki page has dates, contacts, and everything in the way', () => {
  for (const heading of ['Dates', 'Dates that moved', 'Contacts', 'Blockers', 'Failing tests'])
    expect(wiki(shown)).toContain(`**${heading}**`);
});

test('Y23: outside, nothing is said but what was approved, and that the release is out', () => {
  expect(messages(shown, 'kyma-announcements').map(({ text }) => text.slice(0, 17))).toEqual([
    'Kyma 1.10 is out.',
  ]);
  expect(days(shown, 'bob approved a message to 1 address by email')).toEqual(['2020-02-21', '2020-02-25']);
  expect(days(shown, 'Sent to 1 address by email')).toEqual(['2020-02-21', '2020-02-25']);
});
