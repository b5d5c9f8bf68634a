// What the comment of a vote keeps for the next run: who said what by command, and the result with names and time.
import * as z from 'zod';
import type { Instant } from '../../domain/day.ts';
import type { RecordComment, RecordRows } from '../../domain/observed.ts';
import { RULES } from './config.ts';
import type { Word } from './count.ts';

const instant = z.number().transform((at) => at as Instant);
const ballot = z.enum(['go', 'no-go']);

const word = z.object({
  login: z.string(),
  ballot,
  at: instant,
  by: z.enum(['comment', 'reaction']),
  because: z.string().optional(),
});

const begun = z.object({ opened: instant });

/** The votes as they were counted, each with the words that make it. */
const counted = z.array(z.object({ name: z.string(), ballot: ballot.optional(), words: z.array(word) }));

const result = z.object({
  /** `moved`: the milestone got another day, so that nobody voted on this one. */
  result: z.enum(['go', 'no-go', 'moved']),
  /** When it was counted. */
  counted: instant,
  rule: z.enum(RULES),
  votes: counted,
  also: z.array(word),
});

export type VoteResult = z.infer<typeof result>;

export interface VoteMemory {
  readonly opened: Instant;
  /** By command, one for each person. */
  readonly said: readonly Word[];
  /** As the last run counted it; absent: it could not, or there is a result. */
  readonly tally?: z.infer<typeof counted> | undefined;
  readonly result?: VoteResult | undefined;
}

/** Rows that somebody else put there are none: what is read is as we wrote it. Undefined: it says nothing of a vote. */
export function readVote({ rows }: Pick<RecordComment, 'rows'>): VoteMemory | undefined {
  const start = begun.safeParse(rows['vote']);
  if (!start.success) return undefined;
  const said = Object.entries(rows).flatMap(([name, row]): Word[] => {
    const read = name.startsWith(SAID) ? word.safeParse(row) : undefined;
    return read?.success === true ? [read.data] : [];
  });
  const tally = counted.safeParse(rows['tally']);
  if (rows['result'] === undefined) return { ...start.data, said, tally: tally.data };
  const end = result.safeParse(rows['result']);
  // A result that can't be read is still one: it is not counted again.
  return end.success ? { ...start.data, said, result: end.data } : undefined;
}

const SAID = 'said/';

export function rowsOfVote({ opened, said, tally, result: end }: VoteMemory): RecordRows {
  return {
    vote: { opened },
    ...Object.fromEntries(said.map((one) => [`${SAID}${one.login.toLowerCase()}`, one])),
    ...(tally === undefined || end !== undefined ? {} : { tally }),
    ...(end === undefined ? {} : { result: end }),
  };
}

const NAME = 'go-no-go';

/** The record of the vote on a milestone; another day of it is another vote. */
export function voteName({ id, day }: { readonly id: string; readonly day: string }): string {
  return `${NAME}-${id}-${day}`;
}

/** The day that the record of a vote on this milestone is about; undefined when it is no such record. */
export function dayOfVote(name: string, id: string): string | undefined {
  const [, day] = /-(\d{4}-\d\d-\d\d)$/.exec(name) ?? [];
  return day !== undefined && name === voteName({ id, day }) ? day : undefined;
}
