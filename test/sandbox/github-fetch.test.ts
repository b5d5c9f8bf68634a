// Within the process the embedded GitHub answers the App as it does over a connection.
import { githubFetch } from '../../sandbox/machine/github-fetch.ts';
import { httpFetch } from '../../src/http/http-fetch.ts';
import type { Answer } from '../../src/http/fetch.ts';
import { type EmbeddedGitHub, start } from '../../packages/embedded-github/src/index.ts';

let github: EmbeddedGitHub;
beforeAll(async () => {
  github = await start({
    seed: {
      owner: 'acme',
      repo: 'demo',
      people: [{ login: 'alice', permission: 'admin' }],
      files: { 'README.md': '# demo\n' },
      app: { webhookSecret: 'secret' },
    },
    now: () => Date.parse('2020-01-06T10:00:00Z'),
  });
});
afterAll(() => github.close());

/** All that Octokit reads of an answer; the id of a request is another one each time. */
async function read(answer: Answer) {
  const headers = ['content-type', 'etag', 'link', 'Location'].map((name) => answer.headers.get(name));
  return { status: answer.status, ok: answer.ok, url: answer.url, headers, text: await answer.text() };
}

/** Two labels differ in their ids and names. */
function plain(text: string): string {
  return text.replaceAll(/"(?:id|node_id)":[^,}]+/g, '').replaceAll('near', 'far');
}

test.each([
  ['a page', 'GET', '/repos/acme/demo', undefined],
  ['a file as it is', 'GET', '/repos/acme/demo/contents/README.md', undefined],
  ['what is not there', 'GET', '/repos/acme/demo/issues/99', undefined],
  ['a label', 'POST', '/repos/acme/demo/labels', { name: 'NAME', color: 'ededed' }],
  ['a bad label', 'POST', '/repos/acme/demo/labels', {}],
  ['a star taken back', 'DELETE', '/repos/acme/demo/labels/none', undefined],
  ['a query', 'POST', '/graphql', { query: '{ repository(owner: "acme", name: "demo") { id } }' }],
])('%s', async (_, method, path, body) => {
  const ask = (name: string) => ({
    method,
    headers: { authorization: `Bearer ${github.token('alice')}`, accept: 'application/vnd.github.raw+json' },
    body: body && JSON.stringify(body).replace('NAME', name),
  });
  const url = `${github.url}/api/v3${path}`;
  const near = await read(await githubFetch(github)(url, ask('near')));
  const far = await read(await httpFetch(url, ask('far')));
  expect({ ...near, text: plain(near.text) }).toEqual({ ...far, text: plain(far.text) });
});
