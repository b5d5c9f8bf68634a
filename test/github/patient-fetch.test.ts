// A request of a client that nobody watches is given up like any other.
import { patientFetch } from '../../src/github/watch-fetch.ts';

function never(_: unknown, init?: RequestInit): Promise<Response> {
  return new Promise<Response>((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
  });
}

test('it gives up when no answer comes, by the name by which nothing is tried again', async () => {
  // Keeps the process alive while the timer does not.
  const alive = setInterval(() => {}, 1000);
  await expect(patientFetch(never, 20)('http://127.0.0.1')).rejects.toMatchObject({ name: 'AbortError' });
  clearInterval(alive);
});

test('what is answered in time is passed on', async () => {
  const answer = new Response('{}');
  expect(await patientFetch(async () => answer, 1000)('http://127.0.0.1')).toBe(answer);
});
