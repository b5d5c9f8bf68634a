// A request that failed is sent again where that may help: how often, after which waits, and what is final.
import { Octokit } from '@octokit/rest';
import { octokitOptions } from '../../src/github/octokit-options.ts';
import { tryAgain } from '../../src/github/try-again.ts';
import { throttling } from '@octokit/plugin-throttling';

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const BROKEN = { errors: [{ message: 'Something went wrong while executing your query. Ask again.' }] };

/** Answers by hand: a status with a body, or nothing at all where the connection breaks. */
function clientThat(...answers: readonly (readonly [status: number, body?: unknown] | 'broken')[]) {
  let sent = 0;
  const fetch = async (): Promise<Response> => {
    const answer = answers[Math.min(sent, answers.length - 1)];
    sent += 1;
    if (answer === undefined || answer === 'broken') throw new TypeError('fetch failed');
    const [status, body = {}] = answer;
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  };
  const Client = Octokit.plugin(throttling, tryAgain);
  const octokit = new Client({ log: SILENT, ...octokitOptions({ second: 1 }, fetch) });
  return { octokit, sent: () => sent };
}

test.each([
  ['500 for a while', [[500], [502], [200]] as const, 3],
  ['a connection that breaks once', ['broken', [200]] as const, 2],
  ['a query that broke at GitHub', [[200, BROKEN], [200]] as const, 2],
])('%s: the answer of the next try counts', async (_, answers, times) => {
  const { octokit, sent } = clientThat(...answers);
  expect((await octokit.request('POST /graphql')).status).toBe(200);
  expect(sent()).toBe(times);
});

test('a request that succeeds waits for no timer', async () => {
  const { octokit } = clientThat([200]);
  const begun = setTimeout;
  let timers = 0;
  const counting = (...given: Parameters<typeof setTimeout>): ReturnType<typeof setTimeout> => {
    timers += 1;
    return begun(...given);
  };
  globalThis.setTimeout = Object.assign(counting, begun);
  try {
    await octokit.request('GET /app');
  } finally {
    globalThis.setTimeout = begun;
  }
  // The minute that GitHub has for its answer.
  expect(timers).toBeLessThanOrEqual(1);
});

test('after three further tries the failure is thrown', async () => {
  const { octokit, sent } = clientThat([503]);
  await expect(octokit.request('GET /app')).rejects.toMatchObject({ status: 503 });
  expect(sent()).toBe(4);
});

test('a query that stays broken ends in an error of the server, with its words', async () => {
  const { octokit, sent } = clientThat([200, BROKEN]);
  await expect(octokit.request('POST /graphql')).rejects.toMatchObject({
    status: 500,
    message: BROKEN.errors[0]?.message,
  });
  expect(sent()).toBe(4);
});

test.each([400, 401, 403, 404, 410, 422, 451])('%i is final', async (status) => {
  const { octokit, sent } = clientThat([status]);
  await expect(octokit.request('GET /app')).rejects.toMatchObject({ status });
  expect(sent()).toBe(1);
});

test('a request that names no further tries is sent once', async () => {
  const { octokit, sent } = clientThat([500]);
  await expect(octokit.request('POST /app', { request: { retries: 0 } })).rejects.toMatchObject({
    status: 500,
  });
  expect(sent()).toBe(1);
});
