// The config as the rest of the program reads it.
import type { Day } from '../domain/day.ts';
import type { LocatedProblem, Problem } from '../domain/problem.ts';
import type { ScheduleSpec } from '../domain/spec.ts';

/** A person whom relcomms may mention or assign. */
export interface Person {
  readonly name?: string | undefined;
  /** Slack member ID. */
  readonly slack?: string | undefined;
  /** IANA zone. */
  readonly timezone?: string | undefined;
  /** Never mentioned, never assigned. */
  readonly optOut: boolean;
  /** Days off, both included; absent without any. */
  readonly away?: readonly { readonly from: Day; readonly to: Day }[] | undefined;
}

/** A team that approves, tests or mends. */
export interface Team {
  /** `acme/api`. */
  readonly github: string;
  /** `#team-api` or a channel ID. */
  readonly slack?: string | undefined;
  /** ID of its user group on Slack. */
  readonly slackGroup?: string | undefined;
  /** Regular expressions (RE2) over names of tests, which can be compiled. */
  readonly tests: readonly string[];
  /** Patterns of paths as in CODEOWNERS. */
  readonly paths: readonly string[];
  readonly lead?: string | undefined;
  /** Logins of its people. */
  readonly people: readonly string[];
}

/** A group that hears of a release beyond its issues. */
export interface Audience {
  /** Channels on Slack. */
  readonly slack: readonly string[];
  /** Whether the channel of every team is among them. */
  readonly teams: boolean;
  readonly workspace?: string | undefined;
  readonly mail: readonly string[];
  /** Names of webhooks of other chats. */
  readonly webhook: readonly string[];
  /** A category of the repository's discussions. */
  readonly discussions?: string | undefined;
  readonly reach: 'internal' | 'external';
  /** A role that approves each message. */
  readonly approval?: string | undefined;
}

/** Presets and file, merged and decoded. */
export interface Config {
  /** Otherwise runs take back what is ours, and do nothing else. */
  readonly enabled: boolean;
  readonly schedule: ScheduleSpec;
  /** The day for which the releases of rules are listed; absent without rules. */
  readonly asOf?: Day | undefined;
  /** Slug of the GitHub App whose account writes here. */
  readonly app: string;
  /** By GitHub login, as written. Records have no prototype, so any login is a safe key. */
  readonly people: Readonly<Record<string, Person>>;
  readonly teams: Readonly<Record<string, Team>>;
  /** By id. */
  readonly audiences: Readonly<Record<string, Audience>>;
  readonly limits: { readonly operations: number };
  /** Presets, in the order in which they were merged. */
  readonly extends: readonly string[];
  /** Sections that presets switch on, be it that the file switches them off again. */
  readonly asked: readonly string[];
  /** Sections of duties that are on, each decoded by the duty's own schema. */
  readonly sections: Readonly<Record<string, unknown>>;
}

/** A config that may be used, or everything that is wrong with it, in order of line. */
export type ConfigResult =
  | {
      readonly ok: true;
      readonly config: Config;
      readonly warnings: readonly LocatedProblem[];
      /** Ties a problem that another room found to its line in the user's file. */
      readonly locate: (problem: Problem) => LocatedProblem;
    }
  | {
      readonly ok: false;
      readonly problems: readonly LocatedProblem[];
      /** The schedule as far as it can be read: enough to look at its days, never to act on it. */
      readonly rest?: Rest | undefined;
    };

export interface Rest {
  readonly schedule: ScheduleSpec;
  readonly locate: (problem: Problem) => LocatedProblem;
}
