// Pull requests of release candidates, deployments to named environments, and pages of test environments, as one look found them.
import type { Instant } from './day.ts';
import type { Known } from './known.ts';

/** The check run of ours on the newest commit. */
export interface CandidateCheck {
  /** Tells what it says. */
  readonly externalId: string;
}

/** An open pull request with a label that was asked for. */
export interface CandidatePull {
  readonly number: number;
  readonly title: string;
  /** Those that were asked for, as they were asked for. */
  readonly labels: readonly string[];
  /** Branch that it goes to. */
  readonly base: string;
  /** Branch that it comes from. */
  readonly branch: string;
  /** Id of its newest commit. */
  readonly head: string;
  /** Undefined: there is none. */
  readonly check: Known<CandidateCheck | undefined>;
}

/** The newest deployment to an environment of GitHub, as its newest status has it. */
export interface Deployment {
  readonly id: string;
  /** In small letters, as GitHub names states: `success`, `inactive`. */
  readonly state: string;
  /** When it came to that state. */
  readonly at: Instant;
  readonly url?: string | undefined;
}

export interface Candidates {
  readonly pulls: Known<readonly CandidatePull[]>;
  /** Numbers of pull requests with one of the labels that were merged of late. */
  readonly merged: readonly number[];
  /** By the names that were asked for; undefined: there is none. */
  readonly deployments: readonly { readonly name: string; readonly found: Known<Deployment | undefined> }[];
}

/** A page of a test environment: what came of asking it. */
export interface TestPage {
  readonly url: string;
  /** `wall`: something answers, and lets nobody in without a login. */
  readonly answer: 'there' | 'wall' | 'silent' | { readonly unasked: string };
}
