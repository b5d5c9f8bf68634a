// What a maintainer writes about a cycle, decoded but not yet resolved to days.
import type { CandidateRule } from './candidate.ts';
import type { Day, Weekday } from './day.ts';
import type { DayExpression, WeekRef } from './day-expression.ts';
import type { EventPart, EventSpec } from './event.ts';
import type { MilestoneKind } from './milestone-kind.ts';
import type { OtherRepositorySpec } from './other-repository.ts';
import type { Path } from './problem.ts';
import type { TaskProof } from './proof.ts';
import type { Shift } from './shift.ts';
import type { ReleaseLine } from './release-line.ts';
import type { Span } from './span.ts';
import type { Step } from './step.ts';

/** A dated point of the schedule as written. `weekday` and `week` are claims that lint holds against the day. */
export interface MilestoneSpec {
  readonly on: DayExpression;
  /** The first day of several, of which `on` is the last. */
  readonly from?: DayExpression | undefined;
  readonly title?: string | undefined;
  readonly who?: string | undefined;
  readonly kind?: MilestoneKind | undefined;
  readonly weekday?: Weekday | undefined;
  readonly week?: number | undefined;
  /** Time of day in the zone, `17:00`; absent: the end of the day. */
  readonly at?: string | undefined;
  /** IANA zone or `AoE`: where the day has to end for the milestone to be late. */
  readonly zone?: string | undefined;
  /** Where it goes from a day off; absent: it stays there. */
  readonly shift?: Shift | undefined;
  /** Never follows a slip (a conference, say). */
  readonly fixed: boolean;
  /** Does not follow a slip by itself: a person is asked each time. */
  readonly ask?: boolean | undefined;
  /** Why it was moved to this day, in words. */
  readonly because?: string | undefined;
  /** Which part of an event it is, and the place of that in `events`; absent: it is none. */
  readonly event?: { readonly part: EventPart; readonly at: number } | undefined;
}

/** The candidates of a release as written. */
export interface CandidatesSpec {
  /** From one to the next. */
  readonly every: Span;
  /** So many are there from the start. */
  readonly planned: number;
  readonly until: CandidateRule;
  /** From the last to release day. */
  readonly toRelease: Span;
  /** What each of them says beside its day. */
  readonly each: Omit<MilestoneSpec, 'on'>;
}

/** One state of a task that spans weeks (K52). */
export interface SpanPartSpec {
  readonly state: 'begin' | 'continue' | 'finish';
  readonly title?: string | undefined;
  readonly due: DayExpression;
  readonly source: readonly string[];
}

/** One checklist item as written: due once, in `span` parts, or every few weeks. */
export interface TaskSpec {
  readonly id: string;
  readonly title: string;
  /** Name of a role, or nobody in particular. */
  readonly role?: string | undefined;
  /** When it is due. With `every`, the first occurrence. Absent when `span` is given. */
  readonly due?: DayExpression | undefined;
  readonly span?: readonly SpanPartSpec[] | undefined;
  readonly every?: { readonly weeks: number } | undefined;
  /** With `every`: no occurrence is due after this day. Default: the end of the cycle. */
  readonly until?: DayExpression | undefined;
  /** Not to be done before this day; never with `every`. */
  readonly notBefore?: DayExpression | undefined;
  /** Ids of tasks that are to be done first, and of milestones whose day must have come. */
  readonly after?: readonly string[] | undefined;
  /** "if appropriate" (K38). */
  readonly optional: boolean;
  /** What of relcomms may carry it out, as `slack.dates`: the first that is on does. */
  readonly doneBy?: readonly string[] | undefined;
  /** What shows that it is done; of a span, that its last part is. Never with `every`. */
  readonly proof?: TaskProof | undefined;
  readonly labels: readonly string[];
  /** What to do one after the other; absent without any. */
  readonly steps?: readonly Step[] | undefined;
  /**
   * `line`: in a train it has its steps once for each line; without steps, each line is one. `candidate`: it is there once
   * for each candidate. `event`: for each event it is a task of its own. Absent: once for the release.
   */
  readonly per?: 'line' | 'candidate' | 'event' | undefined;
  /** Of one that is done for each event: the id as written; absent: it is that of the task. */
  readonly of?: string | undefined;
  /** Values for `{name}` in this task alone: those of its event. */
  readonly own?: Readonly<Record<string, string>> | undefined;
  /** What to do, in a few sentences. */
  readonly notes?: string | undefined;
  readonly link?: string | undefined;
  /** Numbers of the requirements that it carries (K15, Y3), for the checklist's origin. */
  readonly source: readonly string[];
}

/** A stretch of the cycle with a name, first and last week included. */
export interface PhaseSpec {
  readonly name: string;
  readonly from: WeekRef;
  readonly to: WeekRef;
}

/** The shape of a cycle: how many weeks at least, and which of them is the release week. */
export interface CycleSpec {
  /** Fewest weeks that the preset's tasks fit into. */
  readonly weeks: number;
  /** The week that holds release day when a release gives no `start`. Counted from 1. */
  readonly releaseWeek: number;
  /** Weeks shown after the release week. */
  readonly weeksAfter: number;
  readonly phases: readonly PhaseSpec[];
}

