// What a duty declares of tasks that it carries out itself, and how it shows that one of them is done.
import type { Instant } from '../domain/day.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { Release, Task } from '../domain/release.ts';
import type { AudienceChannels, TeamChannel } from '../notices/audience.ts';

/** What tells whether a duty carries something out for a release, before anything was looked at. */
export interface CarryContext<C> {
  /** Its section of the config, decoded. */
  readonly config: C;
  readonly release: Release;
  readonly audiences: Readonly<Record<string, AudienceChannels>>;
  readonly teams: Readonly<Record<string, TeamChannel>>;
}

/** What tells whether it is done. */
export interface CarryScene<C> extends CarryContext<C> {
  readonly tracking: OwnIssue;
  readonly now: Instant;
}

/** That something was done, and the page that shows it, where there is one. */
export interface Proof {
  readonly link: string | undefined;
}

/** Something that tasks ask for and that a duty does anyhow. Its functions are pure. */
export interface CarriesOut<C> {
  /** Behind the name of the section: `dates` for `done-by: slack.dates`. */
  readonly name: string;
  /** For the documentation, without a subject: `keeps the page of the release`. */
  readonly does: string;
  /** What the names of its messages begin with: the run that sends the first looks again, and checks the box. */
  readonly messages?: string;
  /** Whether this config has it do so; absent: wherever its section is on. */
  readonly isOn?: (context: CarryContext<C>) => boolean;
  /** Undefined: it isn't done yet. */
  readonly proof: (task: Task, scene: CarryScene<C>) => Proof | undefined;
}
