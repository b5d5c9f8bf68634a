// Teams become people in one place: in every text of a wish, in the log, and in the report.
import type { Desired } from '../../src/domain/desired.ts';
import type { Observation } from '../../src/domain/observed.ts';
import { day } from '../../src/domain/day.ts';
import { allUnknown } from '../../src/github/observe.ts';
import { reachTeams } from '../../src/plan/reach-teams.ts';
import { quietWorld } from '../support/quiet.ts';
import { at, ownIssue, release } from '../support/world.ts';

const RELEASES = [release({ version: 'v1', roles: { lead: ['alice'] } })];

const TEAMS = {
  api: { github: 'acme/api', lead: 'carol', people: ['dave', 'erin'] },
  docs: { github: 'acme/docs' },
};

const known = <T>(value: T) => ({ known: true, value }) as const;

function reached(wishes: readonly Desired[], more: Partial<Observation> = {}, optedOut: string[] = []) {
  const run = { teams: TEAMS, releases: RELEASES, now: at('2026-10-06T09:00:00Z') };
  const observation = { ...allUnknown('nobody looked'), ...more };
  const wanted = wishes.map((desired) => ({ duty: 'deadlines', desired }));
  const quiet = quietWorld({ optedOut, releases: RELEASES });
  const { wanted: changed, skips } = reachTeams(wanted, run, observation, quiet);
  return { wishes: changed.map(({ desired }) => desired), skips };
}

const comment = (body: string): Desired => ({
  kind: 'comment',
  issue: 'v1/tracking-issue',
  key: 'v1/notice',
  entry: 'v1/notice',
  body,
  why: 'a day is near',
});

const entry: Desired = {
  kind: 'entry',
  issue: 'v1/tracking-issue',
  key: 'v1/notice',
  day: day('2026-10-06'),
  text: 'Told the teams.',
  why: 'a day is near',
};

const pullComment: Desired = {
  kind: 'pull-comment',
  pull: 7,
  key: 'v1/approval',
  body: 'Ask @acme/api.',
  why: 'asked',
};

function onPull(body: string): Partial<Observation> {
  const said = { key: 'v1/approval', body };
  return { pulls: known([{ number: 7, comments: known([said]) }]) } as never;
}

test('the people of the team in its place, and the log says so', () => {
  const { wishes, skips } = reached([comment('For: @alice, @acme/api'), entry], { teamMentions: known([]) });
  expect(wishes).toEqual([
    comment('For: @alice, acme/api (@dave, @erin)'),
    { ...entry, text: 'Told the teams. In place of acme/api: dave, erin.' },
  ]);
  expect(skips).toEqual([]);
});

test('a team that lists nobody: those who lead are asked to pass it on, and the report says so', () => {
  const { wishes, skips } = reached([comment('For: @acme/docs'), entry], { teamMentions: known([]) });
  expect(wishes).toEqual([
    comment('For: acme/docs (please pass it on: @alice)'),
    { ...entry, text: 'Told the teams. In place of acme/docs: alice.' },
  ]);
  expect(skips).toEqual([
    {
      duty: 'deadlines',
      what: 'Mention of acme/docs',
      why: 'this token can\'t mention it, so alice is asked to pass it on. Add its "people" under "teams", or use the App with "members: read"',
    },
  ]);
});

test('with nobody left the log does not say that they were told', () => {
  const { wishes, skips } = reached([comment('For: @acme/docs'), entry], {}, ['alice']);
  expect(wishes).toEqual([
    comment('For: acme/docs'),
    { ...entry, text: 'Told the teams. relcomms could mention nobody on acme/docs.' },
  ]);
  expect(skips.map(({ why }) => why.split('.')[0])).toEqual([
    "this token can't mention it, so it mentions nobody",
  ]);
});

test.each([
  ['a team that is seen', known(['acme/api']), '@acme/api'],
  ['one that nobody asked for, while others are seen', known(['acme/docs', 'acme/web']), '@acme/web'],
  ['one that was asked for and is not there', known(['acme/docs']), 'acme/api (@dave, @erin)'],
  ['unknown is no', { known: false, why: 'GitHub is away' } as const, 'acme/api (@dave, @erin)'],
])('%s', (_, teamMentions, words) => {
  const team = words.includes('web') ? '@acme/web' : '@acme/api';
  expect(reached([comment(`For: ${team}`)], { teamMentions }).wishes).toEqual([comment(`For: ${words}`)]);
});

test.each([
  ['no comment yet', undefined, 'Ask acme/api (@dave, @erin).'],
  ['the App mentioned the team', 'Ask @acme/api.', 'Ask @acme/api.'],
  ['we mentioned one of them', 'Ask acme/api (@dave).', 'Ask acme/api (@dave, erin).'],
])('an edit adds no mention: %s', (_, before, body) => {
  const more = before === undefined ? {} : onPull(before);
  expect(reached([pullComment], more).wishes).toEqual([{ ...pullComment, body }]);
});

test('the body of an issue that another token wrote stays', () => {
  const issue = {
    kind: 'issue',
    key: 'v1/case/api',
    body: { parts: [{ kind: 'block', name: 'case', text: '- **Team:** @acme/api' }] },
    assignees: [],
  } as unknown as Desired;
  const body = '- **Team:** @acme/api';
  const ownIssues = known([ownIssue('v1/case/api', 3, { body })]);
  expect(reached([issue], { ownIssues }).wishes).toEqual([issue]);
});
