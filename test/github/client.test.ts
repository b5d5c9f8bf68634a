// The client with a pacer: what waits, what does not, and what the journal learns from GitHub's answers.
import { Octokit } from '@octokit/rest';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { gitHub } from '../../src/github/client.ts';
import { isHeld } from '../../src/github/held.ts';
import { octokitOptions } from '../../src/github/octokit-options.ts';
import { SECOND } from '../../src/github/pace.ts';
import { startPacer } from '../../src/github/pacer.ts';
import type { Fetch } from '../../src/http/fetch.ts';
import { virtualClock } from '../support/virtual-clock.ts';

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A client as the Action has it on github.com, answered by hand, and when each request left. */
function clientThat(answer: (count: number) => Response) {
  const clock = virtualClock(0);
  const sent: { readonly at: number; readonly url: string }[] = [];
  const fetch: Fetch = async (input) => {
    sent.push({ at: clock.now(), url: input });
    return answer(sent.length);
  };
  const octokit = new (Octokit.plugin(retry, throttling))({
    ...octokitOptions({ second: 1 }, fetch),
    log: SILENT,
  });
  const github = gitHub(octokit, { owner: 'acme', repo: 'demo' }, startPacer(clock));
  const label = (name: string) =>
    github.request('POST /repos/{owner}/{repo}/labels', { owner: 'acme', repo: 'demo', name });
  return { clock, sent, github, label };
}

function json(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  });
}

test('writes keep a second apart, reads by GraphQL do not wait, for us or for the plugin', async () => {
  const started = performance.now();
  const { sent, github, label } = clientThat(() => json(200, { data: { viewer: { login: 'relcomms' } } }));
  await label('a');
  for (let read = 0; read < 5; read++) await github.graphql('query A { viewer { login } }');
  await label('b');
  expect(sent.map(({ at }) => at)).toEqual([0, 0, 0, 0, 0, 0, SECOND]);
  // With the pauses of the plugin these seven would take six seconds of real time.
  expect(performance.now() - started).toBeLessThan(3000);
  expect(github.counts).toMatchObject({ reads: 5, writes: 2 });
});

test('a write that a plugin repeats is counted each time', async () => {
  const { sent, github, label } = clientThat((count) => (count < 3 ? json(502, {}) : json(201, {})));
  await label('a');
  expect(sent).toHaveLength(3);
  expect(github.counts).toEqual({ reads: 0, writes: 3, points: 0 });
});

test('after a refusal that asks for a long pause, nothing more is sent in this run', async () => {
  const words = { message: 'You have exceeded a secondary rate limit' };
  const { sent, label } = clientThat(() => json(403, words, { 'retry-after': '600' }));
  await expect(label('a')).rejects.toMatchObject({ status: 403 });
  const second = await label('b').catch((error: unknown) => error);
  expect(isHeld(second)).toBe(true);
  expect(sent).toHaveLength(1);
});
