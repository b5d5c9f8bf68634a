// Keeps a calendar file with the dates of all releases that run, on a branch of its own.
import { buildCalendar } from '../../calendar/build-calendar.ts';
import { type Move, movesIn } from '../../calendar/moves.ts';
import { renderCalendar } from '../../calendar/render-calendar.ts';
import { dayAt } from '../../domain/day.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { type Release, isRunning } from '../../domain/release.ts';
import type { Duty, DutyInput } from '../duty.ts';
import { withdrawalOf } from '../../memory/withdrawn.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { type CalendarConfig, calendarConfig } from './config.ts';
import { render } from './render.ts';
import { permissions } from './permissions.ts';

type CalendarFact = 'ownIssues' | 'files';

export type CalendarInput = DutyInput<CalendarConfig, CalendarFact>;

export const calendarDuty: Duty<CalendarConfig, CalendarFact> = {
  name: 'calendar',
  title: 'Calendar file',
  description:
    'A file on a branch that calendars subscribe to: milestones and meetings of all running releases. Moved dates move there, too.',
  config: calendarConfig,
  needs: ['ownIssues', 'files'],
  wakesOn: ['push'],
  permissions,
  panes: [{ id: 'calendar', title: 'Calendar' }],
  asks: ({ config, releases, now }) => {
    const running = releases.filter((release) => isRunning(release, now));
    return {
      ownIssues: { keys: running.map(trackingKey) },
      // The file stays as it is while nothing runs.
      files: running.length === 0 ? [] : [config],
    };
  },
  desire: ({ config, releases, observed, now }) => {
    const { branch, path } = config;
    const running = releases.filter((release) => isRunning(release, now));
    const file = observed.files.find((one) => one.branch === branch && one.path === path);
    if (running.length === 0 || file === undefined) return { desired: [], skips: [] };
    if (file.isProtectedDefault)
      return {
        desired: [],
        skips: [{ duty: 'calendar', what: render.what(path), why: render.isProtected(branch) }],
      };
    const entries = running.flatMap((release) => {
      const tracking = observed.ownIssues.find(({ key }) => key === trackingKey(release));
      return buildCalendar(release, movesOf(release, tracking, now), withdrawalOf(release, tracking));
    });
    // What a release tells of the next ones, these tell of themselves once they run.
    const once = [...new Map(entries.map((entry) => [entry.uid, entry])).values()];
    const content = renderCalendar(render.name(running), once);
    const why = render.why(running);
    return {
      desired: [{ kind: 'file', branch, path, content, message: render.commit(running), why }],
      skips: [],
    };
  },
};

/** Those that the log tells, and those that this very run will write into it. */
function movesOf(release: Release, tracking: OwnIssue | undefined, now: CalendarInput['now']): Move[] {
  const told = tracking?.ledger?.state?.days ?? {};
  const on = dayAt(now, release.timezone);
  const pending = release.milestones.filter(({ id, day }) => told[id] !== undefined && told[id] !== day);
  return [
    ...movesIn(tracking?.ledger?.entries ?? []),
    ...pending.map(({ id, day }) => ({ milestone: id, to: day, on })),
  ];
}
