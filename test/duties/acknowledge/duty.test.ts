// Teams say that they have seen a day; silence climbs, one step at a time, each once.
import { quietWorld } from '../../support/quiet.ts';
import { type Day, addDays } from '../../../src/domain/day.ts';
import type { LedgerEntry } from '../../../src/domain/observed.ts';
import { acknowledgeConfig } from '../../../src/duties/acknowledge/config.ts';
import { type AcknowledgeInput, acknowledgeDuty } from '../../../src/duties/acknowledge/index.ts';
import type { SeenOnSlack } from '../../../src/domain/seen.ts';
import { goingAlone } from '../../support/going.ts';
import { CYCLE, type Setting, inputOf as slackInput, noticesOf, releaseOf } from '../slack/world.ts';
import type { CommandComment } from '../../../src/domain/command-comment.ts';

import * as z from 'zod';

const TEAMS: AcknowledgeInput['teams'] = {
  api: { github: 'acme/api', paths: [], lead: 'dave' },
  web: { github: 'acme/web', paths: [] },
};
/** RC1 is on Thu 20 Feb 2020. */
const KYMA = releaseOf();
const LATER = releaseOf(CYCLE.replace('release: 2020-03-05', 'release: 2020-03-19'));

function inputOf(setting: Setting, seen: readonly SeenOnSlack[] = []) {
  const input = slackInput(setting);
  return { ...input, observed: { ...input.observed, seen } };
}

/** Runs day after day; what is noted on one is known on the next. */
function startWalk({ isAlone = true } = {}) {
  const entries: LedgerEntry[] = [];
  const comments: string[] = [];
  const run = (
    now: string,
    more: Partial<AcknowledgeInput> = {},
    said: readonly CommandComment[] = [],
    seen: readonly SeenOnSlack[] = [],
  ) => {
    const base = inputOf({ now: `${now}T10:00:00Z`, entries, commands: said, teams: TEAMS }, seen);
    const config = z.parse(acknowledgeConfig, { milestones: ['rc1'] });
    const {
      desired,
      skips,
      standing = [],
    } = acknowledgeDuty.desire({ ...base, releases: [KYMA], ...more, config });
    const before = comments.length;
    for (const one of isAlone ? goingAlone(desired) : desired) {
      if (one.kind === 'comment' && !entries.some(({ key }) => key === one.entry)) comments.push(one.body);
      if (one.kind === 'entry' && !entries.some(({ key }) => key === one.key)) entries.push(one);
    }
    return {
      told: comments.slice(before),
      standing: standing.map(({ team }) => team),
      ...(skips.length === 0 ? {} : { skips }),
    };
  };
  return { run, comments, entries };
}

function seenBy(author: string, member: readonly string[] = []): CommandComment {
  const teams = { member, unknown: [] };
  const place = { commentId: 9, issue: '1.10.0/tracking-issue', number: 1 };
  return { ...place, author, permission: 'read', teams, lines: ['/release seen'] };
}

function answerOf(team: string, answer: SeenOnSlack['answer'], day = '2020-02-20'): SeenOnSlack {
  return { release: '1.10.0', milestone: 'rc1', day: day as Day, team, answer };
}

test('asked a week before, once; who is silent stands in the way, who answered does not', () => {
  const { run } = startWalk();
  expect(run('2020-02-12')).toEqual({ told: [], standing: [] });
  expect(run('2020-02-13').told).toEqual([
    '**Release candidate 1 is on Thu 20 Feb 2020**, by Thu 23:00 UTC. Has your team seen it? One person per team comments `/release seen` on this issue: @acme/api, @acme/web.',
  ]);
  expect(run('2020-02-13')).toEqual({ told: [], standing: ['api', 'web'] });
  // By membership, and as the lead of a team that GitHub tells nothing about; others speak for nobody.
  expect(run('2020-02-13', {}, [seenBy('erin', ['ACME/Web'])]).standing).toEqual(['api']);
  expect(run('2020-02-13', {}, [seenBy('frank', ['acme/other'])]).standing).toEqual(['api']);
  expect(run('2020-02-13', {}, [seenBy('Dave')]).standing).toEqual([]);
  expect(run('2020-02-19')).toEqual({ told: [], standing: [] });
});

test('silence waits two working days for company, never on a day off; steps that are left by then go together', () => {
  const { run } = startWalk();
  const days = Array.from({ length: 8 }, (_, index) => addDays('2020-02-13' as Day, index));
  const told = days.map((day) => [
    day,
    run(day)
      .told.concat(run(day).told)
      .map((body) => body.split(':')[0]),
  ]);
  expect(told).toEqual([
    ['2020-02-13', ['**Release candidate 1 is on Thu 20 Feb 2020**, by Thu 23']],
    ['2020-02-14', []],
    ['2020-02-15', []],
    ['2020-02-16', []],
    ['2020-02-17', []],
    // The next step would be due on the last working day, where it finds no company any more.
    ['2020-02-18', ['@dave, @alice, @bob, @carol']],
    ['2020-02-19', []],
    ['2020-02-20', []],
  ]);
});

