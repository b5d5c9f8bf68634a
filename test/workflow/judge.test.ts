// What does not fit between a config and its workflow, each with its line and its fix.
import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { judgeWorkflows } from '../../src/workflow/judge.ts';
import { workflowNeeds } from '../../src/workflow/needs.ts';
import { workflowText } from '../../src/workflow/text.ts';
import { read } from '../support/world.ts';

const FILE = '.github/workflows/relcomms.yml';
const PATH = '.github/relcomms.yml';
const USES = `acme/relcomms@${'a'.repeat(40)}`;

const CONFIG = `timezone: Europe/Berlin
roles: { lead: [alice] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
releases: [{ version: 1.0.0, release: 2026-11-24, branch: release-1.0 }]
people: { bob: { timezone: America/Los_Angeles } }
approvals: {}
failing-tests: {}
slack: {}
audiences: { press: { mail: [press@example.com], reach: external }, chat: { webhook: community-chat } }
`;

const needsOf = (config: string): ReturnType<typeof workflowNeeds> => workflowNeeds(read(config));
const GOOD = workflowText(needsOf(CONFIG), USES, PATH);

const judged = (text: string, config = CONFIG): string[] | undefined =>
  judgeWorkflows([{ file: FILE, text }], needsOf(config), PATH)?.map(
    ({ line, code, message, fix }) => `${line} ${code}: ${message} ${fix}`,
  );

test('nothing is said of the workflow that init writes', () => {
  expect(judged(GOOD)).toEqual([]);
});

