// Tracking issues that an earlier version wrote are taken over: not a word or tick is lost, and nobody gets a mail.
import { readFileSync, readdirSync } from 'node:fs';
import { readTicks } from '../../src/body/ticks.ts';
import { expectNoViolations } from '../support/github.ts';
import { root } from '../support/root.ts';
import { runAction, writesSince } from '../support/runs.ts';
import { issue, repository } from '../support/tracking.ts';
import { type Written, withWritten } from '../support/written.ts';

const FOLDER = new URL('test/fixtures/written/', root);

/** Lines that people wrote: what stands in none of our lines and blocks. */
function theirLines(body: string): string[] {
  const ours = /<!-- relcomms:begin [^]*?<!-- relcomms:end \S+ -->/g;
  return body
    .replaceAll(ours, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.includes('relcomms:'));
}

test.each(readdirSync(FOLDER))('%s is taken over', async (name) => {
  const written = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Written;
  expect(theirLines(written.body)).toContain('Ask first: see the handbook.');
  expect([...readTicks(written.body).values()].filter(Boolean).length).toBeGreaterThanOrEqual(2);
  const github = await withWritten(written);
  const from = github.journal.length;
  const before = issue(github, 1);
  const tasks = (written.tasks ?? []).map((_, index) => issue(github, index + 2));
  const run = await runAction(github, written.at);
  expect(run).toMatchObject({ kind: 'applied' });
  const after = issue(github, 1);
  expect(readTicks(after.body)).toEqual(readTicks(written.body));
  expect(theirLines(after.body)).toEqual(theirLines(written.body));
  expect(after.comments).toHaveLength(written.comments.length);
  expect(after.comments.map(({ body }) => body)).toEqual(before.comments.map(({ body }) => body));
  expect(after.assignees).toEqual(written.assignees);
  for (const task of tasks) {
    const now = issue(github, task.number);
    const { state, comments, assignees, parent, labels } = task;
    expect(now).toMatchObject({ state, comments, assignees, parent, labels });
    expect(parent).toBe(1);
    expect(theirLines(now.body)).toEqual(theirLines(task.body));
  }
  expect(repository(github).issues).toHaveLength(1 + tasks.length);
  const mails = /POST \S+\/(?:issues|comments|assignees)$/;
  const writes = writesSince(github, from);
  expect(writes.filter((one) => mails.test(one))).toEqual([]);
  const bodies = writes.filter((one) => /PATCH \S+\/issues\/\d+$/.test(one));
  expect(new Set(bodies).size).toBe(bodies.length);
  // The second run finds nothing to do.
  const again = github.journal.length;
  await runAction(github, written.at);
  expect(writesSince(github, again)).toEqual([]);
  expectNoViolations(github);
  await github.close();
});
