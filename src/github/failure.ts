// What a failed request means: surely refused, or perhaps done all the same.
import { isHeld } from './held.ts';

/** A message for people: GitHub's own words and the status. */
export function failureWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const status = statusOf(error);
  const words = error.message.split('\n')[0]?.replace(/ - https?:\/\/\S+$/, '') ?? '';
  return status === undefined || words.includes(String(status)) ? words : `${words} (${status})`;
}

/** After a 5xx or a broken connection nobody knows whether the write took: look before trying again. */
export function isAmbiguous(error: unknown): boolean {
  if (isHeld(error)) return false;
  const status = statusOf(error);
  return status === undefined || status >= 500;
}

/** GitHub said no for good: not for its number of requests, and not because something broke. */
export function isRefusal(error: unknown): boolean {
  const status = statusOf(error);
  if (status === undefined || status >= 500 || status === 429) return false;
  return !/\b(?:rate limit|abuse)/i.test((error as Error).message);
}

/** GitHub's own words and the status, for a pair of brackets. */
export function wordsOfRefusal(error: unknown): string {
  const words = failureWords(error).replace(/ \(\d+\)$/, '');
  return `${words}, ${statusOf(error)}`;
}

export function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
}
