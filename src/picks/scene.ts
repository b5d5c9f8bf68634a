// What the recognition of picks is given: the words of the config, the releases, and what one look found.
import type { Instant } from '../domain/day.ts';
import type { Fixes, Pull } from '../domain/pull.ts';
import type { Release } from '../domain/release.ts';

/** The words by which the config tells picks and what is to be picked. */
export interface PickWords {
  readonly cherryPickLabels: readonly string[];
  readonly cherryPickTitles: readonly string[];
  /** Labels of merged pull requests that a release branch needs, too. */
  readonly pickLabels: readonly string[];
}

export interface PickScene {
  readonly config: PickWords;
  readonly releases: readonly Release[];
  readonly now: Instant;
  readonly observed: { readonly pulls: readonly Pull[]; readonly fixes: Fixes };
}
