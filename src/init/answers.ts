// What somebody says about their release before there is a config.
import type { Day } from '../domain/day.ts';
import type { InitRule } from './rule-from.ts';

export interface Answers {
  /** Name of a preset that relcomms brings along. */
  readonly preset: string;
  readonly version: string;
  readonly release: Day;
  /** What the releases after it follow from; absent: it is written alone. */
  readonly rule?: InitRule | undefined;
  /** IANA zone. */
  readonly timezone: string;
  /** Logins by role. */
  readonly roles: Readonly<Record<string, readonly string[]>>;
  /** The release branch. */
  readonly branch?: string | undefined;
  /** GitHub teams, as `acme/api`. */
  readonly teams: readonly string[];
}
