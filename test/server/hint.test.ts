// Which webhooks wake the App, and for which repositories.
import { type WebhookEvent, hintsOf } from '../../src/server/hint.ts';

const RULES = {
  wakesOn: new Set(['issues', 'push', 'installation', 'installation_repositories']),
  self: 'relcomms[bot]',
  configPath: '.github/relcomms.yml',
};
const DEMO = { installation: 100, owner: 'acme', repo: 'demo' };

type Payload = WebhookEvent['payload'];

const base: Payload = {
  installation: { id: 100 },
  repository: { name: 'demo', owner: { login: 'acme' }, default_branch: 'main' },
  sender: { login: 'alice' },
};

function push(files: object, ref = 'refs/heads/main'): Payload {
  return { ...base, ref, commits: [{ added: [], modified: [], removed: [] }, files] };
}

const config = RULES.configPath;

test.each<[string, string, Payload, boolean]>([
  ['an issue that somebody changed', 'issues', base, true],
  ['an event that no duty waits for', 'star', base, false],
  ['what relcomms did itself', 'issues', { ...base, sender: { login: 'relcomms[bot]' } }, false],
  ['what another bot did', 'issues', { ...base, sender: { login: 'github-actions[bot]' } }, true],
  ['an event outside of any installation', 'issues', { ...base, installation: undefined }, false],
  ['a push that changes the config', 'push', push({ modified: [config] }), true],
  ['a push that adds the config', 'push', push({ added: ['x', config] }), true],
  ['a push that removes the config', 'push', push({ removed: [config] }), true],
  ['a push of other files', 'push', push({ modified: ['README.md', `docs/${config}`] }), false],
  ['a push to another branch', 'push', push({ modified: [config] }, 'refs/heads/release-1.18'), false],
  ['a push of a tag named like the branch', 'push', push({ modified: [config] }, 'refs/tags/main'), false],
  ['a push without commits', 'push', { ...base, ref: 'refs/heads/main' }, false],
])('%s', (_, name, payload, wakes) => {
  expect(hintsOf({ name, payload }, RULES)).toEqual(wakes ? [DEMO] : []);
});

function names(...repos: readonly string[]) {
  return repos.map((repo) => ({ full_name: `acme/${repo}` }));
}

test('an installation wakes each of its repositories, old and new', () => {
  const { repository: _, ...installation } = base;
  expect(
    hintsOf(
      { name: 'installation', payload: { ...installation, repositories: names('demo', 'site') } },
      RULES,
    ),
  ).toEqual([DEMO, { ...DEMO, repo: 'site' }]);
  expect(
    hintsOf(
      { name: 'installation_repositories', payload: { ...installation, repositories_added: names('demo') } },
      RULES,
    ),
  ).toEqual([DEMO]);
});

test('names that are no repository wake nothing', () => {
  const { repository: _, ...installation } = base;
  const payload = { ...installation, repositories: [{ full_name: 'nonsense' }] };
  expect(hintsOf({ name: 'installation', payload }, RULES)).toEqual([]);
});
