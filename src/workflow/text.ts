// The text of the workflow that runs relcomms, fitted to a config.
import { type Clock, runTimes } from './hours.ts';
import type { WorkflowNeeds } from './needs.ts';

/** Not at minute 0, when GitHub delays and drops runs. */
const MINUTE = 17;

/** The entries of `schedule`: the hours of work, and once a day on weekends where nobody works. */
export function scheduleLines(clock: Clock): string[] {
  const { hours, weekends } = runTimes(clock);
  const line = (some: string, days: string): string =>
    `- { cron: '${MINUTE} ${some} * * ${days}', timezone: ${clock.zone} }`;
  const [first = '9'] = /^\d+/.exec(hours) ?? [];
  return weekends ? [line(hours, '*')] : [line(hours, '1-5'), line(first, '0,6')];
}

/** YAML. `uses` is the Action with the commit that it is pinned to; `configPath` is where the config is. */
export function workflowText(needs: WorkflowNeeds, uses: string, configPath: string): string {
  const { clock, rights, inputs, secrets } = needs;
  const values = Object.entries(inputs).map(([input, name]) => `          ${input}: \${{ secrets.${name} }}`);
  const variables = secrets.map((name) => `          ${name}: \${{ secrets.${name} }}`);
  return [
    'name: relcomms',
    'on:',
    '  schedule: # in working hours, so that reminders reach people at work',
    ...scheduleLines(clock).map((line) => `    ${line}`),
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
