// What a command is, as a duty declares it, and what became of one that was given.
import type { CommandComment } from '../domain/command-comment.ts';
import type { Desired } from '../domain/desired.ts';
import type { CaseOwner, Giver } from './may.ts';
import type { Right } from './rights.ts';

/** A comment with commands, on an issue of ours or elsewhere. */
export type Written = Omit<CommandComment, 'issue' | 'number'> &
  Partial<Pick<CommandComment, 'issue' | 'number'>>;

/** One command as somebody gave it. */
export interface Given {
  /** All of it, from `/release` on. */
  readonly line: string;
  /** Behind the name, and before the reason. */
  readonly words: readonly string[];
  readonly because: string | undefined;
  readonly giver: Giver;
  readonly comment: Written;
}

/** What a right is measured against: the role of a task, or who answers for what the command is about. */
export interface Measure {
  readonly role?: string | undefined;
  readonly owner?: CaseOwner | undefined;
}

/** What became of one line. `A` is the place as it is afterwards, `E` what the command means for its duty. */
export interface Answer<A = unknown, E = unknown> {
  readonly good: boolean;
  /** For the log. */
  readonly words: string;
  /** Markdown, told in a comment. */
  readonly reply?: string | undefined;
  /** The giver has no right to it. */
  readonly refused?: boolean | undefined;
  /** Markdown, told when GitHub refuses what was asked of it. */
  readonly risk?: string | undefined;
  readonly desired?: Desired | undefined;
  /** Only of commands of the duty that keeps the place; absent: it stays as it was. */
  readonly after?: A | undefined;
  readonly effect?: E | undefined;
}

/** `S` is what it is given of the run and of its place. */
export interface Command<S, A = never, E = unknown> {
  readonly name: string;
  /** As people write it, behind the name. */
  readonly usage: string;
  /** Name of the place where it may be written. */
  readonly place: string;
  readonly right: Right;
  /** What it does, in words that follow it in a list. */
  readonly help: string;
  /** It is what `/release` alone means. */
  readonly bare?: boolean | undefined;
  /** Markdown: why nothing comes of it while the config has no section for its duty. */
  readonly off?: string | undefined;
  /** One as somebody may write it, for the page. */
  readonly example?: string | undefined;
  /** Sentences for the page about its words in capitals. */
  readonly note?: string | undefined;
  /** More for the page, below a heading. */
  readonly page?: { readonly heading: string; readonly text: string } | undefined;
  /** Where the right depends on what it is about; a problem is Markdown, told to who has some right. */
  readonly measure?: ((given: Given, scene: S) => Measure | { readonly problem: string }) | undefined;
  /** Its giver wants no pings of the release any more, or wants them again: that holds for all duties of the run. */
  readonly mutes?: boolean | undefined;
  /** Pure. The giver has the right to it. */
  readonly carryOut: (given: Given, scene: S) => Answer<A, E>;
}

/** Not carried out, and told why, since the person has the right to know. */
export function told(problem: string): Answer<never, never> {
  return { good: false, words: 'not carried out', reply: problem };
}

/** How a command is written. */
export function usageOf({ name, usage }: Pick<Command<unknown>, 'name' | 'usage'>): string {
  return `/release ${name}${usage === '' ? '' : ` ${usage}`}`;
}
