// Which messages on Slack are read for an answer, and how many in a run.
import * as z from 'zod';
import type { OwnIssue } from '../../../src/domain/observed.ts';
import type { Channels, OutboxRow } from '../../../src/domain/outbox.ts';
import type { Reaction } from '../../../src/domain/seen.ts';
import { acknowledgeConfig } from '../../../src/duties/acknowledge/config.ts';
import { waitingMessages } from '../../../src/duties/acknowledge/waiting.ts';
import { seen as seenFact } from '../../../src/github/facts/seen.ts';
import { allUnknown } from '../../../src/github/observe.ts';
import { type Instant, day } from '../../../src/domain/day.ts';
import { dutyRun, questionsFor } from '../../../src/run/duty-run.ts';
import { testChannels } from '../../support/channels.ts';
import { CYCLE, inputOf, noticesOf, sentRow } from '../slack/world.ts';
import { at, read } from '../../support/world.ts';

const NOW = '2020-02-13T10:00:00Z';
const DAY = '2020-02-20';
const DUE = `1.10.0/slack/due/rc1/${DAY}/1-weeks`;
const SEVERAL = `1.10.0/slack/due/several/freeze~2020-02-18~1-weeks.rc1~${DAY}~1-weeks`;
const MOVED = '1.10.0/slack/moved/rc1%2Brelease/0123456789ab';
const ASKED = { key: `1.10.0/seen-ask/rc1/${DAY}`, day: DAY as never, text: '' };
const TEAMS = {
  api: { github: 'acme/api', paths: [], slack: '#team-api' },
  web: { github: 'acme/web', paths: [] },
};

function sentAs(id: string, tells: Readonly<Record<string, string>> = { rc1: DAY }): OutboxRow {
  return { ...sentRow('2020-02-13T09:00:00Z', tells), sent: { place: 'C1', id } };
}

function waiting(
  rows: Readonly<Record<string, OutboxRow>>,
  more: Partial<Parameters<typeof inputOf>[0]> = {},
) {
  const input = inputOf({ now: NOW, rows, entries: [ASKED], teams: TEAMS, ...more });
  const config = z.parse(acknowledgeConfig, { milestones: ['rc1'] });
  return waitingMessages({ ...input, config }, input.observed.ownIssues).map(({ team, sent }) => [
    team,
    sent.id,
  ]);
}

test('notices of this day that went to the channel of a silent team, and no other message', () => {
  const { sent: _, ...unsent } = sentAs('9');
  const rows = {
    [`${DUE}/slack/team-api`]: sentAs('1'),
    [`${MOVED}/slack/team-api`]: sentAs('2', { rc1: DAY, release: '2020-03-05' }),
    [`${MOVED.replace('0123', '9999')}/slack/team-api`]: sentAs('3', { rc1: '2020-02-19' }),
    [`${DUE.replace('20/1', '19/1')}/slack/team-api`]: sentAs('4'),
    [`${DUE}/slack/releases`]: sentAs('5'),
    [`${DUE}/trial/slack/team-api`]: sentAs('6'),
    [`${DUE}/slack/slack/team-api`]: sentAs('7'),
    '1.10.0/slack/dates/slack/team-api': sentAs('8'),
    [`${DUE.replace('1-w', '2-w')}/slack/team-api`]: unsent,
    [`${SEVERAL}/slack/team-api`]: sentAs('10'),
    [`${SEVERAL}/trial/slack/team-api`]: sentAs('11'),
    [`${SEVERAL.replace('20~', '19~')}/slack/team-api`]: sentAs('12'),
  };
  expect(waiting(rows)).toEqual([
    ['api', '1'],
    ['api', '2'],
    ['api', '10'],
  ]);
  const seen = { ...ASKED, key: `1.10.0/seen/rc1/${DAY}/api` };
  expect(waiting(rows, { entries: [ASKED, seen] })).toEqual([]);
  expect(waiting(rows, { entries: [] })).toEqual([]);
  expect(waiting(rows, { now: '2020-02-21T10:00:00Z' })).toEqual([]);
  // In a channel that two teams share nobody could tell for which one somebody reacts.
  const shared = { ...TEAMS, web: { ...TEAMS.web, slack: '#team-api' } };
  expect(waiting(rows, { teams: shared })).toEqual([]);
});

