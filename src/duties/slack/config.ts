// The config section `slack`: who hears of what outside of GitHub.
import type { References } from '../../domain/references.ts';
import type { TextPlace } from '../../domain/text-place.ts';
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

/** The page where people test, and the news that a release is out, are another for each release. */
export const texts: readonly TextPlace[] = [
  { path: ['note'], kind: 'text' },
  { path: ['environment'], kind: 'link' },
  { path: ['pages', '*'], kind: 'link' },
];

export const slackConfig = keys({
  dates: list(id())
    .default([])
    .meta({
      description:
        'Audiences that get dates: a pinned message with all of them, reminders before deadlines, and every moved date.',
      example: ['teams'],
    }),
  notice: list(duration())
    .optional()
    .transform((stages) => stages ?? [one(1, 'weeks'), one(2, 'days')])
    .meta({
      description:
        'How long before a deadline its audiences get a reminder. For RC1 they get one at least a week before.',
      example: ['1 week', '2 days'],
      defaultText: '[1 week, 2 days]',
    }),
  mention: list(duration())
    .default([])
    .meta({
      description:
        'At which of these stages relcomms pings a team in its own channel: its user group, or its lead. At all others it pings nobody.',
      example: ['2 days'],
      defaultText: 'none',
    }),
  milestones: list(milestoneId())
    .optional()
    .meta({
      description: 'Milestones that get a reminder before they are due.',
      example: ['rc1', 'cherry-pick-deadline', 'release'],
      defaultText: 'code-freeze, feature-freeze, cherry-pick-deadline, every rc, and release day',
    }),
  'team-messages': yesNo().default(true).meta({
    description:
      'Send each team, in its own channel, the pull requests that need its approval and its failing tests.',
    example: true,
  }),
  released: list(id())
    .default([])
    .meta({
      description:
        'Audiences that get the news that the release is out, once its tag, its GitHub release, and `pages` exist.',
      example: ['community'],
    }),
  pages: list(publicPage(), 10)
    .default([])
    .meta({
      description: 'Pages that must load before the release counts as out; ten at most. They take variables.',
      example: ['https://example.org/blog/{version}'],
    }),
  press: list(id())
    .default([])
    .meta({
      description:
        'Audiences that get the time when the embargo lifts (milestone `embargo-lift`), and every move of it.',
      example: ['press'],
    }),
  environment: url().optional().meta({
    description:
      'Where people can test the release candidate; the pinned message links to it. It takes variables.',
    example: 'https://test.example.org/{version}',
    defaultText: 'no link',
  }),
  note: text({ max: 500 }).optional().meta({
    description: 'A sentence for the pinned message. It takes variables.',
    example: 'Questions about {version} go to #releases.',
    defaultText: 'none',
  }),
  digest: digest.optional().meta({
    description: 'A regular message: progress, obstacles, and the next deadlines.',
    example: { every: '2 weeks', from: '2026-09-08', to: 'scrum-masters' },
    defaultText: 'none',
  }),
  'mock-channel': slackChannel().optional().meta({
    description: 'Sends everything to this one channel instead of all others, for trials.',
    example: '#relcomms-trial',
    defaultText: 'off',
  }),
  paused: yesNo().default(false).meta({
    description:
      'Sends nothing on Slack and by email while it is on. Wiki page, calendar, and tracking issue continue: to stop them, remove their sections.',
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
