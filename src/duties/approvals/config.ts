// The config section `approvals`.
import type { References } from '../../domain/references.ts';
import * as z from 'zod';
import {
  keys,
  list,
  metaOf,
  milestoneId,
  pattern,
  text,
  wholeNumber,
  workingDays,
  yesNo,
} from '../../config/fields.ts';
import type { WorkingHours } from '../../people/working-time.ts';

/** Titles that tell a cherry-pick; each stands at the start, brackets aside. */
const PICK_TITLES = ['cherry-pick', 'cherry pick', 'automated cherry pick', 'backport'];

/** Labels where the config names none. */
export const LABELS = {
  cherryPick: ['cherry-pick'],
  pick: ['needs-cherry-pick'],
} as const satisfies Record<string, readonly string[]>;

const SPAN_JSON = metaOf(workingDays()).json;
const HOURS_JSON = { type: 'string', pattern: '^\\d{2}:\\d{2}-\\d{2}:\\d{2}$' };
const HOURS_MEND = 'Write two times of one day, the earlier first, for example 09:00-17:00.';

const hours = pattern({
  pattern: /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/,
  code: 'bad-hours',
  what: 'a span of hours',
  fix: HOURS_MEND,
})
  .transform((value, context): WorkingHours => {
    const [from = '', to = ''] = value.split('-');
    if (from < to) return { from, to };
    const params = { code: 'bad-hours', fix: HOURS_MEND };
    context.addIssue({ code: 'custom', message: 'The hours end before they begin.', params });
    return z.NEVER;
  })
  .optional()
  .transform((value): WorkingHours => value ?? { from: '09:00', to: '17:00' });

const patience = workingDays()
  .optional()
  .transform((days) => days ?? 2);

/** Where the section names what has to exist elsewhere in the config. */
export const references: readonly References[] = [{ path: ['milestones'], to: ['milestone'] }];

export const approvalsConfig = keys({
  labels: list(text({ max: 50 }))
    .default([])
    .meta({
      description: 'Labels that tie a pull request to the next release, whatever branch it targets.',
      example: ['release-blocker'],
    }),
  paths: list(text({ max: 300 }))
    .default([])
    .meta({
      description: 'Paths that tie a pull request to the next release, written as in CODEOWNERS.',
      example: ['/docs/release-notes/'],
    }),
  'cherry-pick-labels': list(text({ max: 50 }))
    .default([...LABELS.cherryPick])
    .meta({ description: 'Labels of cherry-picks.', example: ['cherry-pick', 'backport'] }),
  'pick-labels': list(text({ max: 50 }))
    .default([...LABELS.pick])
    .meta({
      description:
        'Labels of merged pull requests that the release branch also needs. Until a pull request or commit takes them there, they block its next milestone; a mention is not enough. A label that names a branch or its version, such as cherry-pick/0.5, asks for that branch. Remove the label when the fix is no longer needed there.',
      example: ['needs-cherry-pick'],
    }),
  'cherry-pick-titles': list(text({ max: 50 }))
    .default(PICK_TITLES)
    .meta({
      description:
        'Words that start the title of a cherry-pick. On a release branch, a line "(cherry picked from commit …)" marks one, too.',
      example: ['cherry-pick', 'backport'],
    }),
  milestones: list(milestoneId())
    .optional()
    .meta({
      description:
        'Milestones that a pull request must be approved for. A freeze does not count for cherry-picks, a cherry-pick deadline only for them and for the release branch.',
      example: ['code-freeze', 'rc1', 'release'],
      defaultText: 'code-freeze, feature-freeze, cherry-pick-deadline, every rc, and release day',
    }),
  drafts: yesNo().default(false).meta({ description: 'Ask for approvals of drafts, too.', example: false }),
  bots: yesNo()
    .default(true)
    .meta({ description: 'Ask for approvals of pull requests that bots opened.', example: true }),
  remind: list(workingDays())
    .default([7, 2, 1])
    .meta({
      description:
        'How many working days before the deadline relcomms reminds people. Each reminder mentions a person once. With the section `deadlines` on, a person is asked once in the pull request. The weekly digest and the last notice of the deadline name them again.',
      example: ['7 working days', '2 working days', '1 working day'],
      defaultText: '[7 working days, 2 working days, 1 working day]',
    }),
  'working-hours': hours.meta({
    description:
      'When relcomms mentions people: hours of a working day in their own time zone, set in `people.*.timezone`. A run must happen in these hours: start it every hour, or use the App.',
    example: '09:00-17:00',
    defaultText: '09:00-17:00',
    json: HOURS_JSON,
  }),
  ceiling: keys({
    pull: wholeNumber({ min: 1, max: 10 })
      .default(2)
      .meta({ description: 'Maximum new comments per pull request and day.', example: 2 }),
    person: wholeNumber({ min: 1, max: 50 })
      .default(3)
      .meta({ description: 'Maximum mentions per person and day, over all pull requests.', example: 3 }),
    week: wholeNumber({ min: 1, max: 50 }).default(2).meta({
      description:
        'Maximum emails per person in 7 days from these comments, through mentions or participation. relcomms lists all pull requests that wait for the same people in one comment, and saves one email for the last reminder before a deadline.',
      example: 2,
    }),
  })
    .prefault({})
    .meta({
      description:
        'Limits for comments and mentions. relcomms lists everything over a limit in the tracking issue, and mentions it later while it still helps.',
    }),
  label: text({ max: 50 }).default('needs-approval').meta({
    description: 'Label of pull requests that need approval; relcomms adds and removes it.',
    example: 'needs-approval',
  }),
  'merge-within': patience.meta({
    description:
      'How many working days an approved pull request can stay unmerged before the tracking issue names it.',
    example: '2 working days',
    defaultText: '2 working days',
    json: SPAN_JSON,
  }),
}).transform((section) => ({
  labels: section.labels,
  paths: section.paths,
  cherryPickLabels: section['cherry-pick-labels'],
  cherryPickTitles: section['cherry-pick-titles'],
  pickLabels: section['pick-labels'],
  /** Ids of milestones; absent means those that every project uses. */
  milestones: section.milestones,
  drafts: section.drafts,
  bots: section.bots,
  /** Working days before the deadline, the most first, each once. */
  remind: [...new Set(section.remind)].toSorted((a, b) => b - a),
  workingHours: section['working-hours'],
  ceiling: section.ceiling,
  label: section.label,
  /** Working days. */
  mergeWithin: section['merge-within'],
}));

export type ApprovalsConfig = z.infer<typeof approvalsConfig>;
