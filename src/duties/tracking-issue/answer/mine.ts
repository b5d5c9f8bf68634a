// What a person holds and is waited for, in all releases that run: tasks of this week, and what stands in the way and asks for them.
import { type Day, addDays, dayAt } from '../../../domain/day.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import { type Release, type Task, isRunning } from '../../../domain/release.ts';
import type { Standing } from '../../../domain/standing.ts';
import type { Giver } from '../../../commands/may.ts';
import { teamsOf } from '../../../commands/teams-of.ts';
import { trackingKey } from '../../../memory/tracking-key.ts';
import { includesName, sameName } from '../../../people/names.ts';
import { overdueTasks } from '../../../schedule/overdue.ts';
import { distinct } from '../../../standing/distinct.ts';
import { doneness } from '../../done.ts';
import { refsTo, unitKey, unitsOf } from '../../units.ts';
import type { Input } from '../input.ts';

/** One thing that waits for the person. */
export interface Mine {
  readonly release: Release;
  /** The day by which; undefined: nothing says. */
  readonly day: Day | undefined;
  readonly isOverdue: boolean;
  /** How the issue of a task is named, as `#12 `; empty without one. */
  readonly thing: { readonly task: Task; readonly ref: string } | { readonly standing: Standing };
}

export interface AllMine {
  /** The release in whose issue they are asked for. */
  readonly at: Release;
  /** What is overdue first, then by day; what has no day comes last. */
  readonly things: readonly Mine[];
  /** The next task of the person behind this week. */
  readonly next: Mine | undefined;
  /** Ids of the teams whose things count. */
  readonly teams: readonly string[];
}

/** `done` are the items of the release at hand that are done, with what the commands before this one changed. */
export function mineOf(giver: Giver, at: Release, done: ReadonlySet<string>, input: Input): AllMine {
  const teams = teamsOf(giver, input.teams);
  const running = input.releases.filter((release) => isRunning(release, input.now));
  const tasks = running.flatMap((release) => {
    const tracking = input.observed.ownIssues.find(({ key }) => key === trackingKey(release));
    if (tracking?.state !== 'open') return [];
    const known = release === at ? done : doneness(release, tracking, input.observed.ownIssues).done;
    return tasksOf(giver.login, release, known, input);
  });
  const isNow = ({ release, day, isOverdue }: Mine): boolean =>
    isOverdue || day === undefined || day <= sundayOf(release, input);
  const standing = running.flatMap((release) => standingOf(giver.login, teams, release, input));
  return {
    at,
    things: [...tasks.filter(isNow), ...standing].toSorted(byDay),
    next: tasks.filter((one) => !isNow(one)).toSorted(byDay)[0],
    teams,
  };
}

/** The end of the week, by the weeks of the cycle. */
function sundayOf({ weeks, timezone }: Release, { now }: Input): Day {
  const today = dayAt(now, timezone);
  return weeks.find(({ end }) => end >= today)?.end ?? addDays(today, 7);
}

/** Those that the person holds by a role, or is assigned to. */
function tasksOf(login: string, release: Release, done: ReadonlySet<string>, input: Input): Mine[] {
  const issues = input.observed.ownIssues;
  const assigned = new Set(
    unitsOf(release).flatMap((unit) =>
      isAssigned(login, unitKey(release, unit), issues) ? unit.items.map(({ id }) => id) : [],
    ),
  );
  const late = new Set(overdueTasks(release, done, input.now).map(({ id }) => id));
  const refTo = refsTo(release, issues);
  return release.tasks.flatMap((task): Mine[] => {
    const { id, due, deadline, holders, doneBy } = task;
    const isTheirs = includesName(holders, login) || assigned.has(id);
    if (!isTheirs || doneBy !== undefined || done.has(id)) return [];
    if (deadline <= input.now && !late.has(id)) return [];
    return [{ release, day: due, isOverdue: late.has(id), thing: { task, ref: refTo(id) } }];
  });
}

function isAssigned(login: string, key: string, issues: readonly OwnIssue[]): boolean {
  const issue = issues.find((one) => one.key === key);
  return issue?.state === 'open' && includesName(issue.assignees, login);
}

/** Where it names who has to act, those; else its team. */
function standingOf(login: string, teams: readonly string[], release: Release, input: Input): Mine[] {
  const named = [login, ...teams.flatMap((team) => input.teams[team]?.github ?? [])];
  const theirs = distinct(input.standing ?? []).filter(({ release: version, asks, team }) => {
    if (version !== release.version) return false;
    if (asks !== undefined) return asks.some((name) => named.some((own) => sameName(own, name)));
    return team !== undefined && teams.includes(team);
  });
  return theirs.map((standing) => {
    const day = release.milestones.find(({ id }) => id === standing.milestone)?.day;
    return { release, day, isOverdue: false, thing: { standing } };
  });
}

function byDay(a: Mine, b: Mine): number {
  const order = Number(b.isOverdue) - Number(a.isOverdue);
  const [first, second] = [a.day ?? '9999', b.day ?? '9999'];
  return order || (first === second ? 0 : first < second ? -1 : 1);
}
