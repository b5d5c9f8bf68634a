// What a failed request means: surely refused, or perhaps done all the same.
import { clockTime, isHeld } from './held.ts';

/** A message for people: GitHub's own words, the status, and the permission that is missing. */
export function failureWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const limit = limitWords(error);
  if (limit !== undefined) return limit;
  const status = statusOf(error);
  const words = ownWords(error);
  // Without an answer the status is Octokit's own.
  const told = status === undefined || words.includes(String(status)) || error.name === 'AbortError';
  return `${told ? words : `${words} (${status})`}${neededWords(error)}`;
}

/** Reasons of one GraphQL answer that are passed on, and the length of each. */
const MOST_REASONS = 3;
const LONGEST_REASON = 200;

function ownWords(error: Error): string {
  const reasons = (error as { errors?: readonly { readonly message?: unknown }[] }).errors;
  if (error.name === 'GraphqlResponseError' && Array.isArray(reasons)) return reasonWords(reasons);
  return error.message.split('\n')[0]?.replace(/ - https?:\/\/\S+$/, '') ?? '';
}

/** GraphQL refuses each part of a query by itself, and often all of them for one reason. */
function reasonWords(reasons: readonly { readonly message?: unknown }[]): string {
  const words = new Set(reasons.map(({ message }) => String(message).split('\n')[0] ?? ''));
  const shown = [...words].slice(0, MOST_REASONS).map((reason) => shortened(reason));
  return [...shown, ...(words.size > MOST_REASONS ? [`and ${words.size - MOST_REASONS} more`] : [])].join(
    '; ',
  );
}

function shortened(text: string): string {
  return text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON - 1)}…` : text;
}

/**
 * The permissions that a refused token would need; empty where GitHub names none.
 * https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible
 */
function neededWords(error: Error): string {
  if (statusOf(error) !== 403) return '';
  const { response } = error as { response?: { headers?: Record<string, unknown> } };
  const accepted = response?.headers?.['x-accepted-github-permissions'];
  // Sets of which one is enough stand between semicolons.
  const needed = typeof accepted === 'string' ? (accepted.split(';')[0] ?? '') : '';
  if (!/^[a-z_]+=[a-z]+(?:, ?[a-z_]+=[a-z]+)*$/.test(needed)) return '';
  return `; it needs ${needed.replaceAll('=', ': ').replaceAll(/, ?/g, ' and ')}`;
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
  if (statusOf(error) === 429) return true;
  if (error instanceof Error && /\bsubmitted too quickly\b/.test(error.message)) return true;
  if (!(error instanceof Error) || ![403, undefined].includes(statusOf(error))) return false;
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
  const needed = error instanceof Error ? neededWords(error) : '';
  const words = failureWords(error)
    .replace(needed, '')
    .replace(/ \(\d+\)$/, '');
  return `${words}, ${statusOf(error)}${needed}`;
}

export function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
}
