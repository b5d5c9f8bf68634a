// What commands change of a release, and what they are given to know of it.
import type { Skipped } from '../../../domain/observed.ts';
import type { Giver } from '../../../commands/may.ts';
import type { CommandScene, DutyCommand } from '../../duty.ts';
import type { Blocked } from '../candidates/state.ts';
import type { TrackingIssueConfig } from '../config.ts';

/** A person to assign because somebody said so. */
export interface AskedPerson {
  readonly login: string;
  /** Key of the log line about the command: withheld when GitHub does not assign the person. */
  readonly entry: string;
  /** They said so themselves. */
  readonly taken: boolean;
}

/** What commands change, as far as they were gone through. */
export interface Effects {
  /** Items that are done or open because somebody said so. */
  readonly done: ReadonlyMap<string, boolean>;
  /** Of those that are done, the ones that were left out. */
  readonly skipped: ReadonlyMap<string, Skipped>;
  /** Whom to assign, by unit. */
  readonly assign: ReadonlyMap<string, readonly AskedPerson[]>;
  /** Somebody closes what belongs to the tracking issue that people closed. */
  readonly closes?: boolean | undefined;
}

export const NO_EFFECTS: Effects = {
  done: new Map(),
  skipped: new Map(),
  assign: new Map(),
};

/** The release as its commands see it. */
export interface ReleaseState {
  /** Ids of the items that are done, without what commands of this run say. */
  readonly done: ReadonlySet<string>;
  /** Text that answers `status`. */
  readonly status: (done: ReadonlySet<string>) => string;
  /** Text that answers `audit`. */
  readonly audit: (done: ReadonlySet<string>) => string;
  /** Text that answers `mine`. */
  readonly mine: (giver: Giver, done: ReadonlySet<string>) => string;
  /** The last candidate; absent without any. */
  readonly blocked?: Blocked | undefined;
  /** The tracking issue is closed, and asks what else to close. */
  readonly asksToClose?: boolean | undefined;
}

/** With what the commands before this one changed. */
export interface ReleaseAt extends ReleaseState {
  readonly effects: Effects;
}

export type ReleaseScene = CommandScene<TrackingIssueConfig, ReleaseAt>;

export type ReleaseCommand = DutyCommand<TrackingIssueConfig, ReleaseAt, Effects>;
