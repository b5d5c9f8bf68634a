// What a simulation found, as plain data: `relcomms simulate --json` prints it, the text is made from it.
import type { Day } from '../../src/domain/day.ts';
import type { Operation } from '../../src/domain/operation.ts';
import type { Week } from '../../src/domain/release.ts';
import type { MailReason } from '../mail/mail.ts';
import type { Noise } from '../mail/noise.ts';

/** `scripted`: people do their tasks, see `planDeeds`. `idle`: nobody does anything. */
export type TeamKind = 'scripted' | 'idle';

/** What an event is about; all absent when it is about the repository as a whole. */
export interface Subject {
  /** Of the issue or pull request. */
  readonly number?: number | undefined;
  readonly title?: string | undefined;
  /** Version of the release that it belongs to. */
  readonly release?: string | undefined;
  /** Numbers of the requirements that the task carries, as the config names them. */
  readonly source?: readonly string[] | undefined;
}

/** One mail of GitHub's with everybody who gets it. */
export interface SimulatedMessage extends Subject {
  readonly kind: 'message';
  readonly day: Day;
  readonly reason: MailReason;
  /** `relcomms`, or the login of whoever wrote it. */
  readonly from: string;
  /** Logins. */
  readonly recipients: readonly string[];
  /** Roles of the recipients. */
  readonly audience: readonly string[];
  /** Somebody asked for it by a command. */
  readonly isAnswer?: true | undefined;
  /** The operation that caused it; absent when a person did. */
  readonly operation?: Operation['kind'] | undefined;
  readonly why: string;
}

/** One operation of relcomms. */
export interface SimulatedChange extends Subject {
  readonly kind: 'change';
  readonly day: Day;
  readonly operation: Operation['kind'];
  readonly what: string;
  readonly why: string;
  /** Words that were changed without a sound. */
  readonly silent?: true | undefined;
  /** Why it did not come out; absent when it did. */
  readonly failure?: string | undefined;
}

/** Something that a person did. */
export interface SimulatedDeed extends Subject {
  readonly kind: 'deed';
  readonly day: Day;
  readonly by: string;
  readonly what: string;
}

export type SimulatedEvent = SimulatedMessage | SimulatedChange | SimulatedDeed;

export interface MilestoneEnd {
  readonly id: string;
  readonly title: string;
  readonly day: Day;
  /** Its first day, when it moved. */
  readonly movedFrom?: Day | undefined;
}

export interface TaskEnd {
  readonly id: string;
  readonly title: string;
  readonly due: Day;
}

/** A release on the evening of the last day. */
export interface ReleaseEnd {
  readonly version: string;
  readonly title: string;
  /** Number of the tracking issue; absent when none was opened. */
  readonly trackingIssue?: number | undefined;
  readonly state: 'not opened' | 'open' | 'closed';
  readonly tasks: number;
  readonly done: number;
  /** Tasks that are not done and not late. */
  readonly open: readonly TaskEnd[];
  /** Tasks that are not done and whose day has passed; optional ones are never late. */
  readonly late: readonly TaskEnd[];
  readonly milestones: readonly MilestoneEnd[];
}

/** A calendar week, and which week of its cycle each release has in it, as the config had it then. */
export interface SimulatedWeek {
  readonly monday: Day;
  readonly releases: readonly (Pick<Week, 'number' | 'countdown' | 'phase'> & {
    readonly version: string;
    /** How many weeks the cycle has. */
    readonly of: number;
  })[];
}

export interface Simulation {
  readonly from: Day;
  /** The last day, run included. */
  readonly to: Day;
  readonly timezone: string;
  readonly team: TeamKind;
  readonly weeks: readonly SimulatedWeek[];
  /** In the order in which they happened. */
  readonly events: readonly SimulatedEvent[];
  /** Mails that relcomms caused, per person and week. */
  readonly counts: Noise;
  /** In the order of the config. */
  readonly releases: readonly ReleaseEnd[];
}
