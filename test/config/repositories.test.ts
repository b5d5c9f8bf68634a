// What a config may say of other repositories, and where it is wrong.
import { prepare } from '../../src/run/prepare.ts';
import { inRepository } from '../../src/run/own-repository.ts';
import { read, releaseOf } from '../support/world.ts';

const BASE = `releases:
  - { version: v2.1.0, release: 2026-11-24, kind: minor }
  - { version: patches, release: 2026-12-08, together: [1.9.4, 1.8.11] }
  - { version: v3.0.0, release: 2026-12-15, repositories: [] }
report: {}
`;

const config = (text: string, kinds = 'kinds: { minor: {} }') => `${BASE}${kinds}\n${text}\n`;

const at = (text: string, owner = 'acme', repo = 'core') =>
  inRepository(read(text), { owner, repo }).map(({ line, column, message }) => [line, column, message]);

function problemsIn(text: string) {
  const found = prepare(text);
  const all = 'problems' in found ? found.problems : [];
  return all.map(({ code, line }) => [code, line]);
}

test('they hold for every release; a train fills the branch in for each line, and a release may have others or none', () => {
  const { releases } = read(
    config(
      "repositories: [{ name: acme/cli, branch: 'release-{minor}', after: acme/core }, { name: acme/docs, tag: 'docs-{version}' }]",
    ),
  );
  const [minor, train, none] = releases;
  expect(minor?.repositories).toEqual([
    { name: 'acme/cli', branches: ['release-2.1'], tags: ['v2.1.0'], after: ['acme/core'] },
    { name: 'acme/docs', branches: [], tags: ['docs-v2.1.0'], after: [] },
  ]);
  expect(train?.repositories?.[0]?.branches).toEqual(['release-1.9', 'release-1.8']);
  expect(none?.repositories).toBeUndefined();
});

test('a kind has its own in their place', () => {
  const text = config('repositories: [acme/cli]', 'kinds: { minor: { repositories: [acme/docs] } }');
  expect(releaseOf(read(text)).repositories?.map(({ name }) => name)).toEqual(['acme/docs']);
});

test.each([
  ['repositories: [acme/cli, Acme/CLI]', 'repeated-repository'],
  ['repositories: [{ name: acme/cli, after: acme/cli }]', 'repository-circle'],
  [
    'repositories: [{ name: acme/a, after: acme/b }, { name: acme/b, after: [acme/c] }, { name: acme/c, after: acme/a }]',
    'repository-circle',
  ],
  ['repositories: [acme]', 'bad-repository'],
  ['repositories: ["acme/../x"]', 'bad-repository'],
  ['repositories: [{ branch: main }]', 'missing'],
])('%s is an error at its line', (text, code) => {
  expect(problemsIn(config(text))).toEqual([[code, 7]]);
  expect(problemsIn(config('', `kinds: { minor: { ${text} } }`))).toEqual([[code, 6]]);
});

test('itself and names that are nowhere are wrong by where the config is', () => {
  const text = config('repositories: [acme/core, { name: acme/cli, after: [acme/core, acme/else] }]');
  expect(at(text)).toEqual([
    [7, 16, 'acme/core is this repository: relcomms looks at it anyway.'],
    [7, expect.any(Number), 'acme/else is neither this repository nor one under "repositories".'],
  ]);
  expect(at(text, 'acme', 'else')).toEqual([]);
  expect(at(config('', 'kinds: { minor: { repositories: [acme/Core] } }'))).toHaveLength(1);
});

test('without the report nobody looks at them, which is said', () => {
  const { warnings } = read(config('repositories: [acme/cli]').replace('report: {}\n', ''));
  expect(warnings.map(({ code, line }) => [code, line])).toContainEqual(['repositories-unread', 6]);
  expect(read(config('repositories: [acme/cli]')).warnings.map(({ code }) => code)).not.toContain(
    'repositories-unread',
  );
});
