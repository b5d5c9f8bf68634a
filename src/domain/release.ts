// One release with every date resolved: the schedule that all duties read.
import type { EventPart } from './event.ts';
import type { MilestoneKind } from './milestone-kind.ts';
import type { OtherRepository } from './other-repository.ts';
import type { TaskProof } from './proof.ts';
import type { ReleaseLine } from './release-line.ts';
import type { Step } from './step.ts';
import type { BoardingStep } from './spec.ts';
import { type Day, type Instant, addDays, dayAt } from './day.ts';

/** A calendar week of the cycle, Monday to Sunday. */
export interface Week {
  /** Counted from 1. */
  readonly number: number;
  readonly start: Day;
  readonly end: Day;
  /** Weeks to the release week: -11 for `R-11`, 0 for `R`, 1 for `R+1`. */
  readonly countdown: number;
  readonly phase?: string | undefined;
}

export interface Milestone {
  /** Lower-case words with hyphens; `release` is release day itself. */
  readonly id: string;
  readonly title: string;
  /** The first day of several; absent: it takes one day. */
  readonly from?: Day | undefined;
  /** Its day, or the last of several. */
  readonly day: Day;
  /** The first instant at which it is late: the end of the day in `zone`, or `at` on that day. */
  readonly deadline: Instant;
  /** Time of day in `zone`, `17:00`; absent: the whole day. */
  readonly at?: string | undefined;
  readonly zone: string;
  readonly who?: string | undefined;
  /** As the config says; absent: as id and title let one guess. */
  readonly kind?: MilestoneKind | undefined;
  readonly fixed: boolean;
  /** Present when a person is asked each time that dates move. */
  readonly ask?: true | undefined;
  /** The day off that it was planned on; absent where it is on its day. */
  readonly shiftedFrom?: Day | undefined;
  /** Why it was moved to this day, in words. */
  readonly because?: string | undefined;
  /** Its number, where it is one of the candidates that repeat. */
  readonly candidate?: number | undefined;
  /** Which part of an event it is; absent: it is none. */
  readonly event?: EventPart | undefined;
  /** Week of the cycle; may lie before 1 or after the last. */
  readonly week: number;
}

/** One checkbox: a whole task, one state of a span, or one occurrence of a recurring task. */
export interface Task {
  /** Unique within the release: `theme`, `press-briefings.begin`, `burndown.2020-w10`. */
  readonly id: string;
  readonly title: string;
  readonly role?: string | undefined;
  /** Logins that hold the task; empty when the role has nobody. */
  readonly holders: readonly string[];
  readonly due: Day;
  /** Time of day, `15:00`, and its zone, the release's; absent: the whole day. */
  readonly clock?: { readonly at: string; readonly zone: string } | undefined;
  /** The first instant at which it is late: the end of the due day in the release's zone, or the time on that day. */
  readonly deadline: Instant;
  /** The first day on which it may be done, in the release's zone. Absent: any day. */
  readonly notBefore?: Day | undefined;
  /** Ids of the tasks that must be done first; absent without any. */
  readonly after?: readonly string[] | undefined;
  /** Week of the cycle that holds the due day. */
  readonly week: number;
  readonly optional: boolean;
  /** What of relcomms carries it out, as `slack.dates`; it has no holders then, and is never overdue. */
  readonly doneBy?: string | undefined;
  readonly labels: readonly string[];
  /** What shows that it is done; absent: people say so. */
  readonly proof?: TaskProof | undefined;
  /** Their ids begin with that of the task: `theme/draft`. Absent without any, and in all parts of a span but the first. */
  readonly steps?: readonly Step[] | undefined;
  readonly notes?: string | undefined;
  readonly link?: string | undefined;
  readonly source: readonly string[];
  readonly part?: { readonly of: string; readonly state: 'begin' | 'continue' | 'finish' } | undefined;
  readonly occurrence?: { readonly of: string; readonly number: number; readonly total: number } | undefined;
}

