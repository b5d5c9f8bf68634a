// The config section `tracking-issue`.
import type { References } from '../../domain/references.ts';
import type { TextPlace } from '../../domain/text-place.ts';
import type * as z from 'zod';
import { calendarDays, id, keys, list, metaOf, oneOf, text, yesNo } from '../../config/fields.ts';

const DAYS_JSON = metaOf(calendarDays()).json;

/** Calendar days; `absent` when nothing is written. */
function daysOrWeeks(absent: number) {
  return calendarDays()
    .optional()
    .transform((days) => days ?? absent);
}

/** Where the section names what has to exist elsewhere in the config. */
export const references: readonly References[] = [{ path: ['assign'], to: ['role'] }];

export const texts: readonly TextPlace[] = [{ path: ['labels', '*'], kind: 'text' }];

export const trackingIssueConfig = keys({
  labels: list(text({ max: 50 }))
    .default(['release'])
    .meta({
      description: 'Labels of the issue; relcomms creates missing labels. They take variables.',
      example: ['release', 'release/{minor}'],
    }),
  'open-before': daysOrWeeks(0).meta({
    description: 'How long before week 1 relcomms opens the issue.',
    defaultText: 'on the first day of week 1',
    example: '1 week',
    json: DAYS_JSON,
  }),
  assign: list(id())
    .default(['lead', 'release-master'])
    .meta({
      description: 'Roles whose people relcomms assigns to the issue, ten people at most.',
      example: ['lead'],
    }),
  milestone: yesNo().default(true).meta({
    description: 'Keep a GitHub milestone of the version, due on release day.',
    example: true,
  }),
  pin: yesNo().default(true).meta({
    description: 'Pin the issue when relcomms opens it; GitHub allows three pinned issues.',
    example: true,
  }),
  tasks: oneOf(['none', 'upcoming', 'all']).default('upcoming').meta({
    description:
      'Which tasks become sub-issues of the tracking issue: none, the near ones, or all. Recurring meetings stay checkboxes.',
    example: 'upcoming',
  }),
  ahead: daysOrWeeks(7).meta({
    description: 'How long before its day a task counts as near.',
    defaultText: '1 week',
    example: '1 week',
    json: DAYS_JSON,
  }),
  'at-end': oneOf(['close', 'carry', 'leave']).default('close').meta({
    description:
      'What happens to task issues that are still open when the cycle ends: `close` closes them as not planned, `carry` moves them to the next release: its GitHub milestone, and its tracking issue, which lists them. `leave` leaves them open.',
    example: 'close',
  }),
}).transform((section) => ({
  labels: section.labels,
  /** Days before the Monday of week 1. */
  openBefore: section['open-before'],
  assign: section.assign,
  milestone: section.milestone,
  pin: section.pin,
  tasks: section.tasks,
  /** Days before its due day at which a task becomes an issue. */
  ahead: section.ahead,
  atEnd: section['at-end'],
}));

export type TrackingIssueConfig = z.infer<typeof trackingIssueConfig>;
