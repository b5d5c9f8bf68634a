// What the doctor says of answers that an embedded GitHub never gives, and how it prints them.
import { permissionsPage } from '../../src/doctor/where.ts';
import { RequestError } from '@octokit/request-error';
import type { RepositoryLook } from '../../src/doctor/ask-repository.ts';
import { broken, ok } from '../../src/doctor/checkup.ts';
import { connectionTrouble } from '../../src/doctor/connection-words.ts';
import { judgeNames } from '../../src/doctor/judge-names.ts';
import { judgeRepository } from '../../src/doctor/judge-repository.ts';
import { type Need, judgeRights } from '../../src/doctor/rights.ts';
import { doctorMarkdown, doctorText } from '../../src/doctor/words.ts';

const WHERE = { site: 'https://github.com', owner: 'acme', repo: 'demo' };
const ASKING = { ...WHERE, api: 'https://api.github.com', credential: 'GITHUB_TOKEN', proxy: undefined };

const refusal = (status: number, message: string, headers: Record<string, string> = {}): RequestError =>
  new RequestError(message, status, {
    request: { method: 'GET', url: 'https://api.github.com/repos/acme/demo', headers: {} },
    response: { status, url: '', headers, data: {} },
  });

const without = (code: string): Error =>
  Object.assign(refusal(500, 'fetch failed'), { cause: new Error('socket', { cause: { code } }) });

test.each([
  [
    'a proxy that is away',
    without('ECONNREFUSED'),
    { proxy: 'http://proxy:3128' },
    'api.github.com did not answer through the proxy http://proxy:3128 (ECONNREFUSED)',
  ],
  ['a name that nobody knows', without('ENOTFOUND'), {}, 'api.github.com did not answer (ENOTFOUND)'],
  [
    'a certificate of the house',
    without('SELF_SIGNED_CERT_IN_CHAIN'),
    {},
    'the certificate of api.github.com is not trusted here (SELF_SIGNED_CERT_IN_CHAIN)',
  ],
  [
    'single sign-on',
    refusal(403, 'Resource protected by organization SAML enforcement.', {
      'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?x=1',
    }),
    {},
    'acme asks for single sign-on, and GITHUB_TOKEN is not authorized for it',
  ],
  [
    'another refusal',
    refusal(403, 'Repository access blocked'),
    {},
    'GitHub refuses: Repository access blocked (403)',
  ],
])('%s is broken, and named', (_, error, more, found) => {
  const checkup = connectionTrouble(error, { ...ASKING, ...more });
  expect(checkup).toMatchObject({ area: 'GitHub', state: 'broken', found });
  expect(checkup.fix).toMatch(/^[A-Z].*\.$/);
});

test('single sign-on leads to the page that GitHub names', () => {
  const headers = { 'x-github-sso': 'required; url=https://github.com/orgs/acme/sso?x=1' };
  expect(connectionTrouble(refusal(403, 'SAML', headers), ASKING).link).toBe(
    'https://github.com/orgs/acme/sso?x=1',
  );
});

test.each([
  [
    'a limit',
    refusal(403, 'API rate limit exceeded', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '9' }),
  ],
  ['a GitHub that is down', refusal(502, 'Bad gateway')],
])('%s is unknown: it passes', (_, error) => {
  expect(connectionTrouble(error, ASKING)).toMatchObject({ state: 'unknown', fix: 'Run this again later.' });
});

const LOOK: RepositoryLook = {
  fullName: 'acme/demo',
  isPrivate: true,
  isArchived: false,
  hasIssues: true,
  hasWiki: true,
  isOrganization: true,
  defaultBranch: 'main',
  role: {},
  scopes: undefined,
  clock: 1_000_000,
};

test.each<[string, Partial<RepositoryLook>, string, string]>([
  [
    'moved',
    { fullName: 'acme/demo-2' },
    'acme/demo has moved to acme/demo-2',
    'https://github.com/acme/demo-2',
  ],
  ['archived', { isArchived: true }, 'the repository is archived', 'https://github.com/acme/demo/settings'],
  [
    'without issues',
    { hasIssues: false },
    'issues are turned off',
    'https://github.com/acme/demo/settings#features',
  ],
  ['with a clock ahead', { clock: 1_000_000 - 90_000 }, "this machine's clock is 90 seconds ahead", ''],
  ['with a clock behind', { clock: 1_000_000 + 90_000 }, "this machine's clock is 90 seconds behind", ''],
])('a repository %s', (_, change, found, link) => {
  const all = judgeRepository({ ...LOOK, ...change }, WHERE, 1_000_000);
  expect(all.filter(({ state }) => state !== 'ok')).toEqual([
    expect.objectContaining({ state: 'broken', found, ...(link !== '' && { link }) }),
  ]);
});

