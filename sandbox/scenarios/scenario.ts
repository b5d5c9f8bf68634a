// The shape of a scenario: a config that a visitor can walk through.
import type { Day } from '../../src/domain/day.ts';
import type { IssueSnapshot, RepoSeed } from '../../packages/embedded-github/src/index.ts';
import type { ActOrder } from '../machine/act-order.ts';

/** What one of the cast does of their own accord. */
export interface ScriptStep {
  /** Behind the run of this day. */
  readonly on: Day;
  /** What it is, given the issues and pull requests of that moment; undefined when there is nothing to do. */
  readonly does: (issues: readonly IssueSnapshot[]) => ActOrder | undefined;
}

export interface Scenario {
  /** Lower-case words with hyphens. */
  readonly id: string;
  readonly title: string;
  /** What to try now, one or two short sentences: it stands on the page, below the header. */
  readonly hint: string;
  /** Text of `.github/relcomms.yml`. */
  readonly config: string;
  /** There is none at first: the App is installed on this repository alone and asks for one. Its people and days count. */
  readonly isBare?: true;
  /** Further files of the default branch: code owners, say. */
  readonly files?: Readonly<Record<string, string>>;
  /** Branches that are there from the start, beside the default branch. */
  readonly branches?: readonly string[];
  /** Other repositories beside the one that every scenario plays in. */
  readonly others?: readonly RepoSeed[];
  /** Members of the organisation's teams by slug, where they are not those of every scenario. */
  readonly teams?: Readonly<Record<string, readonly string[]>>;
  /** Ids of tasks that nobody does; the team does all others on their days, one in five a day late. */
  readonly leaves?: readonly string[];
  /** In the order of its days. */
  readonly script?: readonly ScriptStep[];
}
