// What a failed request means: surely refused, or perhaps done all the same.
import { clockTime, isHeld } from './held.ts';

/** A message for people: GitHub's own words and the status. */
export function failureWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const limit = limitWords(error);
  if (limit !== undefined) return limit;
  const status = statusOf(error);
  const words = error.message.split('\n')[0]?.replace(/ - https?:\/\/\S+$/, '') ?? '';
  // Without an answer the status is Octokit's own.
  if (error.name === 'AbortError') return words;
  return status === undefined || words.includes(String(status)) ? words : `${words} (${status})`;
}

/** After a 5xx or a broken connection nobody knows whether the write took: look before trying again. */
export function isAmbiguous(error: unknown): boolean {
  if (isHeld(error)) return false;
  const status = statusOf(error);
  return status === undefined || status >= 500;
}

/** GitHub says no and will go on saying no: no permission, no such thing, or not like this. A limit passes. */
export function isRefusal(error: unknown): boolean {
  const status = statusOf(error);
  return status !== undefined && [403, 404, 410, 422].includes(status) && !isLimit(error);
}

/** GitHub asks for patience, which it also does with a 403, and by GraphQL without any status. */
export function isLimit(error: unknown): boolean {
  if (!(error instanceof Error) || ![403, 429, undefined].includes(statusOf(error))) return false;
  const headers = (error as { response?: { headers?: Record<string, unknown> } }).response?.headers ?? {};
  return (
    headers['retry-after'] !== undefined ||
    String(headers['x-ratelimit-remaining']) === '0' ||
    /\b(?:rate limit|abuse)/i.test(error.message)
  );
}

/** Until when the primary limit is used up; undefined for any other failure. */
function limitWords(error: Error): string | undefined {
  const headers = (error as { response?: { headers?: Record<string, unknown> } }).response?.headers ?? {};
  const reset = Number(headers['x-ratelimit-reset']);
  if (String(headers['x-ratelimit-remaining']) !== '0' || !(reset > 0)) return undefined;
  if (!isLimit(error) || !/rate limit/i.test(error.message)) return undefined;
  return `GitHub's limit of requests is used up until ${clockTime(reset * 1000)}`;
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