/** A role in a release beside the releases around it: of roles that people take in turn, or that have steps of boarding. */
export interface RoleTerm {
  readonly role: string;
  readonly people: readonly string[];
  /** Who had it in the release before; absent: nobody knows. */
  readonly before?: TermBefore | undefined;
  /** Whether people take it in turn. */
  readonly inTurn: boolean;
  /** Who has it in the next two releases; empty where nobody takes turns. */
  readonly ahead: readonly TermAhead[];
  /** Whose turn the next release is, to be written down before this one is taken out of the config; absent: it is, or there is none. */
  readonly nextTurn?: { readonly version: string; readonly login: string } | undefined;
  readonly boarding: readonly BoardingStep[];
  readonly leaving: readonly BoardingStep[];
}

export interface TermAhead {
  readonly version: string;
  /** What people call the release. */
  readonly title: string;
  /** Monday of week 1. */
  readonly start: Day;
  /** Release day. */
  readonly release: Day;
  readonly people: readonly string[];
}

export interface TermBefore {
  readonly version: string;
  readonly people: readonly string[];
  /** The last day of its cycle; absent: it is gone from the config, and over. */
  readonly end?: Day | undefined;
}

/** What has no day yet. */
export interface Undated {
  readonly milestones: readonly Pick<Milestone, 'id' | 'title' | 'who'>[];
  /** Those that are counted from them, or have no day of their own. */
  readonly tasks: readonly Pick<Task, 'id' | 'title'>[];
}

export interface Release {
  readonly version: string;
  /** Labels of its tracking issue and of the issues of its tasks, beside others. Absent: none. */
  readonly labels?: readonly string[] | undefined;
  /** Present when nobody may see it before it is out: nothing is done for it in a public repository. */
  readonly private?: true | undefined;
  readonly title: string;
  /** Absent in a train: its lines have branches. */
  readonly branch?: string | undefined;
  /** The versions that are released together, at least one. Absent: the release is no train. */
  readonly lines?: readonly ReleaseLine[] | undefined;
  readonly timezone: string;
  /** Monday of week 1. */
  readonly start: Day;
  /** Absent: everything has its day. */
  readonly undated?: Undated | undefined;
  /** Release day. */
  readonly release: Day;
  /** Sunday of the last week. */
  readonly end: Day;
  readonly weeks: readonly Week[];
  /** In order of day, release day among them. */
  readonly milestones: readonly Milestone[];
  /** In order of due day, then as written. */
  readonly tasks: readonly Task[];
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** GitHub teams that hold a role, as `acme/api`: they may give its commands, and are never assigned. */
  readonly roleTeams?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Of roles that people take in turn, or that have steps of boarding. Absent: there are none. */
  readonly terms?: readonly RoleTerm[] | undefined;
  /** Others that take part, in the order of the config. Absent: there are none. */
  readonly repositories?: readonly OtherRepository[] | undefined;
}

/** Whether a release is in its weeks, by the days of its own zone. */
export function isRunning({ start, end, timezone }: Release, now: Instant): boolean {
  const today = dayAt(now, timezone);
  return start <= today && today <= end;
}

/** Whether its last week has passed, by the days of its own zone. */
export function isOver({ end, timezone }: Release, now: Instant): boolean {
  return dayAt(now, timezone) > end;
}

/** Days after the last week in which a tracking issue is still written to: it is closed in these. */
const CLOSED_WITHIN = 7;

/** Whether sections of the tracking issue are still kept: until a week after the end, by the days of its own zone. */
export function hasSections({ end, timezone }: Release, now: Instant): boolean {
  return dayAt(now, timezone) <= addDays(end, CLOSED_WITHIN);
}

/** `R-11`, `R`, `R+1`. */
export function countdownName(countdown: number): string {
  if (countdown === 0) return 'R';
  return countdown < 0 ? `R${countdown}` : `R+${countdown}`;
}
