// Calls one method of one workspace, waits as long as Slack asks for and there is time, and turns errors into words.
import { ErrorCode, type Logger, LogLevel, WebClient } from '@slack/web-api';
import { tokenVariable } from '../../domain/channel-variables.ts';
import type { SendFailure } from '../../domain/notice.ts';
import type { Answer as HttpAnswer, Request } from '../../http/fetch.ts';
import { httpFetch } from '../../http/http-fetch.ts';
import { limited, slackFailure } from './failure.ts';
import type { SlackMethod } from './methods.ts';
import { type Environment, slackAddress, slackToken } from './tokens.ts';

const TIMEOUT = 10_000;
/** All waits for Slack's limits in one run, in milliseconds. */
const PATIENCE = 60_000;

/** Slack's client would log whole requests. What fails is said once, in our words. */
const SILENT: Logger = {
  debug: () => {},
  info: () => {},
  warn: () => {},
  error: () => {},
  setLevel: () => {},
  getLevel: () => LogLevel.ERROR,
  setName: () => {},
};

export type Answer = Readonly<Record<string, unknown>>;

/** A workspace that can be written to. */
export interface SlackWorkspace {
  call(
    method: SlackMethod,
    /** Absent for methods that are about no channel. */
    channel: string | undefined,
    more: Answer,
  ): Promise<{ readonly answer: Answer } | SendFailure>;
}

export interface SlackOptions {
  readonly env: Environment;
  /** Name of another workspace than the first. */
  readonly workspace?: string | undefined;
  /** Waits for milliseconds; default: really. */
  readonly wait?: ((milliseconds: number) => Promise<void>) | undefined;
}

/** Opens no connection. The budget of waits is that of the workspace returned. */
export function slackWorkspace({ env, workspace, wait = sleep }: SlackOptions): SlackWorkspace | SendFailure {
  const token = slackToken(env, workspace);
  if (typeof token !== 'string') return token;
  const slackApiUrl = slackAddress(env);
  if (typeof slackApiUrl !== 'string') return slackApiUrl;
  const client = new WebClient(token, {
    slackApiUrl,
    logger: SILENT,
    timeout: TIMEOUT,
    // A second try after an unknown outcome could be a second message: whoever calls this decides.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    fetch: fetchWithCause as unknown as typeof fetch,
  });
  const variable = tokenVariable(workspace);
  let patience = PATIENCE;
  return {
    async call(method, channel, more) {
      for (;;) {
        try {
          // oxlint-disable-next-line no-await-in-loop -- one try after the other
          return {
            answer: {
              ...(await client.apiCall(method, channel === undefined ? more : { channel, ...more })),
            },
          };
        } catch (error) {
          const seconds = secondsToWait(error);
          if (seconds === undefined) return slackFailure(error, { method, channel: channel ?? '', variable });
          patience -= seconds * 1_000;
          if (patience < 0) return limited(seconds);
          // oxlint-disable-next-line no-await-in-loop -- Slack asked for it
          await wait(seconds * 1_000);
        }
      }
    },
  };
}

/** Slack's client keeps no cause of errors that are not its own kind of `Error`. */
async function fetchWithCause(url: string, request?: Request): Promise<HttpAnswer> {
  try {
    return await httpFetch(url, request);
  } catch (cause) {
    throw new Error('no answer', { cause });
  }
}

/** A limit means that nothing was done; Slack tells one by status 429, seldom by an error of its own. */
function secondsToWait(error: unknown): number | undefined {
  const { code, retryAfter, data } = error as {
    code?: unknown;
    retryAfter?: unknown;
    data?: { error?: unknown; response_metadata?: { retryAfter?: unknown } };
  };
  if (code === ErrorCode.RateLimitedError) return atLeastOne(retryAfter);
  const limit = data?.error === 'ratelimited' || data?.error === 'rate_limited';
  return code === ErrorCode.PlatformError && limit
    ? atLeastOne(data?.response_metadata?.retryAfter)
    : undefined;
}

function atLeastOne(seconds: unknown): number {
  return Math.max(1, Number(seconds) || 30);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
