// Where the API and the pages of each kind of GitHub are.
import { wikiPlace } from '../../src/channels/wiki-place.ts';
import { apiOf, siteOf } from '../../src/domain/hosts.ts';
import { readEnvironment } from '../../src/server/environment.ts';
import { APP_KEY } from '../support/app-key.ts';

const APP = { APP_ID: '1', PRIVATE_KEY: APP_KEY, WEBHOOK_SECRET: 'whisper' };

test.each([
  ['https://github.com', 'https://api.github.com', 'https://github.com'],
  ['https://github.com/', 'https://api.github.com', 'https://github.com'],
  ['https://octocorp.ghe.com', 'https://api.octocorp.ghe.com', 'https://octocorp.ghe.com'],
  ['https://api.octocorp.ghe.com', 'https://api.octocorp.ghe.com', 'https://octocorp.ghe.com'],
  ['https://git.example', 'https://git.example/api/v3', 'https://git.example'],
  ['http://git.example:8080', 'http://git.example:8080/api/v3', 'http://git.example:8080'],
])('%s: API, pages and wiki', (given, api, site) => {
  expect(apiOf(given)).toBe(api);
  expect(siteOf(api)).toBe(site);
  expect(wikiPlace(api, { owner: 'acme', repo: 'demo' }).url).toBe(`${site}/acme/demo.wiki.git`);
  expect(readEnvironment({ ...APP, GITHUB_URL: given })).toMatchObject({ options: { baseUrl: api } });
});

test('host and protocol apart mean the same; an address that is none is refused with what it says', () => {
  expect(readEnvironment({ ...APP, GHE_HOST: 'octocorp.ghe.com' })).toMatchObject({
    options: { baseUrl: 'https://api.octocorp.ghe.com' },
  });
  expect(readEnvironment({ ...APP, GHE_HOST: 'git.example', GHE_PROTOCOL: 'ftp' })).toMatchObject({
    kind: 'refused',
    why: expect.stringMatching(/^GHE_HOST is "ftp:/) as string,
  });
  for (const GITHUB_URL of ['octocorp.ghe.com', 'ftp://git.example', 'https://'])
    expect(readEnvironment({ ...APP, GITHUB_URL })).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining(GITHUB_URL) as string,
    });
});
