// What one command is, and what became of it.
import type { Giver } from '../../../commands/may.ts';
import type { Right } from '../../../commands/table.ts';
import type { Desired } from '../../../domain/desired.ts';
import type { OwnIssue, Skipped } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import type { DutyContext } from '../../duty.ts';
import type { TrackingIssueConfig } from '../config.ts';
import { renderRefusal } from './render-command.ts';
import type { CommandComment } from '../../../domain/command-comment.ts';

export interface CommandInput {
  readonly release: Release;
  readonly context: DutyContext<TrackingIssueConfig>;
  readonly issues: readonly OwnIssue[];
  readonly comments: readonly CommandComment[];
  /** Ids of the items that are done. */
  readonly done: ReadonlySet<string>;
  /** Whether anybody would hear of an announcement. */
  readonly announces: boolean;
  /** Whether teams are asked what they have seen. */
  readonly asksTeams: boolean;
  /** Text that answers `status`. */
  readonly status: (done: ReadonlySet<string>) => string;
  /** Text that answers `audit`. */
  readonly audit: (done: ReadonlySet<string>) => string;
}

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
  readonly done: Map<string, boolean>;
  /** Of those that are done, the ones that were left out. */
  readonly skipped: Map<string, Skipped>;
  /** Whom to assign, by unit. */
  readonly assign: Map<string, AskedPerson[]>;
}

/** What became of one line. */
export interface Answer {
  readonly good: boolean;
  /** For the log. */
  readonly words: string;
  /** Markdown, told in a comment. */
  readonly reply?: string;
  /** The giver has no right to it. */
  readonly refused?: boolean;
  /** Markdown, told when GitHub refuses what was asked of it. */
  readonly risk?: string;
  readonly desired?: Desired;
}

/** Not carried out, and told why, since the person has the right to know. */
export function told(problem: string): Answer {
  return { good: false, words: 'not carried out', reply: problem };
}

/** One command on its way. */
export interface Command {
  readonly words: readonly string[];
  readonly because: string | undefined;
  readonly giver: Giver;
  readonly comment: CommandComment;
  readonly input: CommandInput;
  readonly effects: Effects;
}

/** Not carried out, since the giver may not. */
export function refused(right: Right, giver: Giver): Answer {
  const unknown = giver.permission === 'unknown' || giver.teams.unknown.length > 0;
  return {
    good: false,
    refused: true,
    words: unknown ? 'refused, the right could not be checked' : 'refused, no right to it',
    reply: renderRefusal(right, giver),
  };
}