/** People who take a role in turn. */
export interface RotationSpec {
  /** Logins, each once. */
  readonly through: readonly string[];
  /** Whose turn a release was or is, in the order of the turns; releases that are gone from the config, too. */
  readonly turns: readonly { readonly version: string; readonly login: string }[];
  /** People are named for the role: they have it, whoever's turn it is. */
  readonly isNamed: boolean;
}

/** What somebody needs who takes a role, and what is taken back from who leaves it. */
export interface BoardingSpec {
  readonly steps: readonly BoardingStep[];
  /** Absent: the steps, to undo. */
  readonly leaving?: readonly BoardingStep[] | undefined;
}

export interface BoardingStep {
  readonly title: string;
  readonly link?: string | undefined;
}

/** Who has which role, as written. */
export interface RolesSpec {
  /** Logins of those who are named, by role; empty where there is a rotation and nobody is named. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** GitHub teams that hold a role, as `acme/api`: they may give its commands, and are never assigned. */
  readonly roleTeams?: Readonly<Record<string, readonly string[]>> | undefined;
  /** By role; absent without any. */
  readonly rotations?: Readonly<Record<string, RotationSpec>> | undefined;
  /** By role; absent without any. */
  readonly boarding?: Readonly<Record<string, BoardingSpec>> | undefined;
}

/** What a release has in place of what stands at the top: by its kind, or by tasks and roles of its own. */
export interface ReleasePlan extends RolesSpec {
  /** Where it is written: `['kinds', 'patch']`, `['releases', '1.10.0']`. */
  readonly path: Path;
  readonly cycle: CycleSpec;
  /** Absent: there are none, whatever stands at the top. */
  readonly candidates?: CandidatesSpec | undefined;
  readonly milestones: Readonly<Record<string, MilestoneSpec>>;
  readonly tasks: readonly TaskSpec[];
  /** Labels of its tracking issue and of the issues of its tasks, beside others. */
  readonly labels: readonly string[];
  /** Values for `{name}`, those of the top among them; absent: those of the top. */
  readonly vars?: Readonly<Record<string, string>> | undefined;
  /** Present when nobody may see the release before it is out. */
  readonly private?: true | undefined;
  /** Absent: there are none, whatever stands at the top. */
  readonly repositories?: readonly OtherRepositorySpec[] | undefined;
  /** Absent: there are none, whatever stands at the top. */
  readonly events?: readonly EventSpec[] | undefined;
}

export interface ReleaseSpec {
  readonly version: string;
  /** The kind of release that it is: `patch`. */
  readonly kind?: string | undefined;
  /** Absent: what stands at the top. */
  readonly plan?: ReleasePlan | undefined;
  readonly title?: string | undefined;
  /** Monday of week 1. Absent: counted back from release day by the cycle's `releaseWeek`. */
  readonly start?: Day | undefined;
  readonly release: Day;
  /** Why release day was moved to this day, in words. */
  readonly because?: string | undefined;
  /** Absent in a train: its lines have branches. */
  readonly branch?: string | undefined;
  /** The versions that are released together. Absent: it is no train. */
  readonly lines?: readonly ReleaseLine[] | undefined;
  /** Of a rule: the releases before and after it, be they listed or not. */
  readonly beside?: readonly Pick<ReleaseSpec, 'version' | 'release'>[] | undefined;
  /** Values for `{name}` in titles, notes, links and labels of this release. */
  readonly vars?: Readonly<Record<string, string>> | undefined;
  readonly milestones: Readonly<Record<string, MilestoneSpec>>;
}

/** Days off, both included. */
export interface DaysOff {
  readonly from: Day;
  readonly to: Day;
}

/** Everything that decides the dates: presets and config, merged. */
export interface ScheduleSpec extends RolesSpec {
  readonly timezone: string;
  readonly holidays: readonly Day[];
  /** Days off by login, both ends included, for those who take turns; absent without any. */
  readonly away?: Readonly<Record<string, readonly DaysOff[]>> | undefined;
  readonly cycle: CycleSpec;
  /** Candidates that every release has; absent without any. */
  readonly candidates?: CandidatesSpec | undefined;
  /** Milestones that every release has, unless it says otherwise. */
  readonly milestones: Readonly<Record<string, MilestoneSpec>>;
  readonly tasks: readonly TaskSpec[];
  /** Values for `{name}` in titles, notes, links and labels of every release. */
  readonly vars?: Readonly<Record<string, string>> | undefined;
  readonly fromPresets?: FromPresets | undefined;
  /** Other repositories that take part in every release; absent without any. */
  readonly repositories?: readonly OtherRepositorySpec[] | undefined;
  /** Events outside of the releases; absent without any. */
  readonly events?: readonly EventSpec[] | undefined;
  readonly releases: readonly ReleaseSpec[];
}

/** What the presets of a config plan with, where the config says something else. */
export interface FromPresets {
  /** The week of the release, counted from 1. */
  readonly releaseWeek: number;
  /** Ids of the tasks that have their day from a preset. */
  readonly tasks: readonly string[];
}
