// Remembers the mails of configs by their text, and why others could not be counted.
import { createHash } from 'node:crypto';
import type { MailForecast, PersonMails } from '../config-check/mails.ts';
import type { Known } from '../domain/known.ts';

/** Configs whose mails are remembered, and failures that nobody has asked for yet. */
const KEPT = 50;

/** Plays the text of a config through. Answers with a reason when that fails, and soon when it is stopped. */
export type CountMails = (text: string, stop: AbortSignal) => Promise<Known<readonly PersonMails[]>>;

export interface Counted {
  /** What is known of the two. A failure is told once: whoever asks after that has it tried again. */
  take(before: string | undefined, after: string): Known<MailForecast> | undefined;
  /** Counts what has not been counted, one after the other. Never rejects. */
  count(before: string | undefined, after: string, stop: AbortSignal): Promise<void>;
}

export function countedMails(countMails: CountMails, onFailure: (why: string) => void): Counted {
  const counted = new Map<string, readonly PersonMails[]>();
  const failed = new Map<string, string>();

  /** Why it could not be counted; undefined when it is. */
  const countOne = async (text: string, stop: AbortSignal): Promise<string | undefined> => {
    const known = counted.get(keyOf(text));
    const result = known === undefined ? await safely(countMails, text, stop) : sure(known);
    if (result.known) keep(counted, keyOf(text), result.value);
    else if (!stop.aborted) onFailure(result.why);
    return result.known ? undefined : result.why;
  };

  return {
    take: (before, after) => {
      const why = failed.get(keyOf(before, after));
      failed.delete(keyOf(before, after));
      if (why !== undefined) return { known: false, why };
      const old = before === undefined ? undefined : counted.get(keyOf(before));
      const proposed = counted.get(keyOf(after));
      if (proposed === undefined || (before !== undefined && old === undefined)) return undefined;
      return sure({ before: old, after: proposed });
    },
    count: async (before, after, stop) => {
      const first = before === undefined ? undefined : await countOne(before, stop);
      const why = first ?? (await countOne(after, stop));
      if (why !== undefined) keep(failed, keyOf(before, after), why);
    },
  };
}

async function safely(countMails: CountMails, text: string, stop: AbortSignal): ReturnType<CountMails> {
  try {
    return await countMails(text, stop);
  } catch (error) {
    return { known: false, why: error instanceof Error ? error.message : String(error) };
  }
}

function sure<T>(value: T): Known<T> {
  return { known: true, value };
}

/** The oldest goes when there are too many. */
function keep<V>(map: Map<string, V>, key: string, value: V): void {
  map.delete(key);
  map.set(key, value);
  const [oldest] = map.keys();
  if (map.size > KEPT && oldest !== undefined) map.delete(oldest);
}

function keyOf(...texts: readonly (string | undefined)[]): string {
  return createHash('sha256').update(JSON.stringify(texts)).digest('base64');
}
