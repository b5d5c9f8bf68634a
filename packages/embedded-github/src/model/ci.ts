// What the embedded GitHub keeps of continuous integration, and of releases.
import type { Account } from './account.ts';
import type { Json } from './json-object.ts';

/** The check runs of one App on one commit; each workflow run has one of its own. */
export interface CheckSuite {
  readonly id: number;
  readonly nodeId: string;
  /** Slug of the App. */
  readonly app: string;
  readonly sha: string;
  readonly branch: string | null;
  readonly createdAt: string;
  readonly run: WorkflowRun | null;
  updatedAt: string;
}

export interface Workflow {
  readonly id: number;
  readonly nodeId: string;
  readonly name: string;
  /** In the repository. */
  readonly path: string;
  /** Runs so far. */
  runs: number;
}

export interface WorkflowRun {
  readonly id: number;
  readonly nodeId: string;
  readonly number: number;
  readonly workflow: Workflow;
  readonly event: string;
  readonly actor: Account;
  /** In REST's short form. */
  readonly commit: Json;
  readonly createdAt: string;
  /** GitHub could not start it: it has no jobs. */
  readonly unstartable: boolean;
  attempt: number;
  /** When this attempt began. */
  startedAt: string;
  readonly artifacts: Artifact[];
}

export interface Artifact {
  readonly id: number;
  readonly name: string;
  readonly zip: Uint8Array;
  readonly createdAt: string;
  readonly expired: boolean;
}

export interface CheckRun {
  readonly id: number;
  /** Only its App may change it. */
  readonly suite: CheckSuite;
  /** Attempt of the workflow run; 1 without one. */
  readonly attempt: number;
  name: string;
  /** In REST's words. */
  status: string;
  conclusion: string | null;
  startedAt: string | null;
  completedAt: string | null;
  detailsUrl: string | null;
  externalId: string;
  output: { readonly title: string | null; readonly summary: string | null; readonly text: string | null };
  /** Updates add to them. */
  readonly annotations: Json[];
}

export interface Release {
  readonly id: number;
  readonly tag: string;
  readonly target: string;
  readonly name: string | null;
  readonly body: string | null;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly author: Account;
  readonly createdAt: string;
}
