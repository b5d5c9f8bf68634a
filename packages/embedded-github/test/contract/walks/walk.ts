// What a walk through the operations of one kind knows.
import type { EmbeddedGitHub } from '../../../src/index.ts';
import type { ContractClient } from '../../support/contract-client.ts';

export interface Walk {
  readonly github: EmbeddedGitHub;
  readonly client: ContractClient;
  /** An installation token of the App. */
  readonly app: string;
}

export const REPO = '/repos/acme/demo';
