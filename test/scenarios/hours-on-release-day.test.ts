// Scenario: a release day by the hour; what is due at ten is late at one minute past, and waits are by the hour, too.
import { readFileSync } from 'node:fs';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction } from '../support/runs.ts';
import { issue } from '../support/tracking.ts';

const CONFIG = readFileSync('test/fixtures/hours-and-turns.yml', 'utf8');

/** Of the first screen, the lines of a list. */
function listOf(body: string, title: string): string[] {
  const [, after = ''] = body.split(`**${title}`);
  const [list = ''] = after.split('\n\n').slice(1);
  return list.split('\n');
}

test('tasks of release day are overdue by the hour, in the zone of the release', async () => {
  const github = await startTestGitHub({ seed: kubernetesSeed(CONFIG) });
  const body = async (time: string): Promise<string> => {
    await runAction(github, instant(time));
    return issue(github, 1).body;
  };
  await body('2027-01-11T09:00:00Z');
  await github.as('alice').tick(1, 'Agree on the scope');
  await github.as('alice').tick(1, 'docs lead: dave');

  // Berlin is an hour ahead.
  const morning = await body('2027-01-26T08:59:00Z');
  expect(morning).not.toContain('**Overdue');
  expect(listOf(morning, 'This week')).toEqual([
    expect.stringContaining('Tag v2.3.0 · alice · Tue 26 Jan, 10:00 Europe/Berlin'),
    expect.stringContaining('Build the packages · alice · Tue 26 Jan, 12:00 Europe/Berlin'),
    expect.stringContaining('Announce 2.3.0 · alice · Tue 26 Jan, 15:00 Europe/Berlin'),
  ]);
  expect(morning).toContain('**Days to set:** Launch event (Events) and 1 task without a day');

  const late = await body('2027-01-26T09:00:00Z');
  expect(listOf(late, 'Overdue')).toEqual([expect.stringContaining('Tag v2.3.0')]);

  await github.as('alice').tick(1, '>Tag v2.3.0');
  const built = await body('2027-01-26T11:00:00Z');
  expect(listOf(built, 'Overdue')).toEqual([expect.stringContaining('Build the packages')]);
  // The one task that is left of the day waits for another.
  expect(listOf(built, 'This week')).toEqual([expect.stringContaining('waits for')]);

  await github.as('alice').tick(1, '>Build the packages');
  await github.as('alice').tick(1, '>Announce 2.3.0');
  const done = await body('2027-01-26T14:30:00Z');
  expect(done).not.toContain('**Overdue');
  expectNoViolations(github);
});
