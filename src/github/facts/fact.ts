// The shape of a fact: its question, how questions join, its part of the one query, and how it is read.
import type * as z from 'zod';
import type { Day, Instant } from '../../domain/day.ts';
import type { Fact, Observation } from '../../domain/observed.ts';
import type { Channels } from '../../domain/outbox.ts';
import type { Question, Questions } from '../../domain/questions.ts';
import type { GitHub } from '../client.ts';
import type { Reach } from '../reach.ts';
import type { PartialAnswer } from '../graphql.ts';

/** What a run brings along to look with. A fact that needs more adds it in its own file. */
export interface Setting {
  /** Accounts whose issues, comments and checks are ours; that of the run's token is the first. */
  readonly accounts: readonly string[];
  /** Issues that have not changed since this day are not read. */
  readonly since: Day;
  /** The one `now` of the run. */
  readonly now: Instant;
  /** By which messages are read; absent: none can be. */
  readonly channels?: Channels | undefined;
  /** Pull requests that are read whatever they are. */
  readonly numbers?: readonly number[] | undefined;
  /** How other repositories are read. Absent: with the client of the run. */
  readonly reach?: Reach | undefined;
  /** Absent: everything is looked at. */
  readonly narrow?: Narrow | undefined;
}

/** A look that reads a few pull requests, and what is cheap; the rest is as the last one found it. */
export interface Narrow {
  /** Of the pull requests. */
  readonly numbers: readonly number[];
  readonly last: Observation;
}

/** A part of the one query: fields under the repository, and the variables that they use. */
export interface Fields {
  readonly parts: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** Types of variables that are no `String!`. */
  readonly types?: Readonly<Record<string, string>>;
  /** Fragments that the parts use. */
  readonly fragments?: readonly string[];
  /** It may be what makes the query too much: it is left out then, and its fact asks for it alone. */
  readonly isLarge?: true;
}

/** What a fact is read from. */
export interface Look<Q extends keyof Questions> {
  readonly github: GitHub;
  readonly question: Question<Q>;
  /** The question that the one query was built from: this one, joined with those of other looks. */
  readonly asked: Question<Q>;
  readonly setting: Setting;
  /** The answer to the one query. */
  readonly answer: PartialAnswer;
  /** What the facts found that it builds on; all others are unknown here. */
  readonly found: Observation;
}

/**
 * A kind of look at the outside, which gives a fact or several. Joining is associative, idempotent and, up to the order of
 * names, commutative; `bare` changes nothing in it.
 */
export interface FactSource<Q extends keyof Questions, F extends Fact> {
  /** The name of its question. */
  readonly question: Q;
  /** The facts that it gives. They are unknown, all of them, when `read` throws. */
  readonly facts: readonly F[];
  /** The permission that reading it takes, which is named where GitHub refuses. Absent: none by itself. */
  readonly permission?: string | undefined;
  /** Facts that it reads in `found`, and may add to: it begins once they are there. */
  readonly after?: readonly Fact[];
  /** The question of a duty that needs the fact and names nothing in particular. */
  readonly bare: Question<Q>;
  /** What a question looks like that comes from another process, where what it was made from may be anybody's. */
  readonly shape: z.ZodType<Question<Q>>;
  /** One question whose answer holds what either alone would have found. */
  join(a: Question<Q>, b: Question<Q>): Question<Q>;
  /**
   * How many names have to be looked up. Where a name costs requests of its own instead of a line in the one query, it
   * counts as many times.
   */
  count(question: Question<Q>): number;
  /** Absent: it has no part in the one query. */
  fields?(question: Question<Q>, setting: Setting): Fields;
  /** A look at a few pull requests keeps what the last one found. */
  readonly isKept?: true;
  /** From the answer to the one query, and by further requests where that is not all. Throws what GitHub said. */
  read(look: Look<Q>): Found<F> | Promise<Found<F>>;
}

/** The facts of a source; it may add to what was found before it. */
export type Found<F extends Fact> = Pick<Observation, F> & Partial<Observation>;

/** A source whose question is checked where it is asked, so that all of them fit into one list. */
// oxlint-disable-next-line typescript/no-explicit-any -- a list of facts with different questions has no closer type
export type AnyFact = FactSource<any, any>;

/** A fact that could be read. */
export function known<T>(value: T): { readonly known: true; readonly value: T } {
  return { known: true, value };
}
