// The config section `go-no-go`.
import type { References } from '../../domain/references.ts';
import * as z from 'zod';
import { duration, id, keys, list, login, milestoneId, oneOf, table, timeSpan } from '../../config/fields.ts';

/** How votes become a result; there are no others. */
export const RULES = ['every', 'majority', 'apache'] as const;

export type Rule = (typeof RULES)[number];

const TWO_DAYS = { amount: 2, unit: 'days' } as const;
const WEEK = { amount: 1, unit: 'weeks' } as const;

/** Where the section names what has to exist elsewhere in the config. */
export const references: readonly References[] = [
  { path: ['milestones'], to: ['milestone'], areKeys: true },
  { path: ['milestones', '*', 'roles'], to: ['role'] },
  { path: ['milestones', '*', 'teams'], to: ['team'] },
  { path: ['milestones', '*', 'slip'], to: ['milestone'] },
];

const vote = keys({
  roles: list(id())
    .default([])
    .meta({ description: 'Roles whose people vote, each with one vote.', example: ['lead'] }),
  teams: list(id())
    .default([])
    .meta({
      description:
        'Teams in the config that vote. A team has one vote, and its lead or anybody in it can cast it. While people of a team disagree, the team votes no-go. If the team lists `people`, only they and the lead can vote for it; otherwise everybody in the GitHub team can.',
      example: ['api'],
    }),
  people: list(login())
    .default([])
    .meta({ description: 'People who vote, each with one vote.', example: ['alice'] }),
  rule: oneOf(RULES).default('every').meta({
    description:
      'When the result is go. `every`: everybody voted go. `majority`: more than half of all who can vote voted go. `apache`: at least three voted go, and more voted go than no-go.',
    example: 'every',
  }),
  window: timeSpan().default(TWO_DAYS).meta({
    description:
      'How long before the milestone the vote opens. It ends at the milestone. A release lead can open it earlier with `/release go-no-go MILESTONE`.',
    example: '2 days',
    defaultText: '2 days',
  }),
  slip: milestoneId().optional().meta({
    description: 'The milestone that relcomms proposes to move after a no-go.',
    example: 'release',
    defaultText: 'the milestone of the vote',
  }),
  'slip-by': duration().default(WEEK).meta({
    description: 'How far relcomms proposes to move it.',
    example: '1 week',
    defaultText: '1 week',
  }),
}).superRefine(({ roles, teams, people }, context) => {
  if (roles.length + teams.length + people.length > 0) return;
  const params = { code: 'nobody-votes', fix: 'Add roles, teams, or people.' };
  context.addIssue({ code: 'custom', message: 'Nobody votes here.', params });
});

export const goNoGoConfig = keys({
  milestones: table(milestoneId(), vote)
    .default({})
    .meta({
      description:
        'The milestones that people vote on, by id. Each says who votes: `roles`, `teams`, and `people`. `rule` says when the result is go. `every`: everybody voted go. `majority`: more than half of all voters voted go. `apache`: at least three voted go, and more voted go than no-go. The vote opens `window` before the milestone and ends at the milestone; for a decision before release day, add a milestone for it. After a no-go, relcomms proposes to move the milestone in `slip` by `slip-by`.',
      example: {
        release: {
          roles: ['lead'],
          teams: ['api'],
          people: ['alice'],
          rule: 'every',
          window: '2 days',
          slip: 'release',
          'slip-by': '1 week',
        },
      },
    }),
});

export type GoNoGoConfig = z.infer<typeof goNoGoConfig>;

export type VoteConfig = GoNoGoConfig['milestones'][string];
