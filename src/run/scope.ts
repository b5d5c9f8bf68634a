// Where a run looks, when it is, and what it looks with.
import type { Instant } from '../domain/day.ts';
import type { Channels } from '../domain/outbox.ts';
import type { BranchReport } from '../domain/test-results.ts';
import type { AnyDuty } from '../duties/duty.ts';
import type { GitHub } from '../github/client.ts';
import type { Reach } from '../github/reach.ts';
import type { ArtifactMemory } from '../github/facts/branch-tests/remember-artifacts.ts';
import type { AnyFact } from '../github/facts/fact.ts';
import type { Receipts } from '../github/apply/receipts.ts';
import type { About } from './last-look.ts';
import type { Prepare } from './prepare.ts';

export interface Scope {
  readonly github: GitHub;
  readonly now: Instant;
  /** Path of the config on the default branch. */
  readonly path?: string;
  /** The config's text, when it comes from elsewhere than the default branch. */
  readonly config?: string;
  /** Reads the config's text; a caller that runs often on the same text may keep what it read. Default: it is read with the sections of `duties`. */
  readonly prepare?: Prepare;
  /** What was read of artifacts, for a caller that runs often. Default: nothing is remembered. */
  readonly artifacts?: ArtifactMemory | undefined;
  /** What earlier runs sent and could not note, for a caller that runs often. Default: nothing is known of it. */
  readonly receipts?: Receipts | undefined;
  /** Test results that come with the run itself, beside those that are at GitHub. */
  readonly reports?: readonly BranchReport[] | undefined;
  /** By which messages go out and are read; absent: neither. */
  readonly channels?: Channels;
  /** How other repositories are read. Default: with the client of the run. */
  readonly reach?: Reach | undefined;
  /** What was heard since the last run, for a caller that runs often. Default: everything is looked at. */
  readonly about?: About | undefined;
  /** Pull requests that are read whatever they are. Default: those that may matter, and others in turn. */
  readonly numbers?: readonly number[] | undefined;
  /** Default: all that are in the registry. */
  readonly duties?: readonly AnyDuty[];
  /** Default: all that are in the registry. */
  readonly facts?: readonly AnyFact[];
}
