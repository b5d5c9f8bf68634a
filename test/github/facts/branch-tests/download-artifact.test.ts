// The download of an artifact: what the storage gets to see, and how much is taken from it.
import { type IncomingHttpHeaders, type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Octokit } from '@octokit/rest';
import { type GitHub, gitHub } from '../../../../src/github/client.ts';
import { downloadArtifact } from '../../../../src/github/facts/branch-tests/download-artifact.ts';

const seen: IncomingHttpHeaders[] = [];
let storage: Server;
let address: string;

beforeAll(async () => {
  storage = createServer((request, response) => {
    seen.push(request.headers);
    if (request.url === '/elsewhere') response.writeHead(302, { location: '/zip' }).end();
    else if (request.url === '/zip') response.end('x'.repeat(1000));
    else response.writeHead(403).end('AuthenticationFailed');
  });
  await new Promise<void>((resolve) => {
    storage.listen(0, '127.0.0.1', resolve);
  });
  address = `http://127.0.0.1:${(storage.address() as AddressInfo).port}`;
});
afterAll(() => {
  storage.close();
});

/** A client whose GitHub, at an address of its own, sends every download to this one. */
function sentTo(location: string | undefined, api = 'http://github.example'): GitHub {
  const headers = location === undefined ? {} : { location };
  const fetch = async (): Promise<Response> =>
    Object.defineProperty(new Response(null, { status: 302, headers }), 'url', { value: `${api}/zip` });
  const octokit = new Octokit({ auth: 'secret', request: { fetch } });
  return gitHub(octokit, { owner: 'acme', repo: 'demo' });
}

test('the storage gets no token, and both requests are counted', async () => {
  const github = sentTo(`${address}/zip`);
  expect((await downloadArtifact(github, 1, 1000)).byteLength).toBe(1000);
  expect(github.counts).toMatchObject({ reads: 2, writes: 0 });
  expect(seen.at(-1)).not.toHaveProperty('authorization');
  expect(JSON.stringify(seen)).not.toContain('secret');
});

test.each([
  ['one byte too many', '/zip', 999, 'larger'],
  ['a refusal', '/expired', 1000, '403'],
  ['a further redirect', '/elsewhere', 1000, 'leads to another address'],
])('%s is an error', async (_, path, most, words) => {
  await expect(downloadArtifact(sentTo(`${address}${path}`), 1, most)).rejects.toThrow(words);
});

test.each([
  undefined,
  'http://127.0.0.1/zip',
  'http://storage.example/zip',
  'file:///etc/passwd',
  'no address',
])('an address like %s is not followed', async (location) => {
  const { length } = seen;
  await expect(downloadArtifact(sentTo(location, 'https://github.example'), 1, 1000)).rejects.toThrow(
    'no address',
  );
  expect(seen).toHaveLength(length);
});
