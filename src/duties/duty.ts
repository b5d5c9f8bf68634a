// The shape of a duty: one thing that relcomms keeps true, decided purely from facts.
import type { DaysAway } from '../people/away.ts';
import type * as z from 'zod';
import type { AnyCommand, CommandBook } from '../commands/book.ts';
import type { Command } from '../commands/command.ts';
import type { Place } from '../commands/place.ts';
import type { Refusal } from '../domain/command-comment.ts';
import type { Day, Instant } from '../domain/day.ts';
import type { Desired, Skip } from '../domain/desired.ts';
import type { Fact, Observed, OwnIssue, Publication } from '../domain/observed.ts';
import type { LocatedProblem } from '../domain/problem.ts';
import type { References } from '../domain/references.ts';
import type { Questions } from '../domain/questions.ts';
import type { Release } from '../domain/release.ts';
import type { ScheduleSpec } from '../domain/spec.ts';
import type { TextPlace } from '../domain/text-place.ts';
import type { CarriesOut, Proof } from './carries-out.ts';
import type { Cast } from './cast.ts';
import type { ContextTeam } from './context-team.ts';
import type { NamedLabels } from './missing-labels.ts';
import type { DutyPane } from './pane.ts';
import type { Permission } from './permission.ts';
import type { TimedNotice } from './timed-notice.ts';
import type { HeardDuty, Lack, Standing, StandingKind, StandingRow } from '../domain/standing.ts';
import type { AudienceChannels } from '../notices/audience.ts';
import type { IsQuiet } from '../people/quiet.ts';

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

/** A person of the config. */
export interface ContextPerson {
  /** IANA zone. */
  readonly timezone?: string | undefined;
  readonly name?: string | undefined;
  /** Slack member ID. */
  readonly slack?: string | undefined;
  /** Never mentioned, never assigned, in no release. */
  readonly optOut?: boolean | undefined;
  /** On these days neither. */
  readonly away?: readonly DaysAway[] | undefined;
}

/** A group of the config that hears of a release beyond its issues. */
export type ContextAudience = AudienceChannels;

/**
 * What duties tell all others of their config, whatever the facts are: a duty adds what it tells in its own folder, by
 * merging, and the others read it without knowing who said it.
 */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type -- duties add to it by merging
export interface Told {}

/** What a duty knows before anything was looked at. */
export interface DutyContext<C> {
  /** Its section of the config, decoded. */
  readonly config: C;
  /** All of the config, with their days; past ones and those to come, too. */
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
  /** What the duties that the config switches on tell of their configs. */
  readonly told?: Partial<Told> | undefined;
  /** Tasks of a release that relcomms carried out, or that are proven to be done, by id. `heard` were asked before. Absent: there are none. */
  readonly carriedOut?:
    | ((release: Release, tracking: OwnIssue, heard: readonly HeardDuty[]) => ReadonlyMap<string, Proof>)
    | undefined;
  /** Which versions are out, as this look shows it. Absent: nobody looked, or it couldn't be read. */
  readonly publications?: readonly Publication[] | undefined;
  /** The commands of all duties. Absent: there are none. */
  readonly commands?: CommandBook | undefined;
  /** The one `now` of the run. */
  readonly now: Instant;
}

/** What a command is given; `P` is what the duty that keeps the place knows of it. */
export interface CommandScene<C, P = undefined> {
  readonly release: Release;
  /** That of the duty which declares it. */
  readonly context: DutyContext<C>;
  readonly issues: readonly OwnIssue[];
  readonly at: P;
  /** Facts that the duty which declares it needs, as far as this look knows them. */
  readonly observed?: Partial<Observed> | undefined;
}

/** A command of a duty, on the place of another or on its own. `A` is what it may make of its own place. */
export type DutyCommand<C, P = undefined, A = never, E = unknown> = Command<CommandScene<C, P>, A, E>;

/** What a duty decides from. */
export interface DutyInput<C, N extends Fact> extends DutyContext<C> {
  /** Whether only a few pull requests were read anew: what is chosen across all of them waits for the next look. */
  readonly isNarrow?: boolean | undefined;
  /** The facts that it needs; all of them are known. */
  readonly observed: Pick<Observed, N>;
  /** What the duties before it in the registry said stands in the way. */
  readonly standing?: readonly Standing[] | undefined;
  /** All duties before it that the config switches on, with what kept them from answering. */
  readonly heard?: readonly HeardDuty[] | undefined;
  /** The kinds that all duties declare, on or off, in the order in which they are told. */
  readonly rows?: readonly StandingRow[] | undefined;
  /** Comments with commands that the duties before it refused. */
  readonly refusals?: readonly Refusal[] | undefined;
}

/** What a duty wants, and what it says. */
export interface DutyAnswer {
  /** What should exist; the diff finds out what is missing. */
  readonly desired: readonly Desired[];
  /** What it chose not to want, and why: the report tells it. */
  readonly skips: readonly Skip[];
  /** What stands between a release and a milestone; each is of a kind that a duty declares in `rows`. */
  readonly standing?: readonly Standing[] | undefined;
  readonly refusals?: readonly Refusal[] | undefined;
  /** What it does not watch by what this look showed, beside what it lacks by its config. */
  readonly lacks?: readonly Lack[] | undefined;
}

/** What tells what a duty lacks, before anything was looked at. */
export type LackInput<C> = Pick<DutyContext<C>, 'config' | 'releases' | 'teams' | 'audiences'>;

/** Everything that relcomms knows of a duty. Functions of it are pure. */
export interface Duty<C, N extends Fact> {
  /** Its folder, its section in the config and its name in the log: `tracking-issue`. */
  readonly name: string;
  /** The config section, where it is that of another duty: then it has none of its own. */
  readonly section?: string | undefined;
  /** Whether its section is on without being named, wherever the config has releases. */
  readonly isDefault?: boolean | undefined;
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
  /** Places where people write commands, and where this duty answers all of them. */
  readonly places?: readonly Place[] | undefined;
  /** What people may tell it, in its own places and in those of others. */
  readonly commands?: readonly AnyCommand[] | undefined;
  /** Where its section names roles, teams, audiences and milestones: what does not exist is an error at its line. */
  readonly references?: readonly References[] | undefined;
  /** Where its section has texts of its own, which take variables: one without a value is an error at its line. */
  readonly texts?: readonly TextPlace[] | undefined;
  /** What it does in place of people, where a task of the checklist names it; declared by the duty that a section is named for. */
  readonly carriesOut?: readonly CarriesOut<C>[];
  /** Sections without which it does nothing. */
  readonly leansOn?: readonly string[] | undefined;
  /** What it does not do by what the config leaves out, though it is on; absent: nothing. */
  lacks?(input: LackInput<C>): readonly Lack[];
  /** Labels by which people tell it something, which relcomms itself never makes; absent: none. */
  marks?(config: C): readonly NamedLabels[];
  /** What it says at an hour and not on a day, so that runs have to come that often; absent: nothing. */
  timedNotices?(config: C, releases: readonly Release[], holidays: readonly Day[]): readonly TimedNotice[];
  /** What it tells all other duties of its config. */
  tells?(config: C): Partial<Told>;
  /** What of its facts it wants to have looked at, by name; anything else is not read. */
  asks(context: DutyContext<C>): Questions;
  /** From facts to what should exist. Asked in every run, in the order of the registry. */
  desire(input: DutyInput<C, N>): DutyAnswer;
}

/** A duty whose config and facts are checked where it is run, so that all duties fit into one list. */
// oxlint-disable-next-line typescript/no-explicit-any -- a list of duties with different configs has no closer type
export type AnyDuty = Duty<any, Fact>;
