// Whether the schedules of the workflows start relcomms when people are at work.
import { type Day, type Instant, addDays, dayAt, instantOf, isZone } from '../domain/day.ts';
import type { TimedNotice } from '../duties/timed-notice.ts';
import { clockWords } from '../text/clock-words.ts';
import { countWords, dayWords } from '../text/words.ts';
import { type Cron, firesOn, parseCron } from './cron.ts';
import { type Finding, finding } from './finding.ts';
import { type Clock, workingSpan } from './hours.ts';
import type { WorkflowNeeds } from './needs.ts';
import type { Schedule } from './read-workflow.ts';
import { scheduleLines } from './text.ts';

const HOUR = 3_600_000;

/** A schedule that GitHub takes. */
interface Starts {
  readonly cron: Cron;
  readonly zone: string;
}

/** `schedules` of all workflows that run relcomms, each with the name of its file. */
export function judgeSchedules(
  schedules: readonly (Schedule & { readonly file: string })[],
  needs: WorkflowNeeds,
  where: Pick<Finding, 'file' | 'line' | 'column'>,
): Finding[] {
  const refused = schedules.flatMap((schedule) => refusalOf(schedule));
  const starts = schedules.flatMap(({ cron, timezone = 'UTC' }) => {
    const parsed = parseCron(cron);
    return parsed === undefined || !isZone(timezone) ? [] : [{ cron: parsed, zone: timezone }];
  });
  const fix = `Use these lines under "schedule": ${scheduleLines(needs.clock)
    .map((line) => line.trim())
    .join(' and ')}.`;
  if (schedules.length === 0) {
    const message = 'No schedule starts relcomms, so reminders wait until somebody does something.';
    return [finding(where, 'workflow-schedule', message, fix)];
  }
  const unreached = refused.length > 0 ? [] : unreachedWords(starts, needs);
  const late = refused.length > 0 ? [] : lateWords(starts, needs.timed);
  const [{ file, at } = { file: where.file, at: where }] = schedules;
  return [
    ...refused,
    ...unreached.map((words) => finding({ file, ...at }, 'workflow-hours', words, fix)),
    ...late.map((words) => finding({ file, ...at }, 'workflow-notice', words, fix)),
  ];
}

function refusalOf({ file, at, cron, timezone }: Schedule & { readonly file: string }): Finding[] {
  const isCron = parseCron(cron) !== undefined;
  const isThere = timezone === undefined || isZone(timezone);
  return [
    ...(isCron
      ? []
      : [
          finding(
            { file, ...at },
            'workflow-cron',
            `GitHub can't read the schedule "${cron}".`,
            "Write five fields: minute, hour, day, month, weekday, such as '17 8-16 * * 1-5'.",
          ),
        ]),
    ...(isThere
      ? []
      : [
          finding(
            { file, ...at },
            'workflow-timezone',
            `There is no time zone "${timezone}".`,
            'Use an IANA name, such as Europe/Berlin.',
          ),
        ]),
  ];
}

/** One sentence on the first notice that waits more than an hour for a run, or finds none. */
function lateWords(starts: readonly Starts[], timed: readonly TimedNotice[]): string[] {
  const late = timed.flatMap(({ what, from, until }) => {
    const run = firstRun(starts, from, until);
    if (run !== undefined && run - from <= HOUR) return [];
    const when = `The notice ${what} is due on ${clockWords(from, 'UTC')} UTC`;
    if (run === undefined) return [`${when} and finds no run until it is too late, so it is never sent.`];
    return [`${when} and waits ${countWords(Math.ceil((run - from) / HOUR), 'hour')} for the next run.`];
  });
  const [first, ...more] = late;
  if (first === undefined) return [];
  const rest = more.length === 0 ? '' : ` So it is with ${countWords(more.length, 'further notice')}.`;
  return [`${first}${rest}`];
}

/** The first start between two moments. */
function firstRun(starts: readonly Starts[], from: Instant, until: Instant): Instant | undefined {
  // No zone is further from UTC than a day.
  const first = addDays(dayAt(from, 'UTC'), -1);
  const days = Math.ceil((until - from) / (24 * HOUR)) + 3;
  const all = Array.from({ length: days }, (_, index) => addDays(first, index));
  return all
    .flatMap((of) => starts.flatMap((one) => fires(one, of)))
    .filter((at) => at >= from && at < until)
    .toSorted((a, b) => a - b)[0];
}

/** One sentence for each zone whose people have a workday without a run. */
function unreachedWords(starts: readonly Starts[], { clock, asksAtWork }: WorkflowNeeds): string[] {
  if (!asksAtWork) {
    const silent = clock.days.find((of) => starts.every(({ cron }) => firesOn(cron, of).length === 0));
    if (silent === undefined) return [];
    return [`No run starts on ${dayWords(silent)}, so what is due that day waits.`];
  }
  return [...new Set([clock.zone, ...clock.zones])].flatMap((zone) => {
    const silent = clock.days.find((of) => !isReached(zone, of, clock, starts));
    if (silent === undefined) return [];
    const { from, to } = clock;
    return [
      `No run starts in the working hours of ${zone} (${from} to ${to}) on ${dayWords(silent)}, so people there get no reminders of approvals.`,
    ];
  });
}

function isReached(zone: string, of: Day, clock: Clock, starts: readonly Starts[]): boolean {
  const { start, end } = workingSpan(zone, of, clock);
  return starts.some((one) =>
    [-1, 0, 1].some((more) => fires(one, addDays(of, more)).some((at) => at >= start && at < end)),
  );
}

function fires({ cron, zone }: Starts, of: Day): Instant[] {
  return firesOn(cron, of).map((time) => instantOf(of, time, zone));
}
