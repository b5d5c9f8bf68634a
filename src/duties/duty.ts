// The shape of a duty: one thing that relcomms keeps true, decided purely from facts.
import type * as z from 'zod';
import type { Instant } from '../domain/day.ts';
import type { Desired, Skip } from '../domain/desired.ts';
import type { Fact, Observed } from '../domain/observed.ts';
import type { LocatedProblem } from '../domain/problem.ts';
import type { Release } from '../domain/release.ts';
import type { ScheduleSpec } from '../domain/spec.ts';
import type { HeardDuty, Standing } from '../domain/standing.ts';
import type { AudienceChannels } from '../notices/audience.ts';
import type { IsQuiet } from '../people/quiet.ts';

/** What a duty wants to have looked at; facts about anything else are not read. */
export interface Questions {
  /** Keys of our own issues; one that seems to be missing is looked for a second time, another way. */
  readonly issues: readonly string[];
  /** Keys of records on them: `v1.18.0/tracking-issue/record/tests`. */
  readonly records?: readonly string[] | undefined;
  /** Names of labels. */
  readonly labels: readonly string[];
  /** Titles of GitHub milestones. */
  readonly milestones: readonly string[];
  /** Logins of people who may have to be assigned. */
  readonly logins: readonly string[];
  /** GitHub teams that hold a role, as `acme/api`. */
  readonly teams?: readonly string[] | undefined;
  /** Absent: pull requests are not read. */
  readonly pulls?: PullQuestions | undefined;
  /** Versions whose tag and GitHub release matter. Absent: none. */
  readonly versions?: readonly string[] | undefined;
  /** Branches whose commits, jobs and test reports are read. Absent: none. */
  readonly testsOf?: readonly string[] | undefined;
  /** Names of the artifacts that hold test reports, or beginnings of names that end in `*`. Absent: none is read. */
  readonly testArtifacts?: readonly string[] | undefined;
  /** Places of files on branches. Absent: none is looked at. */
  readonly files?: readonly { readonly branch: string; readonly path: string }[] | undefined;
  /** Labels whose open issues and pull requests hold a release up. Absent: none. */
  readonly blockers?: readonly string[] | undefined;
}

/** The config file that this run goes by. */
export interface ConfigSource {
  readonly path: string;
  readonly text: string;
  /** Decoded and merged with its presets. */
  readonly spec: ScheduleSpec;
  /** Reads a changed text the way the next run would, from structure to dates. */
  readonly reread: (text: string) => Reread;
}

/** What a config says, or what keeps it from being used. */
export type Reread =
  | { readonly releases: readonly Release[]; readonly config: { readonly schedule: ScheduleSpec } }
  | { readonly problems: readonly LocatedProblem[] };

/** What a duty wants to know of pull requests. */
export interface PullQuestions {
  /** Base branches whose code owners and required checks matter. */
  readonly branches: readonly string[];
  /** GitHub teams, as `acme/api`, whose members matter. */
  readonly teams: readonly string[];
  /** The label by which relcomms marks what it has commented on. */
  readonly label: string;
  /** Labels of merged pull requests that the branches need, too. */
  readonly fixLabels: readonly string[];
}

/** A person of the config. */
export interface ContextPerson {
  /** IANA zone. */
  readonly timezone?: string | undefined;
  readonly name?: string | undefined;
  /** Slack member ID. */
  readonly slack?: string | undefined;
  /** Never mentioned, never assigned, in no release. */
  readonly optOut?: boolean | undefined;
}

/** A team of the config. */
export interface ContextTeam {
  /** `acme/api`. */
  readonly github: string;
  /** Paths that it answers for, written as in CODEOWNERS. */
  readonly paths: readonly string[];
  /** `#team-api` or the ID of a channel. */
  readonly slack?: string | undefined;
  /** ID of its user group on Slack. */
  readonly slackGroup?: string | undefined;
  /** RE2 patterns of the tests that it answers for. */
  readonly tests?: readonly string[] | undefined;
  /** Login of who is asked when the team does not answer. */
  readonly lead?: string | undefined;
}

/** A group of the config that hears of a release beyond its issues. */
export type ContextAudience = AudienceChannels;

export interface DutyContext<C> {
  readonly config: C;
  readonly releases: readonly Release[];
  /** The config as it was read: a proposal changes a copy of its text. */
  readonly source: ConfigSource;
  /**
   * Whether a person wants no pings about a release. Mentions, assignments and messages are taken out anyhow: a duty
   * asks only where it decides by it, to choose somebody else.
   */
  readonly isQuiet: IsQuiet;
  /** Logins of those who muted a release, this run's commands included. */
  readonly mutedIn: (version: string) => readonly string[];
  /** By login. */
  readonly people: Readonly<Record<string, ContextPerson>>;
  /** By id. */
  readonly teams: Readonly<Record<string, ContextTeam>>;
  /** By id. */
  readonly audiences?: Readonly<Record<string, ContextAudience>> | undefined;
  /** Ids of the milestones whose day the teams say that they have seen. */
  readonly acknowledge?: readonly string[] | undefined;
  /** The one `now` of the run. */
  readonly now: Instant;
}

export interface DutyInput<C, N extends Fact> extends DutyContext<C> {
  readonly observed: Pick<Observed, N>;
  /** What the duties before it in the registry said stands in the way. */
  readonly standing?: readonly Standing[] | undefined;
  /** All duties before it that the config switches on, with what kept them from answering. */
  readonly heard?: readonly HeardDuty[] | undefined;
}

export interface DutyAnswer {
  readonly desired: readonly Desired[];
  readonly skips: readonly Skip[];
  readonly standing?: readonly Standing[] | undefined;
}

export interface Duty<C, N extends Fact> {
  /** Its folder, its section in the config and its heading in the report. */
  readonly name: string;
  /** The config section, where it is that of another duty: then it has none of its own. */
  readonly section?: string | undefined;
  readonly title: string;
  readonly description: string;
  /** The config section; absent means that the duty is off. */
  readonly config: z.ZodType<C>;
  /** Facts that it may read. When one of them is unknown, the duty is skipped and named (P8). */
  readonly needs: readonly N[];
  /** Webhooks that may change its answer. */
  readonly wakesOn: readonly string[];
  asks(context: DutyContext<C>): Questions;
  desire(input: DutyInput<C, N>): DutyAnswer;
}

/** A duty whose config and facts are checked where it is run, so that all duties fit into one list. */
// oxlint-disable-next-line typescript/no-explicit-any -- a list of duties with different configs has no closer type
export type AnyDuty = Duty<any, Fact>;
