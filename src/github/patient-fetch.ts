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

function lateBy(timer: Timer): AbortSignal {
  const stop = new AbortController();
  timer(PATIENCE, () => stop.abort(tooLate()));
  return stop.signal;
}

/**
 * It goes by the name by which Octokit knows that nothing is to be tried again. Made when it is due, since an error
 * keeps hold of whoever was calling, and of the answer with it: made with the timer, for a minute.
 */
function tooLate(): Error {
  const reason = new Error(`GitHub did not answer within ${PATIENCE / 1000} seconds`);
  reason.name = 'AbortError';
  return reason;
}
