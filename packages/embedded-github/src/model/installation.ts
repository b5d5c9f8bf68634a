// An installation of the App on the repositories of one owner, and how GitHub treats it at the moment.
import type { Account } from './account.ts';

/**
 * `suspended`: nothing is answered and no token handed out. `ip-allow-list`: the owner lets in known addresses only, and
 * ours is none of them.
 */
export type InstallationState = 'active' | 'suspended' | 'ip-allow-list';

export interface Installation {
  readonly id: number;
  readonly owner: Account;
  state: InstallationState;
  /** Whether the owner chose single repositories. */
  readonly selection: 'all' | 'selected';
  /** What its tokens may do from now on, whatever they were handed out for. */
  permissions: Readonly<Record<string, string>>;
  suspendedAt: string | null;
}

export interface InstallationChange {
  readonly state?: InstallationState;
  readonly permissions?: Readonly<Record<string, string>>;
  /** Its tokens so far are worth nothing any more; new ones are. */
  readonly revoke?: true;
}
