// What a running embedded GitHub offers.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JobsOrder } from './job-words.ts';
import type { Delivery, DeliveryOrder } from './deliveries.ts';
import type { FaultRule, Hook } from './interference.ts';
import type { LocalFetch } from './local-fetch.ts';
import type { InstallationChange } from './model/installation.ts';
import type { Quirks } from './model/quirks.ts';
import type { AppIdentity } from './model/world.ts';
import type { Person } from './person.ts';
import type { AppForm } from './register-app.ts';
import type { ApiRequest, JournalEntry, Violation } from './request.ts';
import type { GitHubSeed } from './seed.ts';
import type { RepoSnapshot } from './snapshot.ts';

export interface GitHubOptions {
  readonly seed: GitHubSeed;
  /** Default: a free one. */
  readonly port?: number;
  /** What links start with, when another server mounts `handle`. Default: the own address. */
  readonly publicUrl?: string;
  /** The clock of all timestamps. Default: the real one. */
  readonly now?: () => number;
  /** Reads after the making of an issue whose lists do not know it yet; the issue itself is there. Default: none. */
  readonly lag?: number;
  /** Whether GraphQL's `createdBy` finds nothing of bots, as on some editions of GitHub. */
  readonly createdByMissesBots?: boolean;
  /** Whether REST's lists of issues leave out those that are pinned, as they did for a while. */
  readonly listsMissPinned?: boolean;
  /**
   * Whether GitHub's documented limits hold for each account, by `now`: requests and points of an hour and of a minute, and
   * what is written. Default: nothing is refused for its number.
   */
  readonly limits?: boolean;
  /** Problems of a REST request; any makes it a violation, answered with 422. */
  readonly checkRequest?: (request: ApiRequest) => string[];
}

export interface EmbeddedGitHub {
  /** The API answers at the root and under `/api/v3`, GraphQL at `/graphql` and `/api/graphql`. */
  readonly url: string;
  readonly app: AppIdentity;
  /** Every request, by hand or not, in the order of arrival. */
  readonly journal: readonly JournalEntry[];
  readonly violations: readonly Violation[];
  /** Every delivery that was caused, whether or not it had an address to go to. */
  readonly deliveries: readonly Delivery[];
  /** Answers API requests of another server; false for any other path. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** For clients in this process: the same answers without a socket. */
  readonly fetch: LocalFetch;
  /** The token of a person, or of `github-actions[bot]`. */
  token(login: string): string;
  /**
   * GitHub's page for a new App, as far as an admin's click on its button: the App of the seed is made from the manifest.
   * Answers the address that the browser is sent to, with a code for `POST /app-manifests/{code}/conversions`.
   */
  registerApp(form: AppForm): string;
  /** Where the App's deliveries go; undefined loses them. */
  setWebhookUrl(url: string | undefined): void;
  /**
   * Sends a webhook by hand, or a known delivery again under its own id. Resolves with the status of the receiver:
   * 0 when it could not be reached, undefined without an address to go to. Rejects for an unknown id or login.
   */
  deliver(what: string | DeliveryOrder): Promise<number | undefined>;
  /** Runs before a request is carried out, except for requests by hand; the answer removes the hook. */
  before(hook: Hook): () => void;
  /** Runs after a request was carried out and before it is answered. */
  after(hook: Hook): () => void;
  fault(rule: FaultRule): void;
  /** Takes back every fault that has hit nothing yet. */
  clearFaults(): void;
  /** Changes how GitHub treats the App's installation at an owner, or takes back its tokens. No webhook tells of it. */
  setInstallation(owner: string, change: InstallationChange): void;
  /** Switches quirks on and off until the next reset; what is not named stays as it is. */
  setQuirks(change: Partial<Quirks>): void;
  /** Acts as a person, by default in the seed's own repository; `owner/repo` for one of another owner. */
  as(login: string, repo?: string): Person;
  /** Deletes all versions of a comment but the newest from its history, as people with write access can on its page. */
  deleteVersions(login: string, comment: number): void;
  /** A workflow runs, or some of its jobs once more; answers the id of the workflow run. In the seed's own repository. */
  runJobs(order: JobsOrder): Promise<number>;
  state(): RepoSnapshot[];
  /** Resolves when every delivery so far has been answered, with what the answers caused. */
  settled(): Promise<void>;
  reset(): Promise<void>;
  close(): Promise<void>;
}
