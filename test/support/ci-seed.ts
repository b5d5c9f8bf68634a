// A repository with a release branch, two teams with tests and one suite that nobody owns.
import type { GitHubSeed } from '../../packages/embedded-github/src/index.ts';
import { smallConfig, smallSeed } from './small-cycle.ts';

export const CI_BRANCH = 'release-2.0';

const CONFIG = smallConfig({ lead: ['alice'] })
  .replace('shadow: [bob]', 'shadow: [bob], scrum-master: [dave]')
  .replace('release: 2020-01-28\n', `release: 2020-01-28\n    branch: ${CI_BRANCH}\n`)
  .concat(
    [
      'teams:',
      "  api: { github: acme/api, tests: ['^api/'], lead: carol }",
      "  web: { github: acme/web, tests: ['^web/'], lead: frank }",
      "failing-tests: { artifacts: ['junit-*'] }",
      '',
    ].join('\n'),
  );

/** Four weeks, of which the first is that of 6 January 2020; erin is in the team api, bob in web. */
export const CI_SEED: GitHubSeed = {
  ...smallSeed(),
  files: { '.github/relcomms.yml': CONFIG },
  branches: { [CI_BRANCH]: {} },
  people: [
    { login: 'alice', permission: 'admin' },
    { login: 'bob', permission: 'write' },
    { login: 'carol', permission: 'write' },
    { login: 'dave', permission: 'write' },
    { login: 'erin', permission: 'write' },
    { login: 'frank', permission: 'write' },
  ],
  teams: [
    { slug: 'api', members: ['erin'] },
    { slug: 'web', members: ['bob'] },
  ],
};