test('the notice asks where a reaction counts: not elsewhere, not in trials, not of a team that has seen it', () => {
  const pinned = sentRow('2020-01-20T08:00:00Z', { rc1: DAY });
  const rows = Object.fromEntries(
    ['slack/releases', 'slack/team-api', 'trial/slack/releases', 'trial/slack/team-api'].map((place) => [
      `1.10.0/slack/dates/${place}`,
      pinned,
    ]),
  );
  const asking = (setting: Partial<Parameters<typeof inputOf>[0]>, acknowledge = ['rc1']) =>
    noticesOf({ now: NOW, teams: TEAMS, rows, acknowledge, ...setting }).flatMap(({ notice }) =>
      JSON.stringify(notice.lines).includes('react with a check mark') ? [notice.key] : [],
    );
  expect(asking({})).toEqual([`${DUE}/slack/team-api`]);
  expect(asking({}, ['release'])).toEqual([]);
  expect(asking({ config: { 'mock-channel': '#trial' } })).toEqual([]);
  expect(asking({ entries: [{ ...ASKED, key: `1.10.0/seen/rc1/${DAY}/api` }] })).toEqual([]);
  const old = sentRow('2020-02-12T09:00:00Z', { rc1: '2020-02-18' });
  const moved = { ...rows, '1.10.0/slack/due/rc1/2020-02-18/1-weeks/slack/team-api': old };
  expect(asking({ rows: moved })).toContainEqual(
    expect.stringMatching(/^1\.10\.0\/slack\/moved\/rc1\/[0-9a-f]{12}\/slack\/team-api$/),
  );
});

const NO_ANSWER = { root: {}, data: {}, failed: new Map<string, string>() };

/** One run with so many silent teams, each with a message of its own. */
async function readIn(hour: number, count: number, text = 'acknowledge: { milestones: [rc1] }\nslack: {}\n') {
  const teams = Array.from(
    { length: count },
    (_, index) => `  t${index}: { github: acme/t${index}, slack: '#t${index}' }\n`,
  );
  const prepared = read(`${CYCLE}teams:\n${teams.join('')}tracking-issue: {}\n${text}`);
  const rows = Object.fromEntries(teams.map((_, index) => [`${DUE}/slack/t${index}`, sentAs(`m${index}`)]));
  const [issue] = inputOf({ now: NOW, rows, entries: [ASKED] }).observed.ownIssues as [OwnIssue];
  const found = { ...allUnknown('nobody looked'), ownIssues: { known: true, value: [issue] } } as const;
  const channels = testChannels();
  const yes: readonly Reaction[] = [{ name: 'ballot_box_with_check', users: ['U1'] }];
  channels.reactions.set('m0', yes);
  const now = (at(NOW) + hour * 3_600_000) as Instant;
  const question = questionsFor(dutyRun(prepared, { now }), {}).seen ?? [];
  const seenBy = async (by: Channels | undefined) => {
    const setting = { accounts: [], since: day('2020-01-01'), now, channels: by };
    const answer = NO_ANSWER;
    const github = undefined as never;
    const { seen: fact } = await seenFact.read({ github, question, asked: question, setting, answer, found });
    return fact.known ? fact.value : [];
  };
  return { seen: await seenBy(channels.run()), without: await seenBy(undefined), reads: channels.reads };
}

test('twenty messages a run, others in the next hour; the rest is unread', async () => {
  const few = await readIn(0, 2);
  expect(few.seen.map(({ team, answer }) => [team, answer])).toEqual([
    ['t0', 'seen'],
    ['t1', 'silent'],
  ]);
  // Nobody may take for silent who was not listened to.
  expect(few.without.map(({ answer }) => answer)).toEqual(
    Array.from({ length: 2 }, () => ({ unread: 'this run reads no messages on Slack' })),
  );
  const first = await readIn(0, 30);
  const second = await readIn(1, 30);
  expect([first.reads.length, second.reads.length, first.seen.length]).toEqual([20, 20, 30]);
  expect(new Set([...first.reads, ...second.reads]).size).toBe(30);
  expect(first.seen.filter(({ answer }) => typeof answer !== 'string')).toHaveLength(10);
});

test('without the section slack or acknowledge nothing is read', async () => {
  expect((await readIn(0, 2, 'acknowledge: { milestones: [rc1] }\nslack: off\n')).reads).toEqual([]);
  expect((await readIn(0, 2, 'slack: {}\nacknowledge: off\n')).reads).toEqual([]);
});
