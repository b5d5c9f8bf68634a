// The checklist of the v1.18.0 cycle as a table by hand: every box, its task, its week and its day.
import { type Day, day } from '../../../src/domain/day.ts';

export interface Box {
  readonly id: string;
  /** Whose issue the box belongs to; none for meetings. */
  readonly task: string | undefined;
  readonly week: number;
  readonly due: Day;
  readonly optional?: boolean;
}

/** Boxes of a week: a day, and what is due on it. A box with a dot belongs to the task before the dot. */
function week(number: number, days: Readonly<Record<string, string>>): Box[] {
  return Object.entries(days).flatMap(([due, ids]) =>
    ids.split(' ').map((id): Box => {
      const meeting = /\.\d{4}-w\d\d$/.test(id);
      const optional = id === 'media-roundtable';
      return { id, task: meeting ? undefined : id.split('.')[0], week: number, due: day(due), optional };
    }),
  );
}

const BEFORE_RELEASE: readonly Box[] = [
  ...week(1, { '2020-01-10': 'find-leads comms-milestones event-cfps contacts' }),
  ...week(2, { '2020-01-17': 'collect-topics release-team-meeting.2020-w03 settle-roles' }),
  ...week(3, { '2020-01-24': 'release-team-meeting.2020-w04 story-analysis.begin likely-features' }),
  ...week(4, { '2020-01-31': 'release-team-meeting.2020-w05 story-analysis.continue sig-meetings' }),
  ...week(5, { '2020-02-07': 'release-team-meeting.2020-w06 theme blog-series webinar' }),
  ...week(6, {
    '2020-02-14':
      'release-team-meeting.2020-w07 press-briefings.begin blog-review announcement-timing social-plan',
  }),
  ...week(7, { '2020-02-21': 'release-team-meeting.2020-w08' }),
  ...week(8, { '2020-02-28': 'release-team-meeting.2020-w09' }),
  ...week(9, {
    '2020-03-02': 'burndown.2020-w10',
    '2020-03-04': 'cncf-marketing-meeting.2020-w10',
    '2020-03-06': 'press-briefings.continue embargoed-draft blog-series-settled media-roundtable',
  }),
  ...week(10, {
    '2020-03-09': 'burndown.2020-w11',
    '2020-03-11': 'cncf-marketing-meeting.2020-w11',
    '2020-03-13': 'press-briefings.finish release-blog.begin social-schedule webinar-settled',
  }),
  ...week(11, {
    '2020-03-16': 'burndown.2020-w12',
    '2020-03-18': 'cncf-marketing-meeting.2020-w12',
    '2020-03-20': 'release-blog.finish release-timing.begin',
  }),
];

const AFTER_RELEASE = week(13, { '2020-04-03': 'retrospective media-follow-up coverage-report' });

/** As the cycle begins: the release on Tuesday, 2020-03-24. */
export const PLAN: readonly Box[] = [
  ...BEFORE_RELEASE,
  ...week(12, {
    '2020-03-23': 'burndown.2020-w13',
    '2020-03-24': 'release-timing.continue release-day publish-blog',
    '2020-03-27': 'interviews',
  }),
  ...AFTER_RELEASE,
];

/** The release on Wednesday, 2020-03-25, which is a day of the marketing meeting. */
export const PLAN_AFTER_SLIP: readonly Box[] = [
  ...BEFORE_RELEASE,
  ...week(12, {
    '2020-03-23': 'burndown.2020-w13',
    '2020-03-25': 'cncf-marketing-meeting.2020-w13 release-timing.continue release-day publish-blog',
    '2020-03-27': 'interviews',
  }),
  ...AFTER_RELEASE,
];
