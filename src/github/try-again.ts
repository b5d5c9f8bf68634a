// Octokit plugin: sends a request again after a failure that may pass, by the rules of @octokit/plugin-retry without its queue.
import { setTimeout as sleep } from 'node:timers/promises';

export interface TryAgainOptions {
  /** How long a second lasts, in milliseconds. */
  readonly second: number;
}

interface Options {
  readonly request: { retries?: number; retryCount?: number };
}

interface Answer {
  readonly data?: unknown;
}

// oxlint-disable-next-line typescript/no-explicit-any -- Octokit types its hook by its own, far wider options
type Wrapper = (request: (options: any) => any, options: any) => Promise<any>;

interface Hooked {
  readonly hook: { wrap(name: 'request', callback: Wrapper): void };
}

/** Further tries where the request names no other number (`retries`). */
const TRIES = 3;

/** What GitHub would answer the same way again. */
const FINAL: readonly number[] = [400, 401, 403, 404, 410, 422, 451];

/** GitHub's words, with a status of 200, where a query broke on its side. */
const BROKEN_QUERY = /Something went wrong while executing your query/;

/** The waits before further tries are 1, 4 and 9 seconds. */
export function tryAgain(octokit: Hooked, options: object): void {
  const { second } = (options as { readonly tryAgain: TryAgainOptions }).tryAgain;
  octokit.hook.wrap('request', async (request, asked: Options) => {
    for (let tries = 0; ; tries++) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- one try after the other
        return whole((await request(asked)) as Answer, asked);
      } catch (error) {
        if (!mayPass(error) || tries >= (asked.request.retries ?? TRIES)) throw error;
        asked.request.retryCount = tries + 1;
        // oxlint-disable-next-line no-await-in-loop -- see above
        await sleep((tries + 1) ** 2 * second);
      }
    }
  });
}

/** The answer, unless a query broke at GitHub. */
function whole(answer: Answer, request: Options): Answer {
  const { errors } = (answer.data ?? {}) as { errors?: readonly { message?: unknown }[] };
  const message = errors?.[0]?.message;
  if (typeof message !== 'string' || !BROKEN_QUERY.test(message)) return answer;
  throw Object.assign(new Error(message), {
    name: 'HttpError',
    status: 500,
    request,
    response: answer,
  });
}

/** One that was given up by us has no request. */
function mayPass(error: unknown): boolean {
  const { request, status } = error as { readonly request?: unknown; readonly status?: number };
  return request !== undefined && status !== undefined && status >= 400 && !FINAL.includes(status);
}
