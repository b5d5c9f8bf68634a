// The seed of most tests: one organisation, one repository, five people.
import type { GitHubSeed } from '../../src/index.ts';

export const defaultSeed: GitHubSeed = {
  owner: 'acme',
  repo: 'demo',
  people: [
    { login: 'alice', permission: 'admin', name: 'Alice Adams' },
    { login: 'bob', permission: 'write' },
    { login: 'carol', permission: 'write' },
    { login: 'dave', permission: 'read' },
    { login: 'erin', permission: 'triage' },
  ],
  files: { 'README.md': '# demo\n' },
  teams: [{ slug: 'api', members: ['bob', 'carol'] }],
  app: { webhookSecret: 'whisper' },
};
