// The facts that a look at pull requests gives.
import type { Observation } from '../../../domain/observed.ts';

/** `branchOwners` with those of further base branches. */
export type PullFacts = Pick<
  Observation,
  'pulls' | 'openPulls' | 'listedPulls' | 'fixes' | 'teamMembers' | 'unheard' | 'branchOwners'
>;
