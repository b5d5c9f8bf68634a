// The repository of a random cycle: its people, a branch for each release, and who owns what on it.
import type { GitHubSeed } from '../../../packages/embedded-github/src/index.ts';
import { branchOf } from './config-text.ts';
import type { Cycle } from './cycle.ts';

/** Whoever does what needs no person of the cycle. */
export const MAINTAINER = 'maintainer';

/** Each pull request changes a folder of its own, which one person owns. */
export function folderOf(cycle: Cycle, pull: Cycle['pulls'][number]): string {
  return `part-${cycle.pulls.indexOf(pull) + 1}`;
}

export function seedOf(cycle: Cycle, config: string): GitHubSeed {
  const owners = cycle.pulls.map((pull) => `/${folderOf(cycle, pull)}/ @${pull.owner}\n`).join('');
  const branches = cycle.releases.map(branchOf);
  return {
    owner: 'acme',
    repo: 'demo',
    people: [
      { login: MAINTAINER, permission: 'admin' },
      ...cycle.people.map((login) => ({ login, permission: 'write' as const })),
    ],
    teams: cycle.teams.map(({ id, people }) => ({ slug: id, members: people })),
    files: { '.github/relcomms.yml': config, '.github/CODEOWNERS': owners, 'README.md': '# demo\n' },
    branches: Object.fromEntries(branches.map((branch) => [branch, {}])),
    rules: Object.fromEntries(branches.map((branch) => [branch, { requiredReviews: 1, requiredChecks: [] }])),
    app: { webhookSecret: 'heard' },
  };
}
