// What a finished cycle proposes for the checklist of the next.
import type { DesiredPull } from '../../../domain/desired.ts';
import type { Release } from '../../../domain/release.ts';

/** A pull request; or in words why there is none, with what to write by hand; or nothing to propose. */
export type Proposal =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'pull'; readonly pull: DesiredPull; readonly yaml: string }
  | { readonly kind: 'by-hand'; readonly why: string; readonly yaml: string };

/** Another release whose cycle runs: it has the same checklist. */
export interface Concerned {
  readonly release: Release;
  /** New tasks that are overdue there as soon as they come. */
  readonly overdue: number;
}
