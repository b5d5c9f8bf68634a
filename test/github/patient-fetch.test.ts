// A GitHub that never answers: after a minute of the clock that was handed in, the request is given up and not repeated.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Octokit } from '@octokit/rest';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { failureWords } from '../../src/github/failure.ts';
import { octokitOptions } from '../../src/github/octokit-options.ts';
import { patientFetch } from '../../src/github/patient-fetch.ts';
import type { Timer } from '../../src/github/timer.ts';
import type { Fetch } from '../../src/http/fetch.ts';

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Never answers, but ends when it is told to. */
const hanging: Fetch = (_, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
  });

/** Never rings. */
const never: Timer = () => () => {};

test('a request that hangs ends after a minute, in words, and is sent once', async () => {
  const asked: number[] = [];
  let sent = 0;
  const timer: Timer = (milliseconds, ring) => {
    asked.push(milliseconds);
    setImmediate(ring);
    return () => {};
  };
  const fetch: Fetch = (input, init) => {
    sent += 1;
    return hanging(input, init);
  };
  const octokit = new (Octokit.plugin(retry, throttling))({
    ...octokitOptions({ second: 1 }, fetch, timer),
    log: SILENT,
  });
  const error: unknown = await octokit.request('GET /app').catch((thrown: unknown) => thrown);
  expect(failureWords(error)).toBe('GitHub did not answer within 60 seconds');
  expect({ asked, sent }).toEqual({ asked: [60_000], sent: 1 });
});

test('who gives up sooner is heard, and an answer in time is not touched', async () => {
  const stop = new AbortController();
  const waiting = patientFetch(never, hanging)('https://api.github.com/app', { signal: stop.signal });
  stop.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  const answer = new Response('ok');
  const answering = patientFetch(never, () => Promise.resolve(answer));
  expect(await answering('https://api.github.com/app')).toBe(answer);
});

/** Asks for something, and has it from then on. */
class Asker {
  answer: unknown;

  async ask(fetch: Fetch): Promise<void> {
    this.answer = await fetch('https://api.github.com/app');
  }
}

test('while its minute runs on, a request that was answered keeps nothing of the answer', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const rings: (() => void)[] = [];
  const timer: Timer = (_, ring) => {
    rings.push(ring);
    return () => {};
  };
  const ask = async (): Promise<WeakRef<Asker>> => {
    const asker = new Asker();
    await asker.ask(patientFetch(timer, () => Promise.resolve(new Response('ok'))));
    return new WeakRef(asker);
  };
  const asker = await ask();
  // What a weak reference was made for stays until the turn of the event loop is over.
  await new Promise((resolve) => setImmediate(resolve));
  collect();
  expect(rings).toHaveLength(1);
  expect(asker.deref()).toBeUndefined();
});
