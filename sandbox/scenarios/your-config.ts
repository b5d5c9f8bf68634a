// Scenario: a config of the visitor's own; this one is where they start from.
import type { Scenario } from './scenario.ts';

export const yourConfig: Scenario = {
  id: 'your-config',
  title: 'Your config',
  hint: 'Open Config, paste your own file and start it over: the clock begins on its first day.',
  config: `extends: [kubernetes-comms]
timezone: Europe/Berlin

roles:
  lead: [alice]
  shadow: [bob]

releases:
  - version: '1.0.0'
    release: 2020-04-01
    milestones:
      code-freeze: { on: release - 3 weeks, title: Code freeze, who: Everybody }
      rc1: { on: release - 2 weeks, title: Release candidate 1, who: lead }

tracking-issue: { labels: [release] }
`,
};
