// Scenario: the App is installed on a repository without a config, and asks for the first one.
import type { Scenario } from './scenario.ts';
import { step } from './steps.ts';

export const firstConfig: Scenario = {
  id: 'first-config',
  title: 'The first config',
  hint: 'There is no config yet: Pull requests shows the one that relcomms opened, with its preview. Go to 8 January 2020: alice merged it, and the tracking issue is there.',
  isBare: true,
  config: `timezone: UTC
cycle: { weeks: 6, release-week: 5, weeks-after: 1 }

roles:
  lead: [alice]
  docs: [bob]

releases:
  - version: '1.0.0'
    start: 2020-01-06
    release: 2020-02-06
`,
  files: {
    CODEOWNERS: '* @alice @bob\n',
    'RELEASING.md': '# Release\n\n- [ ] Cut the branch\n- [ ] Build the candidate\n- [ ] Publish the notes\n',
  },
  script: [step('2020-01-07', { as: 'alice', action: 'merge', pull: 1 })],
};
