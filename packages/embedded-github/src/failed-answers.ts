// Answers to what GitHub refuses, and to what a test lets fail.
import type { FaultRule } from './interference.ts';
import { Refusal } from './refusal.ts';
import type { Answer } from './rest/call.ts';

export function refusalAnswer(error: unknown): Answer {
  if (error instanceof Refusal) return { status: error.status, json: error.json(), headers: error.headers };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 500, json: { message: `embedded GitHub: ${message}` } };
}

export function faultAnswer(fault: FaultRule): Answer {
  if (fault.kind !== 'secondary-limit')
    return { status: fault.status ?? 502, json: { message: 'Server Error' } };
  return {
    status: fault.status ?? 403,
    headers: { 'retry-after': String(fault.retryAfter ?? 60) },
    json: {
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
      documentation_url: 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api',
    },
  };
}