test.each([
  [
    'hours that miss somebody',
    (text: string) => text.replace(/cron: '17 \S+ \* \* \*'/, "cron: '17 8-16 * * 1-5'"),
    /^4 workflow-hours: No run starts in the working hours of America\/Los_Angeles \(09:00 to 17:00\) on Mon 2 Nov 2026, so people there get no reminders of approvals\. Use these lines under "schedule": - \{ cron: '17 /,
  ],
  [
    'a clock that is not the config’s',
    (text: string) =>
      text.replace(/cron: '17 \S+ \* \* \*', timezone: \S+/, "cron: '17 20-23 * * *', timezone: UTC"),
    /workflow-hours: No run starts in the working hours of Europe\/Berlin/,
  ],
  [
    'a schedule that is none',
    (text: string) => text.replace(/cron: '17 \S+/, "cron: '99 8"),
    /^4 workflow-cron: GitHub can't read the schedule "99 8 \* \* \*"\. Write five fields/,
  ],
  [
    'a zone that is none',
    (text: string) => text.replace('timezone: Europe/Berlin', 'timezone: Europe/Berlín'),
    /^4 workflow-timezone: There is no time zone "Europe\/Berlín"\./,
  ],
  [
    'no schedule',
    (text: string) => text.replace(/ {2}schedule:.*\n.*\n/, ''),
    /^2 workflow-schedule: No schedule starts relcomms/,
  ],
  [
    'no comments',
    (text: string) => text.replace(/ {2}issue_comment:.*\n/, ''),
    /^2 workflow-comments: Comments start no run, .* Add "issue_comment: \{ types: \[created\] \}" under "on"\.$/,
  ],
  [
    'a right too little',
    (text: string) => text.replace('issues: write', 'issues: read'),
    /^\d+ workflow-permissions: The token can only read "issues", which is needed for: tracking and task issues, .*\. Set "issues: write" under "permissions"\.$/,
  ],
  [
    'a right that is missing',
    (text: string) => text.replace(/ {2}actions: read.*\n/, ''),
    /^10 workflow-permissions: The token has no access to "actions", which is needed for: the test reports that workflows leave/,
  ],
  [
    'no permissions at all',
    (text: string) => text.replace(/permissions:\n( {2}.*\n)+/, ''),
    /workflow-permissions: The workflow sets no permissions, .* Add "permissions: \{ actions: read, checks: write/,
  ],
  [
    'no token of Slack',
    (text: string) => text.replace(/ {8}with:\n.*\n/, ''),
    /workflow-secrets: The config sends messages to Slack, and this step has no "slack-token": nothing is sent there\. Add "slack-token: \$\{\{ secrets\.SLACK_BOT_TOKEN \}\}" under "with"\.$/,
  ],
  [
    'no server for email',
    (text: string) => text.replace(/ {10}SMTP_URL:.*\n/, ''),
    /workflow-secrets: The config sends emails, and this step has no SMTP_URL: they are not sent\./,
  ],
  [
    'no address of a webhook',
    (text: string) => text.replace(/ {10}WEBHOOK_COMMUNITY_CHAT:.*\n/, ''),
    /workflow-secrets: The config sends messages to another chat, and this step has no WEBHOOK_COMMUNITY_CHAT: they are not sent\./,
  ],
  [
    'paths of another file',
    (text: string) => text.replace('push: { paths: [.github/relcomms.yml] }', 'push: { paths: [src/**] }'),
    /^5 workflow-paths: "paths" of "push" leaves out \.github\/relcomms\.yml, so a change of the config starts no run\. Add \.github\/relcomms\.yml to them\.$/,
  ],
  [
    'another config',
    (text: string) => text.replace('        with:\n', '        with:\n          config: docs/other.yml\n'),
    /^\d+ workflow-config: This step reads docs\/other\.yml, not \.github\/relcomms\.yml\./,
  ],
  [
    'a trial',
    (text: string) => text.replace('        with:\n', '        with:\n          mode: plan\n'),
    /^\d+ workflow-mode: This step only plans: it writes no issue and no message\./,
  ],
])('%s: one line', (_, change, expected) => {
  const text = change(GOOD);
  expect(text).not.toBe(GOOD);
  expect(judged(text)).toEqual([expect.stringMatching(expected)]);
});

describe('a notice in hours', () => {
  const timed = CONFIG.replace('failing-tests: {}', 'deadlines: { notice: [1 week, 4 hours] }').replace(
    'people:',
    'milestones: { release: { on: release, at: "13:30" }, rc1: 2026-11-10 }\npeople:',
  );
  const own = workflowText(needsOf(timed), USES, PATH);
  const withCron = (cron: string): string => own.replaceAll(/cron: '[^']+'/g, `cron: '${cron}'`);

  test('finds its run in the workflow that init writes', () => {
    expect(judged(own, timed)).toEqual([]);
  });

  test.each([
    // RC1 has no time: four hours before its end it is 20:00.
    [
      '17 3-16,21 * * *',
      /RC1 of 1\.0\.0 is due on Tue 10 Nov 19:00 UTC and waits 2 hours for the next run\. Use/,
    ],
    [
      '17 0-2,8-16 * * *',
      /RC1 .* and finds no run until it is too late, so it is never sent\. Use these lines/,
    ],
    ['17 0-2,18-23 * * *', /Release day of 1\.0\.0 .*so it is never sent/],
    ['17 1,18 * * *', /RC1 .* never sent\. So it is with 1 further notice\. Use/],
  ])('%s is a warning with the hours', (cron, expected) => {
    expect(judged(withCron(cron), timed)?.filter((line) => line.includes('notice'))).toEqual([
      expect.stringMatching(expected),
    ]);
  });
});

test.each([
  ['paths with wildcards', 'push: { paths: [.github/**] }'],
  ['paths that only GitHub reads', "push: { paths: ['**.yml'] }"],
  ['a push of anything', 'push:'],
])('%s are fine', (_, push) => {
  expect(judged(GOOD.replace('push: { paths: [.github/relcomms.yml] }', push))).toEqual([]);
});

test.each([
  ['write-all', []],
  ['read-all', ['checks', 'contents', 'issues', 'pull-requests']],
  ['{}', ['actions', 'checks', 'contents', 'issues', 'pull-requests', 'statuses']],
])('permissions: %s', (words, missing) => {
  const found = judged(GOOD.replace(/permissions:\n( {2}.*\n)+/, `permissions: ${words}\n`)) ?? [];
  expect(found.map((line) => /(?:access to|only read) "([^"]+)"/.exec(line)?.[1])).toEqual(missing);
});

test("a token of one's own has rights that no workflow tells; those of a job win over the workflow's", () => {
  const own = GOOD.replace('issues: write', 'issues: read').replace(
    '        with:\n',
    '        with:\n          token: ${{ secrets.BOT }}\n',
  );
  expect(judged(own)).toEqual([]);
  const job = GOOD.replace('    runs-on:', '    permissions: write-all\n    runs-on:');
  expect(judged(job.replace('issues: write', 'issues: read'))).toEqual([]);
});

test('several workflows are judged together where one is enough, and each for its own token', () => {
  const tests = `on: push
permissions: { issues: write }
jobs: { test: { runs-on: ubuntu-latest, steps: [{ run: make }, { uses: '${USES}' }] } }
`;
  const found = judgeWorkflows(
    [
      { file: 'tests.yml', text: tests },
      { file: FILE, text: GOOD },
      { file: 'broken.yml', text: 'a: [' },
    ],
    needsOf(CONFIG),
    PATH,
  );
  expect(new Set(found?.map(({ file }) => file))).toEqual(new Set(['tests.yml']));
  expect(found?.map(({ code }) => code)).not.toContain('workflow-schedule');
});

test('workflows without relcomms are not judged', () => {
  expect(judged('on: push\njobs: { a: { steps: [{ uses: acme/other@v1 }] } }')).toBeUndefined();
  expect(judged('- a')).toBeUndefined();
  expect(judged('jobs: 3\non: { schedule: daily }')).toBeUndefined();
});

test('without approvals a run a day is enough, whoever is where', () => {
  const calm = CONFIG.replace('approvals: {}\n', '');
  const daily = GOOD.replace(/cron: '17 \S+ \* \* \*'/, "cron: '17 3 * * *'");
  expect(judged(daily, calm)).toEqual([]);
  expect(judged(daily.replace('3 * * *', '3 * * 2'), calm)).toEqual([
    expect.stringMatching(
      /^4 workflow-hours: No run starts on Mon 2 Nov 2026, so what is due that day waits\./,
    ),
  ]);
});

test('the workflow to copy fits the config to copy', () => {
  const config = readFileSync('config/relcomms.example.yml', 'utf8');
  expect(judged(readFileSync('config/relcomms.workflow.yml', 'utf8'), config)).toEqual([]);
});

test('whatever the config has on, and wherever people are, the workflow of init fits', () => {
  const zones = ['UTC', 'Asia/Kolkata', 'Pacific/Auckland', 'America/St_Johns', 'Europe/London'];
  const sections = [
    'approvals: {}',
    'failing-tests: {}',
    'calendar: {}',
    'wiki: {}',
    'slack: {}',
    'report: {}',
    'deadlines: { notice: [1 week, 5 hours] }',
  ];
  const some = fc.record({
    on: fc.subarray(sections),
    zone: fc.constantFrom(...zones),
    others: fc.subarray(zones),
    hours: fc.constantFrom('09:00-17:00', '00:00-06:00', '07:30-15:00'),
  });
  fc.assert(
    fc.property(some, ({ on, zone, others, hours }) => {
      const people = others.map((one, index) => `  p${index}: { timezone: ${one} }`);
      const config = [
        `timezone: ${zone}`,
        'cycle: { weeks: 4, release-week: 4, weeks-after: 0 }',
        'releases: [{ version: 1.0.0, release: 2026-11-24, branch: release-1.0 }]',
        ...(people.length === 0 ? [] : ['people:', ...people]),
        ...on,
      ]
        .join('\n')
        .replace('approvals: {}', `approvals: { working-hours: '${hours}' }`);
      expect(judged(workflowText(needsOf(config), USES, PATH), config)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('any text at all is judged or left, and never thrown over', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat(GOOD.length), (noise, at) => {
      const text = GOOD.slice(0, at) + noise + GOOD.slice(at);
      for (const line of judged(text) ?? []) expect(line).toMatch(/^\d+ workflow-[a-z]+: /);
    }),
    { numRuns: 200 },
  );
});
