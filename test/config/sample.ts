// Presets, a duty's section and a good config, small enough to be read beside a test.
import * as z from 'zod';
import { keys, list, text, yesNo } from '../../src/config/fields.ts';
import type { LoadOptions } from '../../src/config/load-config.ts';
import { loadConfig } from '../../src/config/load-config.ts';

export const sections: LoadOptions['sections'] = {
  'tracking-issue': {
    title: 'Tracking issue',
    description: 'One issue per release.',
    schema: keys({
      labels: list(text({ max: 50 }))
        .default(['release'])
        .meta({ description: 'Labels.', example: ['release'] }),
      pin: yesNo().default(true).meta({ description: 'Pin it.', example: true }),
    }).transform((section) => ({ labels: section.labels, pin: section.pin })) satisfies z.ZodType,
  },
};

export const presets: LoadOptions['presets'] = {
  comms: `# A small preset.
timezone: America/Los_Angeles
holidays: [2026-12-24]
roles:
  lead: []
  former-lead: []
milestones:
  rc1: { on: release - 2 weeks, title: Release candidate 1, who: Release managers }
tasks:
  - { id: theme, title: Settle the theme, role: lead, week: 5 }
  - { id: meeting, title: Meet, role: lead, week: 2, every: 1 week, until: release }
  - { id: blog, title: Write the blog, role: writer, week: R-1, labels: [area/blog] }
`,
  wide: `extends: comms
tasks:
  - { id: party, title: Celebrate, week: R+1 }
`,
  empty: 'tasks: []\n',
  damaged: `timezone: Europe/Berlin
roles:
  lead: [alice
`,
  mistaken: `timezone: Europe/Berlin
milestones:
  rc1: { on: someday soon }
`,
  'circle-one': 'extends: circle-two\n',
  'circle-two': 'extends: circle-one\n',
};

export const options: LoadOptions = { sections, presets };

export const GOOD = `extends: [comms]
timezone: Europe/Berlin
roles:
  lead: [alice]
  shadow: [bob, carol]
releases:
  - version: '1.10.0'
    release: 2026-11-24
    milestones:
      rc1: 2026-11-10
`;

/** The config of a text that is expected to be good. */
export function goodConfig(source: string, given: LoadOptions = options) {
  const result = loadConfig(source, given);
  if (!result.ok)
    throw new Error(result.problems.map(({ line, message }) => `${line}: ${message}`).join('\n'));
  return result;
}

/** `line:column code` of every problem of a text that is expected to be bad. */
export function problemsOf(source: string, given: LoadOptions = options): readonly string[] {
  const result = loadConfig(source, given);
  return (result.ok ? result.warnings : result.problems).map(
    ({ line, column, code }) => `${line}:${column} ${code}`,
  );
}
