// What a run wants to have looked at, and for whom.
import type { Day } from '../../domain/day.ts';
import type { TestOutcome } from '../../domain/test-results.ts';
import type { ArtifactMemory } from './remember-artifacts.ts';

/** Names of the things to look for; everything else is left unread. */
export interface Look {
  /** Accounts whose issues are ours. */
  readonly accounts: readonly string[];
  /** Issues that have not changed since this day are not read. */
  readonly since: Day;
  readonly issues: readonly string[];
  /** Keys of the records that a run reads; one that seems to be missing is looked for among all comments. */
  readonly records?: readonly string[] | undefined;
  readonly labels: readonly string[];
  readonly milestones: readonly string[];
  readonly logins: readonly string[];
  /** GitHub teams that hold a role, as `acme/api`; asked about when somebody gives a command. */
  readonly teams?: readonly string[] | undefined;
  /** Absent: pull requests are not read. */
  readonly pulls?: PullLook | undefined;
  /** Versions whose tag and GitHub release are read. */
  readonly versions?: readonly string[] | undefined;
  /** Branches whose commits, jobs and test reports are read. */
  readonly testsOf?: readonly string[] | undefined;
  /** Names of the artifacts that hold test reports, or beginnings of names that end in `*`. */
  readonly testArtifacts?: readonly string[] | undefined;
  /** Reads one of them; without it none is downloaded. */
  readonly readArtifact?: ReadArtifact | undefined;
  /** What was read of artifacts in earlier runs of this process; absent: each is downloaded anew. */
  readonly artifacts?: ArtifactMemory | undefined;
  /** Places of files on branches. */
  readonly files?: readonly { readonly branch: string; readonly path: string }[] | undefined;
  /** Labels whose open issues and pull requests are read. */
  readonly blockers?: readonly string[] | undefined;
}

/** From the bytes of a zip to the tests in it, and what of it could not be read, in words. */
export type ReadArtifact = (
  bytes: Uint8Array,
) => Promise<{ readonly tests: readonly TestOutcome[]; readonly unread: readonly string[] }>;

/** What a run wants to know of pull requests. */
export interface PullLook {
  /** Base branches whose code owners and required checks are read. */
  readonly branches: readonly string[];
  /** GitHub teams, as `acme/api`, whose members are read beside those that the code owners name. */
  readonly teams: readonly string[];
  /** The label of pull requests on which a comment of ours may stand. */
  readonly label: string;
  /** Labels of merged pull requests that the branches need, too. */
  readonly fixLabels: readonly string[];
}
