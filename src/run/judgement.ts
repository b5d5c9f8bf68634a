// What is asked and answered where the config of a pull request is judged, here or in another process: plain data.
import type { MailForecast } from '../config-check/mails.ts';
import type { renderCheck } from '../config-check/render.ts';
import type { Unjudged } from '../config-check/verdict.ts';
import type { CleanupPlan } from '../domain/cleanup-plan.ts';
import type { Day, Instant } from '../domain/day.ts';
import type { Known } from '../domain/known.ts';
import type { Observation } from '../domain/observed.ts';
import type { Questions } from '../domain/questions.ts';
import type { RepositoryName } from '../github/client.ts';
import type { ConfigFile } from '../github/config/read-config.ts';

/** A proposed config, and the one on the default branch that it is held against. */
export interface Brief {
  readonly head: ConfigFile;
  readonly base: ConfigFile;
  /** Where both of them are. */
  readonly path: string;
  /** Number of the pull request. */
  readonly pull: number;
  /** Where the pull request is. */
  readonly repository?: RepositoryName | undefined;
  readonly now: Instant;
}

/** What a proposed config that is good wants to have looked at. */
export interface Wanted {
  /** `seen` is asked, if at all, with nothing in it: which messages wait is for the config of today to say. */
  readonly questions: Questions;
  /** Issues that have not changed since this day are not read. */
  readonly since: Day;
  /** Whether it has a release: without one there are no mails to count. */
  readonly hasRelease: boolean;
  /** Merging it switches relcomms off: nothing is looked at but what is taken back then. */
  readonly switchesOff: boolean;
}

/** What was found for the config of the default branch, if that one is good, and for the proposed one; or why nobody looked. */
export type BothLooks = readonly Observation[] | { readonly why: string };

export interface Looked {
  readonly looks: BothLooks;
  /** Absent where nobody counts mails. */
  readonly mails?: Known<MailForecast> | undefined;
  /** Only where it switches relcomms off. */
  readonly cleanup?: Known<CleanupPlan> | undefined;
}

/** The part that needs the outside. `later`: not in this run. */
export type LookFor = (wanted: Wanted) => Promise<Looked | 'later'>;

/** What the check says. */
export type CheckOutput = ReturnType<typeof renderCheck>;

/** It asks to look once at most. Rejects when it could not be judged for a reason that is not in the config. */
export type Judge = (brief: Brief, lookFor: LookFor) => Promise<CheckOutput | Unjudged | 'later'>;