test('with company it asks with the digest of the week, and each step comes on its day', () => {
  const { run } = startWalk({ isAlone: false });
  const days = Array.from({ length: 11 }, (_, index) => addDays('2020-02-09' as Day, index));
  const told = days.flatMap((day) => {
    const said = run(day).told.concat(run(day).told);
    return said.length === 0 ? [] : [[day, said.map((body) => body.split(':')[0])]];
  });
  expect(told).toEqual([
    ['2020-02-10', ['**Release candidate 1 is on Thu 20 Feb 2020**, by Thu 23']],
    ['2020-02-11', ['@dave']],
    ['2020-02-12', ['@alice, @bob']],
    ['2020-02-13', ['@carol']],
  ]);
});

test('after days without a run all steps that are left come at once, without people who want no pings', () => {
  const { run } = startWalk();
  run('2020-02-13');
  const quiet = quietWorld({ optedOut: ['Dave', 'alice'], releases: [KYMA] });
  expect(run('2020-02-18', quiet).told.map((body) => body.split(':')[0])).toEqual(['@bob, @carol']);
  expect(run('2020-02-18', quiet).told).toEqual([]);
  expect(run('2020-02-19', quiet).told).toEqual([]);
});

test('a slip asks anew, whoever had answered; one before the first question waits for that', () => {
  const { run } = startWalk();
  expect(run('2020-02-05', { releases: [LATER] }).told).toEqual([]);
  const other = startWalk();
  other.run('2020-02-13');
  other.run('2020-02-13', {}, [seenBy('dave'), seenBy('erin', ['acme/web'])]);
  const slipped = { releases: [LATER] };
  expect(other.run('2020-02-14', slipped).told[0]).toContain('has moved to Thu 5 Mar 2020');
  expect(other.run('2020-02-14', slipped)).toEqual({ told: [], standing: ['api', 'web'] });
  expect(other.run('2020-03-06', slipped)).toEqual({ told: [], standing: [] });
});

test('leads who were asked about the old day hear of the new one, if they want pings', () => {
  const told = [{}, quietWorld({ optedOut: ['dave'], releases: [LATER] })].map((quiet) => {
    const { run } = startWalk();
    run('2020-02-13');
    expect(run('2020-02-18').told[0]).toContain('@dave, @alice, @bob, @carol: no answer yet');
    return run('2020-02-19', { releases: [LATER], ...quiet }).told[0];
  });
  expect(told[0]).toContain('@dave: you need not ask about the old day any more.');
  expect(told[1]).toContain('has moved to');
  expect(told[1]).not.toContain('dave');
});

test('a reaction on Slack is the answer of its team, for this day alone; what is unread is named and no answer', () => {
  const { run, entries } = startWalk();
  run('2020-02-13');
  const unread = { unread: 'Slack is silent.' };
  const why = 'Slack is silent.';
  const skips = [{ duty: 'acknowledge', what: 'Answers on Slack of acme/api, acme/web', why }];
  const silent = [
    answerOf('api', 'silent'),
    answerOf('api', unread),
    answerOf('web', unread),
    answerOf('web', 'seen', '2020-02-21'),
  ];
  expect(run('2020-02-13', {}, [], silent.slice(0, 3))).toEqual({
    told: [],
    standing: ['api', 'web'],
    skips,
  });
  expect(run('2020-02-13', {}, [], silent.slice(3))).toEqual({ told: [], standing: ['api', 'web'] });
  // One of two messages says it; the same in a command is noted once, as the command.
  const both = [answerOf('api', unread), answerOf('api', 'seen'), answerOf('web', 'seen')];
  const said = run('2020-02-13', {}, [seenBy('erin', ['acme/web'])], both);
  expect(said).toEqual({ told: [], standing: [] });
  expect(entries.slice(1).map(({ key, text }) => [key, text])).toEqual([
    ['1.10.0/seen/rc1/2020-02-20/web', 'erin confirmed for acme/web: Release candidate 1, Thu 20 Feb 2020.'],
    [
      '1.10.0/seen/rc1/2020-02-20/api',
      'acme/api confirmed with a reaction on Slack: Release candidate 1, Thu 20 Feb 2020.',
    ],
  ]);
});

test('the digest lists the teams that have not confirmed', () => {
  const walk = startWalk();
  walk.run('2020-02-13');
  const base = inputOf({ now: '2020-02-13T10:00:00Z', entries: walk.entries, teams: TEAMS });
  const config = z.parse(acknowledgeConfig, { milestones: ['rc1'] });
  const { standing = [] } = acknowledgeDuty.desire({ ...base, config });
  const digest = { every: '1 week', from: '2020-02-13', to: 'teams' };
  const found = noticesOf({ now: '2020-02-13T10:00:00Z', standing, config: { digest } });
  const words = JSON.stringify(
    found.filter(({ notice }) => notice.title.includes('where the release stands')),
  );
  expect(words).toContain('Not confirmed yet:');
  expect(words).toContain('acme/web has not confirmed Release candidate 1, Thu 20 Feb 2020');
});
