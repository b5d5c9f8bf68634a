// Which late tasks are brought up in their own issues now: once each, and never many for one person.
import { type Day, dayAt } from '../../domain/day.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Release, Task } from '../../domain/release.ts';
import { isWorkingDay, workingDaysBetween } from '../../schedule/working-days.ts';
import { keyOf } from '../../text/marker.ts';
import type { DeadlinesInput } from './input.ts';
import { taskIssueOf } from './tasks.ts';
import { begunOn } from './told.ts';

export interface Nudge {
  readonly task: Task;
  readonly issue: OwnIssue;
  /** Logins to mention. */
  readonly holders: readonly string[];
  /** Key of its line in the log; it names the day, so that a moved task counts anew. */
  readonly key: string;
}

export interface Nudges {
  readonly now: readonly Nudge[];
  /** Held back by a ceiling until another day. */
  readonly held: readonly Nudge[];
}

/** How often each person was mentioned today for a late task, by login in lower case; the ceilings count on in it. */
export type Mentions = Map<string, number>;

/** `overdue` are tasks that are late, soonest first. */
export function nudgesFor(
  release: Release,
  tracking: OwnIssue,
  overdue: readonly Task[],
  mentions: Mentions,
  input: DeadlinesInput,
): Nudges {
  const now: Nudge[] = [];
  const held: Nudge[] = [];
  for (const nudge of dueNudges(release, tracking, overdue, input)) {
    const counts = nudge.holders.map((login) => mentions.get(login.toLowerCase()) ?? 0);
    if (counts.some((count) => count >= input.config.ceiling)) {
      held.push(nudge);
      continue;
    }
    now.push(nudge);
    countIn(mentions, nudge.holders);
  }
  return { now, held };
}

/** Who was mentioned today, over all releases, by the lines of their logs. */
export function mentionsToday(
  all: readonly { readonly release: Release; readonly tracking: OwnIssue }[],
  { now }: DeadlinesInput,
): Mentions {
  const mentions: Mentions = new Map();
  for (const { release, tracking } of all) {
    const today = dayAt(now, release.timezone);
    const keys = new Set(
      (tracking.ledger?.entries ?? []).filter(({ day }) => day === today).map(({ key }) => key),
    );
    for (const task of release.tasks) if (keys.has(nudgeKey(release, task))) countIn(mentions, task.holders);
  }
  return mentions;
}

function dueNudges(
  release: Release,
  tracking: OwnIssue,
  overdue: readonly Task[],
  input: DeadlinesInput,
): Nudge[] {
  const { config, now, source, observed } = input;
  const today = dayAt(now, release.timezone);
  const begun = begunOn(release, tracking);
  const { holidays } = source.spec;
  // An answer to a command may be that the task is done: the next run knows.
  const isWaiting = observed.ownIssues.some(({ commands }) => commands.length > 0);
  if (config.overdue === 'never' || begun === undefined || isWaiting || !isWorkingDay(today, holidays))
    return [];
  const patience = config.overdue;
  const written = new Set(tracking.ledger?.entries.map(({ key }) => key));
  return overdue.flatMap((task): Nudge[] => {
    const issue = taskIssueOf(task, release, observed.ownIssues);
    const holders = task.holders.filter((login) => !input.isQuiet(login, release.version));
    const key = nudgeKey(release, task);
    const isPatient = workingDaysBetween(task.due, today, holidays) <= patience;
    if (issue?.state !== 'open' || holders.length === 0 || written.has(key) || isPatient) return [];
    return task.due < begun || isMoving(task, tracking) ? [] : [{ task, issue, holders, key }];
  });
}

/** Whether the tracking issue tells in this run that it is due on another day. */
function isMoving({ id, due }: Task, tracking: OwnIssue): boolean {
  const told: Day | undefined = tracking.ledger?.state?.due[id];
  return told !== undefined && told !== due;
}

function nudgeKey({ version }: Release, { id, due }: Task): string {
  return keyOf(version, 'overdue', id, due);
}

function countIn(mentions: Mentions, logins: readonly string[]): void {
  for (const login of logins) mentions.set(login.toLowerCase(), (mentions.get(login.toLowerCase()) ?? 0) + 1);
}
