// Scenario: one release in several repositories, of which one can't be read.
import type { Scenario } from './scenario.ts';

export const repositories: Scenario = {
  id: 'repositories',
  title: 'One release in several repositories',
  hint: 'Look at "Repositories" in the tracking issue: the command line has a blocker and fails, and nobody can read the website.',
  config: `timezone: Europe/Berlin

people:
  alice: {}
  bob: {}

roles:
  lead: [alice]
  docs: [bob]

cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
milestones:
  code-freeze: { on: release - 1 week, title: Code freeze }
tasks:
  - { id: notes, title: Write the release notes, role: docs, due: code-freeze }
  - { id: announce, title: Announce the release, role: lead, due: release }

repositories:
  - { name: acme/cli, branch: 'release-{minor}', after: acme/demo }
  - { name: acme/charts, branch: 'release-{minor}', after: [acme/demo, acme/cli] }
  - acme/website

releases:
  - { version: '2.3.0', release: 2020-01-28, branch: release-2.3 }

tracking-issue: { tasks: none }
report: { trend: no }
`,
  others: [
    {
      repo: 'cli',
      files: { 'README.md': '# cli\n' },
      labels: ['release-blocker'],
      branches: { 'release-2.3': { VERSION: '2.3.0\n' } },
      commits: [
        {
          branch: 'release-2.3',
          message: 'Speak the new protocol',
          at: '2020-01-06T08:00:00Z',
          jobs: { build: 'success', 'upgrade from 2.2': 'failure', windows: 'failure' },
        },
      ],
      pulls: [
        {
          title: 'The login loops with a proxy',
          author: 'bob',
          files: ['login.ts'],
          labels: ['release-blocker'],
          milestone: '2.3.0',
        },
        {
          title: 'Name the flag of the old protocol',
          author: 'carol',
          base: 'release-2.3',
          files: ['flag.ts'],
        },
        { title: 'A plugin for later', author: 'dave', files: ['plugin.ts'] },
      ],
    },
    {
      repo: 'charts',
      files: { 'README.md': '# charts\n' },
      labels: ['release-blocker'],
      branches: { 'release-2.3': { VERSION: '2.3.0\n' } },
      commits: [
        {
          branch: 'release-2.3',
          message: 'Raise the version',
          at: '2020-01-06T08:00:00Z',
          jobs: { lint: 'success' },
        },
      ],
      pulls: [{ title: 'Use the new images', author: 'carol', base: 'release-2.3', files: ['values.yaml'] }],
    },
  ],
};
