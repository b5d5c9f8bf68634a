// The state of the embedded GitHub: what it keeps itself, next to what the emulator keeps.
import type { Emulator } from '../emulator.ts';
import type { Deliveries } from '../deliveries.ts';
import type { Replica } from '../replica.ts';
import type { Account, Team } from './account.ts';
import type { AppManifest } from './app-manifest.ts';
import type { Installation } from './installation.ts';
import type { Quirks } from './quirks.ts';
import type { IssueField, Repo } from './repo.ts';

export interface AppIdentity {
  readonly id: number;
  readonly slug: string;
  readonly privateKey: string;
  readonly installationId: number;
  readonly webhookSecret: string;
}

export interface World {
  /** The address that links start with. */
  readonly origin: string;
  /** The address that this machine is reached by, whatever links start with. */
  readonly storage: string;
  readonly app: AppIdentity;
  /** Now, with the second precision of GitHub's timestamps. */
  readonly now: () => string;
  /** When it was built. */
  readonly began: string;
  readonly nextId: () => number;
  readonly accounts: ReadonlyMap<string, Account>;
  /** By slug. */
  readonly teams: ReadonlyMap<string, Team>;
  /** Members of the organisation by login. */
  readonly members: ReadonlySet<string>;
  /** Undefined when the owner has none, as every person. */
  readonly issueFields: readonly IssueField[] | undefined;
  readonly repos: ReadonlyMap<string, Repo>;
  readonly emulator: Emulator;
  /** Of the App, by id. */
  readonly installations: ReadonlyMap<number, Installation>;
  /** Events that the App hears of. */
  readonly events: ReadonlySet<string>;
  /** What lists know of new issues. */
  readonly replica: Replica;
  /** Whether GraphQL's `createdBy` finds nothing of bots, as on some editions. */
  readonly createdByMissesBots: boolean;
  /** Whether REST's lists of issues leave out those that are pinned. */
  readonly listsMissPinned: boolean;
  quirks: Quirks;
  readonly deliveries: Deliveries;
  /** What GitHub's page has made and nobody has fetched yet, by code. */
  readonly manifests: Map<string, AppManifest>;
}
