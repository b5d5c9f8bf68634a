// The bundled Action behind the proxy of a company: every request goes through it, and none where there is none.
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { ACTIONS_BOT } from '../../packages/embedded-github/src/index.ts';
import { startTestGitHub } from '../support/github.ts';
import { CHECKBOXES_ONLY, kubernetesSeed } from '../support/kubernetes-seed.ts';
import { openTrackingIssues } from '../support/tracking.ts';
import { startOneAddress } from './one-address.ts';
import { runBundle } from './run-bundle.ts';

const HOST = 'api.github.test';

let github: EmbeddedGitHub;
let outside: Awaited<ReturnType<typeof startOneAddress>>;
/** What was asked of the proxy: the host and the words it was greeted with. */
const asked: { host: string | undefined; words: string | undefined }[] = [];
const proxy = createServer();

beforeAll(async () => {
  github = await startTestGitHub({ seed: kubernetesSeed(CHECKBOXES_ONLY) });
  outside = await startOneAddress(github.url, github.url);
  proxy.on('connect', ({ url, headers }, socket, head) => {
    asked.push({ host: url, words: headers['proxy-authorization'] });
    const onward = connect(Number(new URL(outside.url).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [onward, socket]) end.on('error', () => end.destroy());
  });
  await new Promise<void>((done) => {
    proxy.listen(0, '127.0.0.1', done);
  });
});

afterAll(async () => {
  proxy.closeAllConnections();
  proxy.close();
  await outside.close();
  await github.close();
});

const run = (env: Record<string, string>) =>
  runBundle({
    apiUrl: `http://${HOST}`,
    token: github.token(ACTIONS_BOT),
    inputs: { now: '2020-01-08T12:00:00Z' },
    env,
  });

test('the run goes by the proxy that the runner names, with its password', async () => {
  const { port } = proxy.address() as AddressInfo;
  const { exit, stderr } = await run({ http_proxy: `http://carol:secret@127.0.0.1:${port}` });
  expect([exit, stderr]).toEqual([0, '']);
  expect(openTrackingIssues(github)).toHaveLength(1);
  const words = `Basic ${Buffer.from('carol:secret').toString('base64')}`;
  expect(new Set(asked.map((one) => JSON.stringify(one)))).toEqual(
    new Set([JSON.stringify({ host: `${HOST}:80`, words })]),
  );
});

test('a proxy that is not there is a failed run, which says so', async () => {
  const { exit, stdout } = await run({ http_proxy: 'http://127.0.0.1:1' });
  expect(exit).toBe(1);
  expect(stdout).toMatch(/^::error::.*(?:fetch failed|connect)/m);
});
