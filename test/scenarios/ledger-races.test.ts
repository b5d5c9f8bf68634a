// Scenario: App, Action and people write the log in the same instant; no line and no memory of it is lost.
import { type EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { readState } from '../../src/memory/ledger.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, quiet, runAction, startTestApp, writesSince } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue, ledgersOf } from '../support/tracking.ts';

const NOW = instant('2020-01-08T12:00:00Z');
const WRITE = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';

let github: EmbeddedGitHub;

beforeEach(async () => {
  github = await startTestGitHub({ seed: smallSeed() });
  await runAction(github, NOW);
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

function log(): string {
  return ledgersOf(github, 1)[0]?.body ?? '';
}

/** Does this once, right before the first write of the log. */
function beforeTheWrite(act: () => Promise<unknown>): void {
  let first = true;
  github.before(async ({ operation }) => {
    if (operation !== WRITE || !first) return;
    first = false;
    await act();
  });
}

async function expectPeace(): Promise<void> {
  await runAction(github, NOW);
  const before = github.journal.length;
  await runAction(github, NOW);
  expect(writesSince(github, before)).toEqual([]);
}

test("a person's note in the log, saved between our read and our write, is put back", async () => {
  await github.as('bob').tick(1, 'Write the notes');
  const id = ledgersOf(github, 1)[0]?.id ?? 0;
  beforeTheWrite(() => github.as('carol').editComment(id, `${log()}\nMind the  two spaces.\n`));
  await runAction(github, NOW);
  expect(log()).toContain('\nMind the  two spaces.\n');
  expect(readState(log())?.done).toEqual(['notes']);
  await expectPeace();
});

test('lines that App and Action write in the same instant all stand there, and so does what they noted', async () => {
  const app = await startTestApp(github, () => NOW, false);
  await github.as('bob').comment(1, '/release done theme');
  beforeTheWrite(async () => {
    // The Action is about to write; the App has other news and goes first.
    await github.as('alice').putFile('.github/relcomms.yml', smallConfig({ lead: ['alice', 'bob'] }));
    await github.as('bob').tick(1, 'Write the notes');
    await app.tick();
    await quiet(github, app);
  });
  await runAction(github, NOW);
  await expectPeace();
  expect(log()).toContain('v2.0.0/assigned/bob');
  expect(log().match(/relcomms:entry v2\.0\.0\/command\//g)).toHaveLength(1);
  expect(readState(log())?.done).toEqual(['notes', 'theme']);
  expect(issue(github, 1).assignees.toSorted()).toEqual(['alice', 'bob']);
  await app.close();
});
