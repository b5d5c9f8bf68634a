// Gives GitHub a minute for an answer: what hangs must not hold a run.
import type { Fetch } from '../http/fetch.ts';
import { httpFetch } from '../http/http-fetch.ts';
import { type Timer, wallTimer } from './timer.ts';

const PATIENCE = 60_000;

/** The same fetch, with a minute for the answer and its body; absent is the one of Node's http client. */
export function patientFetch(timer: Timer = wallTimer, fetch: Fetch = httpFetch): Fetch {
  return (url, request) => {
    const late = lateBy(timer);
    const given = request?.signal;
    return fetch(url, { ...request, signal: given === undefined ? late : AbortSignal.any([given, late]) });
  };
}

/** Its reason goes by the name by which Octokit knows that nothing is to be tried again. */
function lateBy(timer: Timer): AbortSignal {
  const stop = new AbortController();
  const reason = new Error(`GitHub did not answer within ${PATIENCE / 1000} seconds`);
  reason.name = 'AbortError';
  timer(PATIENCE, () => stop.abort(reason));
  return stop.signal;
}
