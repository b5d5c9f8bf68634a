// The shape of a duty: one thing that relcomms keeps true, decided purely from facts.
import type * as z from 'zod';
import type { Instant } from '../domain/day.ts';
import type { Desired, Skip } from '../domain/desired.ts';
import type { Fact, Observed } from '../domain/observed.ts';
import type { LocatedProblem } from '../domain/problem.ts';
import type { Release } from '../domain/release.ts';
import type { ScheduleSpec } from '../domain/spec.ts';
import type { Cast } from './cast.ts';
import type { DutyPane } from './pane.ts';
import type { Permission } from './permission.ts';
import type { HeardDuty, Standing, StandingKind, StandingRow } from '../domain/standing.ts';

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
export interface ContextAudience {
  /** Channels on Slack. */
  readonly slack: readonly string[];
  /** Whether the channel of every team is among them. */
  readonly teams: boolean;
  readonly workspace?: string | undefined;
  readonly mail: readonly string[];
  /** A category of the repository's discussions. */
  readonly discussions?: string | undefined;
  readonly reach: 'internal' | 'external';
  /** A role that approves each message. */
  readonly approval?: string | undefined;
}

/** What a duty knows before anything was looked at. */
export interface DutyContext<C> {
  /** Its section of the config, decoded. */
  readonly config: C;
  /** All of the config, with their days; past ones and those to come, too. */
  readonly releases: readonly Release[];
  /** The config as it was read: a proposal changes a copy of its text. */
  readonly source: ConfigSource;
  /** Logins of people who want no pings: never mentioned, never assigned. */
  readonly quiet: ReadonlySet<string>;
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

/** What a duty decides from. */
export interface DutyInput<C, N extends Fact> extends DutyContext<C> {
  /** The facts that it needs; all of them are known. */
  readonly observed: Pick<Observed, N>;
  /** What the duties before it in the registry said stands in the way. */
  readonly standing?: readonly Standing[] | undefined;
  /** All duties before it that the config switches on, with what kept them from answering. */
  readonly heard?: readonly HeardDuty[] | undefined;
  /** The kinds that all duties declare, on or off, in the order in which they are told. */
  readonly rows?: readonly StandingRow[] | undefined;
}

/** What a duty wants, and what it says. */
export interface DutyAnswer {
  /** What should exist; the diff finds out what is missing. */
  readonly desired: readonly Desired[];
  /** What it chose not to want, and why: the report tells it. */
  readonly skips: readonly Skip[];
  /** What stands between a release and a milestone; each is of a kind that a duty declares in `rows`. */
  readonly standing?: readonly Standing[] | undefined;
}

/** Everything that relcomms knows of a duty. Functions of it are pure. */
export interface Duty<C, N extends Fact> {
  /** Its folder, its section in the config and its name in the log: `tracking-issue`. */
  readonly name: string;
  /** The config section, where it is that of another duty: then it has none of its own. */
  readonly section?: string | undefined;
  /** Its heading in the report and in the documentation. */
  readonly title: string;
  /** One or two sentences for the schema and the documentation. */
  readonly description: string;
  /** Decodes the config section, with description and example for every key; an absent section means that the duty is off. */
  readonly config: z.ZodType<C>;
  /** Facts that it may read. When one of them is unknown, the duty is skipped and named (P8). */
  readonly needs: readonly N[];
  /** Webhooks that may change its answer, by GitHub's names; the App asks for those of all duties. */
  readonly wakesOn: readonly string[];
  /** Rights at GitHub that it needs, each with what is lost without it; absent: none of its own. */
  readonly permissions?: readonly Permission[];
  /** Kinds of things in the way that it knows of; absent: none. */
  readonly rows?: readonly StandingKind[];
  /** What the scripted team of a simulation does for it; absent: nothing. */
  readonly cast?: Cast<C>;
  /** Tabs of the sandbox's page that show it; absent: none. */
  readonly panes?: readonly DutyPane<C>[];
  /** What of the repository has to be looked at for it. */
  asks(context: DutyContext<C>): Questions;
  /** From facts to what should exist. Asked in every run, in the order of the registry. */
  desire(input: DutyInput<C, N>): DutyAnswer;
}

/** A duty whose config and facts are checked where it is run, so that all duties fit into one list. */
// oxlint-disable-next-line typescript/no-explicit-any -- a list of duties with different configs has no closer type
export type AnyDuty = Duty<any, Fact>;
