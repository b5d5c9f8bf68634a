// The config section `deadlines`.
import type { References } from '../../domain/references.ts';
import type * as z from 'zod';
import {
  id,
  keys,
  list,
  metaOf,
  milestoneId,
  table,
  timeBefore,
  workingDaysOrNo,
} from '../../config/fields.ts';
import { FIRST_NOTICE_DAYS, type Lead, daysOfLead } from '../../schedule/notice-stages.ts';

/** How long before a deadline; `0 days` is the day itself. */
const lead = timeBefore();

const milestone = keys({
  notice: list(lead)
    .optional()
    .meta({
      description: 'How long before this milestone to announce it, in place of `notice`; `[]` never.',
      example: ['3 days', '4 hours'],
      defaultText: 'as `notice` above says',
    }),
  tell: list(id())
    .optional()
    .meta({
      description:
        'Who gets the announcement of this milestone: roles, teams in the config, or `teams` for all of them.',
      example: ['lead', 'teams'],
      defaultText:
        'the people in its `who`, else in `tell`; also all teams for RC1 and the cherry-pick deadline',
    }),
});

const milestones = table(milestoneId(), milestone)
  .default({})
  .superRefine((written, context) => {
    const own = written['rc1']?.notice ?? [];
    if (own.length === 0 || own.some((one) => daysOfLead(one) >= FIRST_NOTICE_DAYS)) return;
    const params = { code: 'short-notice', fix: 'Add 1 week.' };
    const message = 'The first announcement of RC1 is less than a week before it.';
    context.addIssue({ code: 'custom', path: ['rc1', 'notice'], message, params });
  })
  .meta({
    description: 'What is different for single milestones, by id.',
    example: { 'cherry-pick-deadline': { notice: ['3 days', '0 days'], tell: ['lead', 'teams'] } },
  });

const WEEK: Lead = { amount: 1, unit: 'weeks' };
const TWO_DAYS: Lead = { amount: 2, unit: 'days' };
const THE_DAY: Lead = { amount: 0, unit: 'days' };

/** Where the section names what has to exist elsewhere in the config. */
export const references: readonly References[] = [
  { path: ['tell'], to: ['role', 'team'], words: ['teams'] },
  { path: ['milestones'], to: ['milestone'], areKeys: true },
  { path: ['milestones', '*', 'tell'], to: ['role', 'team'], words: ['teams'] },
];

export const deadlinesConfig = keys({
  notice: list(lead)
    .default([WEEK, TWO_DAYS, THE_DAY])
    .meta({
      description:
        "How long before a milestone to announce it, in the digest of that week. The last announcement before a freeze, a release candidate, the cherry-pick deadline, and the release is a separate comment. If that day isn't a working day, relcomms posts on the previous one. Hours, as in `4 hours`, count back from the time of day of the milestone, or from the end of its day. The comment comes at that hour unless another comment of the week includes it. Teams always get at least 1 week's notice of RC1.",
      example: ['1 week', '2 days', '0 days'],
      defaultText: '[1 week, 2 days, 0 days]',
    }),
  tell: list(id())
    .default(['lead', 'release-master'])
    .meta({
      description:
        'Who gets the announcement of milestones whose `who` names nobody: roles, teams in the config, or `teams` for all of them. relcomms mentions a team only in the first announcement of a milestone.',
      example: ['lead'],
    }),
  milestones,
  overdue: workingDaysOrNo()
    .optional()
    .transform((days): number | 'never' => (days === 'no' ? 'never' : (days ?? 1)))
    .meta({
      json: metaOf(workingDaysOrNo()).json,
      description: 'After how many working days the weekly digest lists a task as overdue; `no` never.',
      example: '1 working day',
      defaultText: '1 working day',
    }),
}).transform(({ notice, tell, milestones: overrides, overdue }) => ({
  notice,
  tell,
  milestones: overrides,
  /** Working days after the due day. */
  overdue,
}));

export type DeadlinesConfig = z.infer<typeof deadlinesConfig>;
