// What a check says of the config of a pull request, as data.
import type { CleanupPlan } from '../domain/cleanup-plan.ts';
import type { Day } from '../domain/day.ts';
import type { Known } from '../domain/known.ts';
import type { LocatedProblem } from '../domain/problem.ts';
import type { SectionState } from '../domain/section-state.ts';
import type { Release } from '../domain/release.ts';
import type { ReleaseChange } from './dates.ts';
import type { Effects } from './effects.ts';
import type { MailForecast } from './mails.ts';

/** What merging it would do. A further section of the summary is one more field here and one line in `SECTIONS`. */
export interface Outlook {
  readonly dates: readonly ReleaseChange[];
  /** Or why they can't be told. */
  readonly effects: Effects | { readonly why: string };
  /** Or why they can't be told; absent where nobody counts them. */
  readonly mails?: MailForecast | { readonly why: string } | undefined;
}

/** How the config on the default branch stands. */
export type BaseState = 'good' | 'broken' | 'missing';

/** Why a config could not be judged, where that is a matter of the config or of the machine. */
export interface Unjudged {
  readonly kind: 'unjudged';
  /** `time` and `memory`: it takes more than a check may take. `ended` and `garbled`: no answer that could be read. */
  readonly over: 'time' | 'memory' | 'ended' | 'garbled';
  /** Seconds or megabytes that it may take; without meaning for the others. */
  readonly limit: number;
}

export type Verdict =
  | Unjudged
  /** The pull request takes the config away. */
  | { readonly kind: 'removed'; readonly base: BaseState }
  /** Merging it switches relcomms off. */
  | { readonly kind: 'switched-off'; readonly cleanup: Known<CleanupPlan> }
  | { readonly kind: 'broken'; readonly base: BaseState; readonly problems: readonly LocatedProblem[] }
  | {
      readonly kind: 'good';
      readonly base: BaseState;
      readonly warnings: readonly LocatedProblem[];
      /** Which sections are on, and what they lack. */
      readonly sections: readonly SectionState[];
      readonly outlook: Outlook;
      /** The day that the outlook is for. */
      readonly today: Day;
      readonly releases: readonly Release[];
      /** The config with its presets, as lines of YAML. */
      readonly merged: readonly string[];
    };
