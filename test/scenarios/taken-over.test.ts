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

/** What people see of a comment: the state that a log keeps is rewritten without a sound. */
function wordsOf({ body }: { readonly body: string }): string {
  return body.replace(/<!-- relcomms:state .* -->/, '');
}

/** Boxes that it checks since: tasks that relcomms carries out itself. */
const CARRIED_OUT: Readonly<Record<string, readonly string[]>> = {
  'kyma.json': ['pending-approvals.2020-w08 false'],
};

/** Boxes that presets have since. */
const ADDED: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.json': [
    'release-team-meeting.2020-w08',
    'release-team-meeting.2020-w09',
    'blog-series-settled',
    'webinar-settled',
  ],
};

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
  const [old, fresh] = [readTicks(written.body), readTicks(after.body)];
  const changed = [...old].flatMap(([id, ticked]) =>
    fresh.get(id) === ticked ? [] : [`${id} ${String(ticked)}`],
  );
  expect(changed).toEqual(CARRIED_OUT[name] ?? []);
  const added = ADDED[name] ?? [];
  expect([...fresh.keys()].filter((id) => !added.includes(id))).toEqual([...old.keys()]);
  expect(added.filter((id) => !fresh.has(id))).toEqual([]);
  expect(theirLines(after.body)).toEqual(theirLines(written.body));
  expect(after.comments).toHaveLength(written.comments.length);
  expect(after.comments.map(wordsOf)).toEqual(before.comments.map(wordsOf));
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
