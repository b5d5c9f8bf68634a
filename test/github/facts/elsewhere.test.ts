// Other repositories, read one by one: why one can't be, what is left out of a private one, and a proposed config reads none.
import type { AskedRepository, Elsewhere } from '../../../src/domain/elsewhere.ts';
import { reasonOf } from '../../../src/github/facts/elsewhere/reason-of.ts';
import { observe } from '../../../src/github/observe.ts';
import type { EmbeddedGitHub } from '../../../packages/embedded-github/src/index.ts';
import type { Setting } from '../../../src/github/facts/fact.ts';
import { lookAtProposal } from '../../../src/run/look-at-proposal.ts';
import { wantedBy } from '../../../src/run/judge-proposal.ts';
import { expectNoViolations, startTestGitHub } from '../../support/github.ts';
import { kubernetesSeed } from '../../support/kubernetes-seed.ts';
import { clientOf } from '../../support/runs.ts';
import { at, read } from '../../support/world.ts';

const SETTING: Setting = {
  accounts: [],
  since: '2020-01-01' as Setting['since'],
  now: at('2020-01-15T10:00:00Z'),
};

const ask = (name: string): AskedRepository => {
  return { name, labels: ['release-blocker'], branches: ['main', 'gone'], versions: ['v2.0.0'] };
};

let github: EmbeddedGitHub;

beforeAll(async () => {
  const pull = { title: 'A secret', author: 'bob', files: ['a'], labels: ['release-blocker'] };
  github = await startTestGitHub({
    seed: {
      ...kubernetesSeed(),
      repos: [
        {
          repo: 'open',
          files: { a: 'a' },
          labels: ['release-blocker'],
          pulls: [pull],
          commits: [{ jobs: { e2e: 'failure' } }],
        },
        {
          repo: 'hidden',
          private: true,
          files: { a: 'a' },
          labels: ['release-blocker'],
          pulls: [pull],
          commits: [{ jobs: { e2e: 'failure' } }],
        },
      ],
    },
    lag: 0,
  });
});

afterAll(async () => {
  expectNoViolations(github);
  await github.close();
});

async function look(
  names: readonly string[],
  setting: Partial<Setting> = {},
): Promise<Elsewhere['repositories']> {
  const seen = await observe(clientOf(github), { elsewhere: names.map(ask) }, { ...SETTING, ...setting });
  if (!seen.elsewhere.known) throw new Error(seen.elsewhere.why);
  return seen.elsewhere.value.repositories;
}

test('each takes one request, and fails alone', async () => {
  const before = github.journal.length;
  const [open, gone] = await look(['acme/open', 'acme/gone']);
  expect(github.journal.slice(before).map(({ operation }) => operation)).toEqual([
    'RelcommsLook',
    'RelcommsLook',
  ]);
  expect(open).toMatchObject({
    name: 'acme/open',
    isPrivate: false,
    blockers: { known: true, value: [{ number: 1, title: 'A secret' }] },
    pulls: { known: true, value: [{ number: 1, title: 'A secret', base: 'main' }] },
    branches: {
      known: true,
      value: [
        { name: 'main', state: 'red', failing: ['e2e'] },
        { name: 'gone', state: 'missing', failing: [] },
      ],
    },
    publications: { known: true, value: [{ version: 'v2.0.0', missing: 'tag' }] },
  });
  expect(gone).toMatchObject({ name: 'acme/gone', reason: 'missing' });
});

test('no words of a private one are brought along; as a guest it is not read at all', async () => {
  const [hidden] = await look(['acme/hidden']);
  expect(hidden).toMatchObject({
    isPrivate: true,
    blockers: { value: [{ number: 1 }] },
    pulls: { value: [{ number: 1 }] },
    branches: { value: [{ state: 'red', failing: [] }, { state: 'missing' }] },
  });
  expect(JSON.stringify(hidden)).not.toMatch(/secret|e2e/);
  const client = { ...clientOf(github), repo: 'hidden' };
  const reach = () => Promise.resolve({ github: client, isGuest: true } as const);
  expect(await look(['acme/hidden'], { reach })).toEqual([
    { name: 'acme/hidden', reason: 'private', why: 'it is private, and belongs to another owner' },
  ]);
});

test('another name than the one asked for, and what reaching it threw, are said', async () => {
  const client = { ...clientOf(github), repo: 'open' };
  expect(await look(['acme/former'], { reach: () => Promise.resolve({ github: client }) })).toMatchObject([
    { reason: 'moved', movedTo: 'acme/open' },
  ]);
  const suspended = Object.assign(new Error('This installation has been suspended'), { status: 403 });
  expect(await look(['acme/open'], { reach: () => Promise.reject(suspended) })).toMatchObject([
    { reason: 'suspended' },
  ]);
});

test('a field that GitHub does not show hides its part alone', async () => {
  github.setQuirks({ refusedFields: ['Commit.statusCheckRollup'] });
  const [open] = await look(['acme/open']);
  github.setQuirks({ refusedFields: [] });
  expect(open).toMatchObject({
    branches: { known: false },
    pulls: { known: true },
    blockers: { known: true },
  });
});

test.each([
  [Object.assign(new Error('x'), { status: 404 }), 'missing'],
  [Object.assign(new Error('x'), { status: 403 }), 'refused'],
  [Object.assign(new Error('x'), { status: 429 }), 'limit'],
  [Object.assign(new Error('x'), { errors: [{ message: 'x', type: 'RATE_LIMITED' }] }), 'limit'],
  [Object.assign(new Error('x'), { errors: [{ message: 'x', type: 'NOT_FOUND' }] }), 'missing'],
  [Object.assign(new Error('x'), { errors: [{ message: 'x', type: 'FORBIDDEN' }] }), 'refused'],
  [new Error('socket hang up'), 'failed'],
])('reason %#', (error, reason) => {
  expect(reasonOf(error)).toBe(reason);
});

const config = (names: string) =>
  read(
    `releases: [{ version: v2.0.0, start: 2020-01-06, release: 2020-01-28 }]\nreport: {}\nrepositories: [${names}]\n`,
  );

test('a proposed config has no repository read that the config of today does not name', async () => {
  const now = at('2020-01-15T10:00:00Z');
  const base = config('acme/open');
  const wanted = wantedBy(config('acme/open, acme/hidden'), { now, path: 'x' }, {});
  const eyes = {
    github: clientOf(github),
    now,
    viewer: 'github-actions[bot]',
    accounts: ['github-actions[bot]'],
  };
  const before = github.journal.length;
  const looks = await lookAtProposal(eyes, base, wanted);
  if ('why' in looks) throw new Error(looks.why);
  const names = looks.map(({ elsewhere: one }) =>
    one.known ? one.value.repositories.map(({ name }) => name) : one.why,
  );
  expect(names).toEqual([['acme/open'], ['acme/open']]);
  expect(JSON.stringify(github.journal.slice(before))).not.toContain('hidden');
});
