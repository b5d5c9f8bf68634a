// Who takes part: people with their days off, and teams.
import * as z from 'zod';
import {
  day,
  githubTeam,
  id,
  keys,
  list,
  login,
  slackChannel,
  slackGroup,
  slackMember,
  table,
  testPattern,
  text,
  yesNo,
  zone,
} from '../fields.ts';

const daysAway = keys({
  from: day().meta({ description: 'The first day off.', example: '2026-12-21' }),
  to: day().optional().meta({
    description: 'The last day off.',
    example: '2027-01-03',
    defaultText: 'the same day as `from`',
  }),
});

const person = keys({
  name: text({ max: 80 }).optional().meta({
    description: 'The name to use in texts without a mention.',
    example: 'Alice Ada',
    defaultText: 'the login',
  }),
  slack: slackMember().optional().meta({
    description: 'Slack member ID, for mentions in Slack.',
    example: 'U012ABC',
    defaultText: 'no mention in Slack',
  }),
  timezone: zone().optional().meta({
    description: 'The time zone where the person works; messages to them show times in it.',
    example: 'America/New_York',
    defaultText: '`timezone` of the config',
  }),
  'opt-out': yesNo().default(false).meta({
    description: 'Never mention or assign this person, except for a task they take themselves.',
    example: true,
  }),
  away: list(daysAway)
    .default([])
    .meta({
      description:
        'Vacations and other days off. On these days relcomms neither mentions nor assigns this person, except for a task they take themselves, and asks the next in line. Days begin and end in the `timezone` of the person.',
      example: [{ from: '2026-12-21', to: '2027-01-03' }],
      defaultText: 'none',
    }),
});

export const people = table(login(), person.prefault({}))
  .default({})
  .meta({
    description: 'People by GitHub login. Someone who needs no settings need not be listed.',
    example: {
      alice: { name: 'Alice Ada', slack: 'U012ABC', timezone: 'America/New_York' },
      carol: { away: [{ from: '2026-12-21', to: '2027-01-03' }] },
      dave: { 'opt-out': true },
    },
  });

const team = keys({
  github: githubTeam().meta({
    description: 'The team on GitHub, as organization/team.',
    example: 'acme/api',
  }),
  slack: slackChannel().optional().meta({
    description: 'Channel that the team reads. Needs quotes because of the #.',
    example: '#team-api',
    defaultText: 'no Slack message',
  }),
  'slack-group': slackGroup().optional().meta({
    description: 'User group of the team on Slack; pinged in its channel at the stages of `slack.mention`.',
    example: 'S012ABC',
    defaultText: 'its lead is pinged, if `people` has their Slack ID',
  }),
  tests: list(testPattern())
    .default([])
    .meta({
      description:
        'Regular expressions (RE2) of the names of tests, as suite/name or class/name, and of jobs that the team owns. The first team whose pattern matches counts.',
      example: ['^api/'],
    }),
  paths: list(text({ max: 300 }))
    .default([])
    .meta({
      description: 'Paths of the files that the team owns, written as in CODEOWNERS.',
      example: ['src/api/**'],
    }),
  lead: login().optional().meta({
    description: 'Who is asked when the team does not answer.',
    example: 'carol',
    defaultText: 'nobody',
  }),
  people: list(login())
    .default([])
    .meta({
      description:
        'Its people, by login. relcomms mentions them if its token does not see the team, such as a workflow token: GitHub then treats the name of a team as plain text. Their commands and approvals count for the team.',
      example: ['carol', 'erin'],
    }),
});

export const teams = table(id(), team)
  .default({})
  .meta({
    description: 'Teams that must approve, test, or fix something.',
    example: {
      api: {
        github: 'acme/api',
        slack: '#team-api',
        'slack-group': 'S012ABC',
        tests: ['^api/'],
        paths: ['src/api/**'],
        lead: 'carol',
        people: ['carol', 'erin'],
      },
    },
  });

export type People = z.infer<typeof people>;
export type Teams = z.infer<typeof teams>;
