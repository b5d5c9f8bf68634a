// What the last look of a caller found, for runs about a few pull requests that keep the rest of it.
import type { Instant } from '../domain/day.ts';
import type { Observation } from '../domain/observed.ts';
import type { Applied } from '../domain/outcome.ts';
import type { Questions } from '../domain/questions.ts';
import type { Narrow } from '../github/facts/fact.ts';
import type { NarrowRun } from '../plan/narrow.ts';

/** Milliseconds. What is kept longer may be other by now, and nobody told. */
const HOLDS = 15 * 60_000;

/** Pull requests that one request reads; of more than that a list comes cheaper. */
const MOST = 50;

/** Lasts from run to run of one repository, in one process. */
export interface LastLook {
  /** Text of the config. */
  readonly text: string;
  readonly questions: Questions;
  readonly observation: Observation;
  /** When everything was last looked at. */
  readonly at: Instant;
  /** Issues and pull requests that we have written on since. */
  readonly written: readonly number[];
}

/** What a caller has heard of since the last run. */
export interface About {
  /** Numbers of pull requests that may have changed. */
  readonly about: readonly number[];
  /** Whether a person waits for an answer. */
  readonly isAsked: boolean;
  readonly last: LastLook;
}

/** What is read anew, and what is kept; undefined where everything has to be looked at. */
export function narrowed(
  { about, isAsked, last }: About,
  { text, questions, now }: Pick<LastLook, 'text' | 'questions'> & { readonly now: Instant },
): (Narrow & NarrowRun) | undefined {
  const { observation, written, at } = last;
  if (now < at || now - at >= HOLDS || text !== last.text) return undefined;
  // Which release runs changes with the day, and so does what is asked.
  if (JSON.stringify(questions) !== JSON.stringify(last.questions)) return undefined;
  if (!observation.pulls.known || !observation.openPulls.known) return undefined;
  // What was written on issues comes with the one query.
  const { value: pulls } = observation.pulls;
  const changed = written.filter((number) => pulls.some((pull) => pull.number === number));
  const numbers = [...new Set([...about, ...changed])].toSorted((a, b) => a - b);
  return numbers.length > MOST ? undefined : { numbers, isAsked, last: observation };
}

/** What the next run may keep of this one. */
export function lookOf(
  run: {
    readonly text: string;
    readonly questions: Questions;
    readonly observation: Observation;
    readonly applied: readonly Applied[];
    /** The look of which this one kept a part. */
    readonly kept?: LastLook | undefined;
  },
  now: Instant,
): LastLook {
  const { text, questions, observation, applied, kept } = run;
  const written = applied.flatMap(({ operation }) => ('number' in operation ? [operation.number] : []));
  return { text, questions, observation, at: kept?.at ?? now, written: [...new Set(written)] };
}
