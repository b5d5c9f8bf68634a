// The config section `slack`: who hears of what outside of GitHub.
import type { References } from '../../domain/references.ts';
import * as z from 'zod';
import {
  day,
  duration,
  everyWeeks,
  id,
  keys,
  list,
  milestoneId,
  slackChannel,
  text,
  publicPage,
  url,
  yesNo,
} from '../../config/fields.ts';

const digest = keys({
  every: everyWeeks().meta({ description: 'How often: whole weeks.', example: '2 weeks' }),
  from: day().meta({ description: 'The first day.', example: '2026-09-08' }),
  to: id().meta({ description: 'The audience that gets it.', example: 'scrum-masters' }),
});

/** Where the section names what has to exist elsewhere in the config. */
export const references: readonly References[] = [
  { path: ['dates'], to: ['audience'] },
  { path: ['released'], to: ['audience'] },
  { path: ['press'], to: ['audience'] },
  { path: ['digest', 'to'], to: ['audience'] },
  { path: ['milestones'], to: ['milestone'] },
];

export const slackConfig = keys({
  dates: list(id())
    .default([])
    .meta({
      description:
        'Audiences that hear of dates: a pinned message with all of them, notices before deadlines, and every date that moves.',
      example: ['teams'],
    }),
  notice: list(duration())
    .optional()
    .transform((stages) => stages ?? [one(1, 'weeks'), one(2, 'days')])
    .meta({
      description:
        'How long before a deadline its audiences hear of it. Of RC1 they hear a week before at the latest.',
      example: ['1 week', '2 days'],
      defaultText: '[1 week, 2 days]',
    }),
  mention: list(duration())
    .default([])
    .meta({
      description:
        'At which of these stages a team is pinged in its own channel: its user group, or its lead. At all others nobody is.',
      example: ['2 days'],
      defaultText: 'none',
    }),
  milestones: list(milestoneId())
    .optional()
    .meta({
      description: 'Milestones that are announced before they are due.',
      example: ['rc1', 'cherry-pick-deadline', 'release'],
      defaultText: 'code-freeze, feature-freeze, cherry-pick-deadline, every rc, and release day',
    }),
  'team-messages': yesNo().default(true).meta({
    description:
      'Tell each team in its own channel of pull requests that wait for it and of its failing tests.',
    example: true,
  }),
  released: list(id())
    .default([])
    .meta({
      description:
        'Audiences that hear that the release is out, once its tag, its GitHub release and `pages` are there.',
      example: ['community'],
    }),
  pages: list(publicPage(), 10)
    .default([])
    .meta({
      description: 'Pages that have to answer before the release counts as out; ten at most.',
      example: ['https://example.org/blog/v1-10'],
    }),
  press: list(id())
    .default([])
    .meta({
      description:
        'Audiences that hear when the embargo lifts (milestone `embargo-lift`) and whenever that moves.',
      example: ['press'],
    }),
  environment: url().optional().meta({
    description: 'Where the release candidate can be tested; stands in the pinned message.',
    example: 'https://test.example.org',
    defaultText: 'not told',
  }),
  note: text({ max: 500 }).optional().meta({
    description: 'A sentence for the pinned message.',
    example: 'Questions go to #releases.',
    defaultText: 'none',
  }),
  digest: digest.optional().meta({
    description: 'A regular message: progress, obstacles, and the deadlines ahead.',
    example: { every: '2 weeks', from: '2026-09-08', to: 'scrum-masters' },
    defaultText: 'none',
  }),
  'mock-channel': slackChannel().optional().meta({
    description: 'Sends everything to this one channel in place of all others, for trials.',
    example: '#relcomms-trial',
    defaultText: 'off',
  }),
  paused: yesNo().default(false).meta({
    description:
      'Sends nothing on Slack and by mail while it is on. Wiki page, calendar and tracking issue go on: their sections have to be taken out.',
    example: false,
  }),
}).transform((section) => ({
  dates: section.dates,
  notice: section.notice,
  mention: section.mention,
  milestones: section.milestones,
  teamMessages: section['team-messages'],
  released: section.released,
  pages: section.pages,
  press: section.press,
  environment: section.environment,
  note: section.note,
  digest: section.digest,
  mockChannel: section['mock-channel'],
  paused: section.paused,
}));

function one(amount: number, unit: 'weeks' | 'days') {
  return { amount, unit } as const;
}

export type SlackConfig = z.infer<typeof slackConfig>;
