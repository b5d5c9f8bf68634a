// The workflow that runs relcomms, fitted to a config: its hours, its rights, and its secrets.
import { DUTIES } from '../duties/index.ts';
import { sectionOf } from '../duties/book-of.ts';
import { addDays, mondayOf } from '../domain/day.ts';
import type { Prepared } from '../run/prepare.ts';
import { type RunTimes, runTimes } from './workflow-hours.ts';
import { workflowRights } from './workflow-rights.ts';

/** Working hours where the section `approvals` is off: nobody is asked at a certain hour then. */
const DEFAULT_HOURS = { from: '09:00', to: '17:00' };
/** Not at minute 0, when GitHub delays and drops runs. */
const MINUTE = 17;

/** What the workflow of a config needs. */
export interface WorkflowNeeds {
  readonly times: RunTimes;
  readonly timezone: string;
  readonly rights: ReturnType<typeof workflowRights>;
  /** Name of a secret by input of the Action. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Names of secrets that go into the environment under the same name. */
  readonly secrets: readonly string[];
}

export function workflowNeeds({ config, releases }: Prepared): WorkflowNeeds {
  const { sections, audiences, people, schedule } = config;
  const { timezone } = schedule;
  const duties = DUTIES.filter((duty) => sections[sectionOf(duty)] !== undefined);
  const all = Object.values(audiences);
  const days = releases.flatMap(({ start, end }) => {
    const mondays: ReturnType<typeof mondayOf>[] = [];
    for (let day = mondayOf(start); day <= end; day = addDays(day, 7)) mondays.push(day);
    return mondays.flatMap((monday) => [monday, addDays(monday, 4)]);
  });
  const { workingHours = DEFAULT_HOURS } = (sections['approvals'] ?? {}) as {
    readonly workingHours?: typeof DEFAULT_HOURS;
  };
  const zones = Object.values(people).flatMap((person) => person.timezone ?? []);
  const isOnSlack =
    sections['slack'] !== undefined || all.some(({ slack, teams }) => slack.length > 0 || teams);
  return {
    timezone,
    times: runTimes({ zone: timezone, zones, ...workingHours, days }),
    rights: workflowRights(
      duties,
      all.some(({ discussions }) => discussions !== undefined) ? [] : ['discussions'],
    ),
    inputs: isOnSlack ? { 'slack-token': 'SLACK_BOT_TOKEN' } : {},
    secrets: all.some(({ mail }) => mail.length > 0) ? ['SMTP_URL', 'SMTP_FROM'] : [],
  };
}

/** YAML. `uses` is the Action with the commit that it is pinned to; `configPath` is where the config is. */
export function workflowText(needs: WorkflowNeeds, uses: string, configPath: string): string {
  const { times, timezone, rights, inputs, secrets } = needs;
  const cron = (hours: string, days: string): string =>
    `    - { cron: '${MINUTE} ${hours} * * ${days}', timezone: ${timezone} }`;
  const [first = '9'] = /^\d+/.exec(times.hours) ?? [];
  const values = Object.entries(inputs).map(([input, name]) => `          ${input}: \${{ secrets.${name} }}`);
  const variables = secrets.map((name) => `          ${name}: \${{ secrets.${name} }}`);
  return [
    'name: relcomms',
    'on:',
    '  schedule: # in working hours, so that reminders reach people at work',
    ...(times.weekends ? [cron(times.hours, '*')] : [cron(times.hours, '1-5'), cron(first, '0,6')]),
    `  push: { paths: [${configPath}] }`,
    `  pull_request: { paths: [${configPath}] }`,
    '  issues: { types: [edited, closed, reopened, labeled, unlabeled] }',
    '  issue_comment: { types: [created] }',
    '  workflow_dispatch:',
    'permissions:',
    ...rights.map(({ name, access, why }) => `  ${name}: ${access} # ${why}`),
    'concurrency:',
    "  group: relcomms-${{ github.event.pull_request.number || 'main' }}",
    'jobs:',
    '  relcomms:',
    "    if: github.event_name != 'issue_comment' || contains(github.event.comment.body, '/release')",
    '    runs-on: ubuntu-latest',
    '    timeout-minutes: 10',
    '    steps:',
    `      - uses: ${uses}`,
    ...(values.length === 0 ? [] : ['        with:', ...values]),
    ...(variables.length === 0 ? [] : ['        env:', ...variables]),
    '',
  ].join('\n');
}
