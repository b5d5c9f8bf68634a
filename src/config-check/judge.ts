// Holds the config of a pull request against the one on the default branch: purely, from what has been read.
import type { Day } from '../domain/day.ts';
import type { Observation } from '../domain/observed.ts';
import type { Operation } from '../domain/operation.ts';
import type { LocatedProblem } from '../domain/problem.ts';
import type { SectionState } from '../domain/section-state.ts';
import type { Release } from '../domain/release.ts';
import { changedDates } from './dates.ts';
import { effectsOf } from './effects.ts';
import type { MailForecast } from './mails.ts';
import type { BaseState, Outlook, Verdict } from './verdict.ts';
import type { Known } from '../domain/known.ts';

/** A config as it was read. */
export type Reading =
  | { readonly kind: 'missing' }
  | { readonly kind: 'broken'; readonly problems: readonly LocatedProblem[] }
  | {
      readonly kind: 'good';
      readonly releases: readonly Release[];
      readonly warnings: readonly LocatedProblem[];
      readonly sections?: readonly SectionState[];
    };

/** What each config would have a run do, planned from one and the same look; or why nobody could look. */
export type Comparison =
  | {
      readonly before: readonly Operation[];
      readonly after: readonly Operation[];
      readonly observation: Observation;
    }
  | { readonly why: string };

export interface Proposal {
  readonly head: Reading;
  readonly base: Reading;
  /** Only asked when the head is good. */
  readonly comparison: Comparison;
  /** Absent where nobody counts mails. */
  readonly mails?: Known<MailForecast> | undefined;
  readonly merged: readonly string[];
  readonly today: Day;
}

export function judge({ head, base, comparison, mails, merged, today }: Proposal): Verdict {
  const state: BaseState = base.kind;
  if (head.kind === 'missing') return { kind: 'removed', base: state };
  if (head.kind === 'broken') return { kind: 'broken', base: state, problems: head.problems };
  const { releases, warnings, sections = [] } = head;
  const before = base.kind === 'good' ? base.releases : [];
  const outlook: Outlook = {
    dates: base.kind === 'broken' ? [] : changedDates(before, releases),
    effects: 'why' in comparison ? comparison : effectsOf(comparison),
    mails: mails?.known === true ? mails.value : mails,
  };
  return { kind: 'good', base: state, warnings, sections, outlook, today, releases, merged };
}