test('a repository as it should be, by a clock that is a minute off', () => {
  expect(judgeRepository(LOOK, WHERE, 1_060_000).map(({ state }) => state)).toEqual(['ok', 'ok']);
  expect(judgeRepository({ ...LOOK, clock: undefined }, WHERE, 0).map(({ state }) => state)).toEqual(['ok']);
});

const NEEDS: readonly Need[] = [
  {
    right: 'issues',
    access: 'write',
    uses: [{ access: 'write', why: 'issues', lost: 'nothing is written' }],
  },
  { right: 'checks', access: 'write', uses: [{ access: 'write', why: 'checks', lost: 'no check' }] },
  { right: 'members', access: 'read', uses: [{ access: 'read', why: 'teams', lost: 'no teams' }] },
];

test.each([
  ['all scopes', ['repo', 'read:org'], true, true, ['ok', 'limited', 'ok']],
  ['a wider scope', ['repo', 'admin:org'], true, true, ['ok', 'limited', 'ok']],
  ['the public scope on a public repository', ['public_repo'], false, true, ['ok', 'limited', 'broken']],
  ['the public scope on a private one', ['public_repo', 'read:org'], true, true, ['broken', 'limited', 'ok']],
  ['an account that only reads', ['repo', 'read:org'], true, false, ['broken', 'limited', 'ok']],
])('a classic token with %s', (_, scopes, isPrivate, mayPush, states) => {
  const found = judgeRights(NEEDS, { kind: 'classic', scopes, isPrivate, mayPush }, new Map(), WHERE);
  expect(found.map(({ state }) => state)).toEqual(states);
  for (const { state, fix, lost } of found.filter((one) => one.state !== 'ok')) {
    expect([state, fix, lost]).not.toContain(undefined);
  }
});

test('a permission that the App itself lacks is added there first', () => {
  const app = {
    kind: 'app',
    slug: 'relcomms',
    granted: { issues: 'read' },
    asked: { issues: 'read' },
    events: [],
    page: 'https://github.com/x',
    settings: 'https://github.com/settings/apps/relcomms/permissions',
  } as const;
  expect(judgeRights(NEEDS.slice(0, 1), app, new Map(), WHERE)).toEqual([
    expect.objectContaining({
      found: 'only read is granted',
      lost: ['issues: nothing is written'],
      fix: 'Add it to the App relcomms, then accept it in the installation.',
      link: 'https://github.com/settings/apps/relcomms/permissions',
    }),
  ]);
});

test('a wiki that is off is named where a page of it is kept', () => {
  const none = new Map<string, true>();
  const named = {
    branches: new Map(),
    labels: new Map(),
    people: [],
    teams: [],
    categories: new Map(),
    wiki: true,
  };
  const look = { branches: none, labels: none, people: none, teams: none, categories: none, workflows: [] };
  expect(judgeNames(named, look, { ...LOOK, hasWiki: false }, WHERE)).toMatchObject([
    { subject: 'wiki', state: 'broken', link: 'https://github.com/acme/demo/settings#features' },
  ]);
  expect(judgeNames(named, look, LOOK, WHERE)).toEqual([]);
});

const CHECKUPS = [
  ok('GitHub', 'connection', 'github.com answers'),
  broken('Names', 'label a|b', {
    found: 'it does not exist',
    lost: 'nothing',
    fix: 'Create it.',
    link: 'https://github.com/a',
  }),
];

test('text has broken things first in each area, and the count at the end', () => {
  expect(doctorText(CHECKUPS)).toBe(`GitHub
  ok       connection: github.com answers.

Names
  broken   label a|b: it does not exist.
           Without it: nothing.
           Fix: Create it.
           https://github.com/a

Something is broken: of 2 things, 1 broken, 1 ok.
`);
});

test('Markdown is a table of what is not fine, in which names end no cell', () => {
  expect(doctorMarkdown(CHECKUPS)).toBe(`|  | what | found | fix |
| --- | --- | --- | --- |
| broken | Names: label a\\|b | it does not exist; without it: nothing | Create it. [Open the page](https://github.com/a) |

Something is broken: of 2 things, 1 broken, 1 ok.
`);
  expect(doctorMarkdown(CHECKUPS.slice(0, 1))).toBe('Nothing is broken: of 1 thing, 1 ok.\n');
});

test.each([
  [{ login: 'alice', type: 'User' }, 'https://github.com/settings/apps/relcomms/permissions'],
  [
    { login: 'acme', type: 'Organization' },
    'https://github.com/organizations/acme/settings/apps/relcomms/permissions',
  ],
  [null, 'https://github.com/settings/apps/relcomms/permissions'],
])('the page of an App of %p is %s', (owner, page) => {
  expect(permissionsPage({ site: 'https://github.com' }, 'relcomms', owner)).toBe(page);
});
