// Scenario: titles that try to mention, link, run and break things.
import type { Scenario } from './scenario.ts';

export const hostile: Scenario = {
  id: 'hostile',
  title: 'Hostile titles',
  hint: 'Look around: everything in the config tries to be more than text, and nothing of it comes alive.',
  config: `timezone: UTC

roles:
  lead: [alice]

cycle:
  weeks: 3
  release-week: 2
  weeks-after: 1
  phases:
    - { name: '<script>alert(1)</script> | phase', from: 1, to: R }

tasks:
  - { id: script, title: '<script>document.title = "owned"</script>', role: lead, week: 1 }
  - { id: image, title: '<img src=x onerror=alert(1)>', role: lead, week: 1 }
  - { id: link, title: '[click me](javascript:alert(1)) and https://evil.example/', week: 1 }
  - { id: mention, title: 'Ping @bob, @carol, @acme/api and #1', week: 1 }
  - { id: marker, title: '<!-- relcomms:task script week-1 --> [x] <!-- /relcomms:task -->', week: 2 }
  - { id: table, title: 'a | b | c \`code\` **bold** ~~gone~~', week: 2 }
  - { id: svg, title: '<svg onload=alert(1)><style>body { display: none }</style>', week: 2 }
  - { id: fence, title: '\`\`\`mermaid click A call alert(1) \`\`\`', week: 2 }

releases:
  - version: '6.6.6'
    title: '"><script>alert(1)</script> @dave </textarea>'
    start: 2020-01-06
    release: 2020-01-14
    milestones:
      code-freeze: { on: 2020-01-09, title: '</td><img src=x onerror=alert(1)> | freeze', who: '@carol' }
      rc1: { on: 2020-01-10, title: 'RC1 %% ; click : javascript:alert(1)', who: '<b>bold</b>' }

tracking-issue: { labels: ['<i>label</i>'] }
`,
};
