// The App's log: lines of JSON with our own words, never what came with a webhook.
import { type Logger, pino } from 'pino';
import { plainLine } from '../text/plain-line.ts';
import { shorten } from '../text/shorten.ts';

/** Fields that a line may have beside its words; all others are left out, payloads and headers among them. */
const FIELDS: readonly string[] = ['repository', 'installation', 'err', 'id', 'name'];

/** Longest text of an error, and longest trace, in characters. */
const LONGEST = 1000;
const LONGEST_TRACE = 4000;

/** Where lines go; standard output in an App. */
export interface LogPlace {
  write(line: string): void;
}

export function startLog(level: string, place?: LogPlace): Logger {
  const options = {
    level,
    name: 'relcomms',
    formatters: { log: allowed },
    serializers: { err: errorFields },
  };
  return place === undefined ? pino(options) : pino(options, place);
}

function allowed(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => FIELDS.includes(name)));
}

/** Errors of GitHub's clients carry the request with its headers, those of webhooks the whole event. */
function errorFields(error: unknown): object {
  if (!(error instanceof Error)) return { message: 'no error' };
  const { name, message, stack = '' } = error;
  const status = 'status' in error && typeof error.status === 'number' ? { status: error.status } : {};
  return {
    type: name,
    message: shorten(plainLine(message), LONGEST),
    ...status,
    stack: shorten(stack, LONGEST_TRACE),
  };
}
