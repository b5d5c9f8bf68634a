// Scenario: a date moves by a command, and what the pull request asks about is answered by checking boxes in it.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import type { RunningApp } from '../../src/server/start-app.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import {
  clientOf,
  noon,
  quiet,
  runAction,
  runWithAppToken,
  startTestApp,
  writesSince,
} from '../support/runs.ts';
import { issue, repository } from '../support/tracking.ts';

const PATH = '.github/relcomms.yml';
const BRANCH = 'relcomms/slip-v1.30-release-2020-02-07';
const CONFIG = `timezone: UTC
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
roles:
  lead: [alice]
milestones:
  beta: { title: Beta, on: 2020-01-22 }
  docs: { title: Docs freeze, on: 2020-01-24 }
  rc1: { title: RC 1, on: 2020-01-28 }
tasks: [{ id: build, title: Build it, role: lead, due: release }]
releases:
  - version: v1.30 # the first one
    release: 2020-01-31
`;
const NOW = noon('2020-01-14');

let github: EmbeddedGitHub;
let pull: number;

beforeEach(async () => {
  github = await startTestGitHub({ seed: kubernetesSeed(CONFIG) });
  await runAction(github, NOW);
  await github.as('alice').comment(1, '/release slip release=+1w because a late fix');
  await runAction(github, NOW);
  pull = repository(github).issues.find((one) => one.pull)?.number ?? 0;
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

async function fileOn(branch: string): Promise<string> {
  const { json } = await github.as('alice').request('GET', `/repos/acme/demo/contents/${PATH}?ref=${branch}`);
  return Buffer.from((json as { content: string }).content, 'base64').toString('utf8');
}

async function commitsOn(branch: string): Promise<string[]> {
  const { json } = await github.as('alice').request('GET', `/repos/acme/demo/commits?sha=${branch}`);
  return (json as { commit: { message: string } }[]).map(({ commit }) => commit.message);
}

function body(): string {
  return issue(github, pull).body ?? '';
}

/** Lines that only the second text has. */
function added(before: string, after: string): string[] {
  const was = before.split('\n');
  return after.split('\n').filter((line) => !was.includes(line));
}

const boxOf = (id: string) => (line: string) => line.includes(`relcomms:move ${id}=`);

async function runsWriteNothing(): Promise<void> {
  const before = github.journal.length;
  await runAction(github, NOW);
  await runWithAppToken(github, NOW);
  expect(writesSince(github, before)).toEqual([]);
}

test('each asked row has a box; a checked one moves too, an unchecked one moves back', async () => {
  const first = await fileOn(BRANCH);
  expect(added(CONFIG, first)).toEqual([
    '    start: 2020-01-06',
    '    release: 2020-02-07',
    "    because: 'a late fix'",
  ]);
  expect(body().match(/^- \[ \] <!-- relcomms:move \S+ -->.*$/gm)).toEqual([
    '- [ ] <!-- relcomms:move beta=2020-01-29 -->Beta (`beta`), from Wed 22 Jan 2020 to Wed 29 Jan 2020: has a day of its own',
    '- [ ] <!-- relcomms:move docs=2020-01-31 -->Docs freeze (`docs`), from Fri 24 Jan 2020 to Fri 31 Jan 2020: has a day of its own',
    '- [ ] <!-- relcomms:move rc1=2020-02-04 -->RC 1 (`rc1`), from Tue 28 Jan 2020 to Tue 4 Feb 2020: has a day of its own',
  ]);
  await runsWriteNothing();

  await github.as('alice').tick(pull, boxOf('rc1'));
  await runAction(github, NOW);
  const second = await fileOn(BRANCH);
  expect(added(first, second)).toEqual([
    '    milestones:',
    "      rc1: { on: 2020-02-04, because: 'a late fix' }",
  ]);
  expect(added(second, first)).toEqual([]);
  expect((await commitsOn(BRANCH))[0]).toBe('Move rc1 to 2020-02-04, release to 2020-02-07 in v1.30');
  const moved = body().split('### Moves')[1]?.split('###')[0] ?? '';
  expect(moved).toContain(
    '- [x] <!-- relcomms:move rc1=2020-02-04 -->RC 1 (`rc1`), from Tue 28 Jan 2020 to Tue 4 Feb 2020\n',
  );
  expect(body().match(/relcomms:move rc1=/g)).toHaveLength(1);
  await runsWriteNothing();

  await github.as('alice').tick(pull, boxOf('rc1'), false);
  await runAction(github, NOW);
  expect(await fileOn(BRANCH)).toBe(first);
  expect(body()).toContain('- [ ] <!-- relcomms:move rc1=2020-02-04 -->');
  expect(await commitsOn(BRANCH)).toHaveLength(5);
  await runsWriteNothing();
});

test('a box that somebody changed who may not move dates is set back, which the text says; others are taken', async () => {
  const before = await fileOn(BRANCH);
  await github.as('bob').tick(pull, boxOf('rc1'));
  await runAction(github, NOW);
  expect(body()).toContain(
    '**Not taken:** bob changed the checkbox of `rc1`, and relcomms set it back: moving dates is open to release leads, and people with maintain access.',
  );
  expect(body()).toContain('- [ ] <!-- relcomms:move rc1=2020-02-04 -->');
  expect(await fileOn(BRANCH)).toBe(before);
  await runsWriteNothing();
  await github.as('bob').tick(pull, boxOf('rc1'));
  await github.as('alice').tick(pull, boxOf('docs'));
  await github.as('bob').editBody(pull, (text) => `Please look!\n\n${text}`);
  await runAction(github, NOW);
  expect(body()).toContain('**Not taken:** bob changed');
  expect(body()).toMatch(/^Please look!\n[^]*- \[ \] <!-- relcomms:move rc1=/);
  expect(body()).toContain('- [x] <!-- relcomms:move docs=2020-01-31 -->');
  expect(added(before, await fileOn(BRANCH))).toEqual([
    '    milestones:',
    "      docs: { on: 2020-01-31, because: 'a late fix' }",
  ]);
  await runsWriteNothing();
  await github.as('alice').tick(pull, boxOf('rc1'));
  await runAction(github, NOW);
  expect(body()).toContain('- [x] <!-- relcomms:move rc1=2020-02-04 -->');
  expect(body()).not.toContain('Not taken');
});

test('what people wrote around our part of the text stays, whatever its line ends', async () => {
  await github
    .as('alice')
    .editBody(pull, (text) => `Please look!\n\n${text}\n\n- [ ] asked bob\n`.replaceAll('\n', '\r\n'));
  await github.as('alice').tick(pull, boxOf('docs'));
  await runAction(github, NOW);
  expect(body()).toMatch(/^Please look!\r\n/);
  expect(body()).toContain('\r\n- [ ] asked bob');
  expect(body()).toContain('- [x] <!-- relcomms:move docs=2020-01-31 -->');
  await runsWriteNothing();
});

test('a branch with commits of people is left alone, which the text says until nothing is asked', async () => {
  const own = `${await fileOn(BRANCH)}# mine\n`;
  await github.as('alice').putFile(PATH, own, 'My own change', BRANCH);
  await runsWriteNothing();
  await github.as('alice').tick(pull, boxOf('rc1'));
  await runAction(github, NOW);
  expect(await fileOn(BRANCH)).toBe(own);
  expect(body()).toContain('**Not updated:** somebody else changed this branch');
  expect(body()).toContain('`/release slip release=2020-02-07 because REASON`');
  expect(body()).toContain('- [x] <!-- relcomms:move rc1=2020-02-04 -->');
  await runsWriteNothing();
  await github.as('alice').tick(pull, boxOf('rc1'), false);
  await runAction(github, NOW);
  expect(body()).not.toContain('Not updated');
});

test('another file that people put on the branch is theirs as well', async () => {
  await github.as('alice').putFile('notes.md', 'Notes\n', 'Notes', BRANCH);
  await github.as('alice').tick(pull, boxOf('rc1'));
  await runAction(github, NOW);
  expect(body()).toContain('**Not updated:** somebody else changed this branch');
  expect(await commitsOn(BRANCH)).toHaveLength(4);
});

test('a run that broke off behind the commit is finished by the next', async () => {
  await github.as('alice').tick(pull, boxOf('rc1'));
  const client = clientOf(github);
  const breaking = {
    ...client,
    request: ((route: string, given: never) =>
      route.startsWith('PATCH /repos/{owner}/{repo}/pulls/')
        ? Promise.reject(new Error('the process ended'))
        : client.request(route as never, given)) as never,
  };
  await reconcile({ github: breaking, now: NOW });
  const written = await fileOn(BRANCH);
  expect(written).toContain('2020-02-04');
  expect(body()).toContain('"taken":[]');
  const count = (await commitsOn(BRANCH)).length;
  await runAction(github, NOW);
  expect(body()).toContain('"taken":[["rc1","2020-02-04"]]');
  expect(await fileOn(BRANCH)).toBe(written);
  expect(await commitsOn(BRANCH)).toHaveLength(count);
  await runsWriteNothing();
});

test('App and Action at once make one commit', async () => {
  await github.as('alice').tick(pull, boxOf('rc1'));
  await Promise.all([runAction(github, NOW), runWithAppToken(github, NOW)]);
  await runAction(github, NOW);
  expect(await commitsOn(BRANCH)).toHaveLength(4);
  expect(body()).toContain('"taken":[["rc1","2020-02-04"]]');
  await runsWriteNothing();
});

test('a config that changed is the one that counts; where the moves do not fit it, the text says so', async () => {
  await github.as('alice').putFile(PATH, CONFIG.replace('Build it', 'Build it all'));
  await github.as('alice').tick(pull, boxOf('rc1'));
  await runAction(github, NOW);
  expect(await fileOn(BRANCH)).toContain('Build it all');
  await github.as('alice').putFile(PATH, CONFIG.replace('on: 2020-01-24', 'on: 2020-01-31'));
  await github.as('alice').tick(pull, boxOf('docs'));
  await runAction(github, NOW);
  expect(body()).toMatch(/\*\*Not updated:\*\* .*docs/);
  expect(await commitsOn(BRANCH)).toHaveLength(4);
  await runsWriteNothing();
});

test('a run that finds nothing to answer sends no request for it', async () => {
  const reads = async (): Promise<string[]> => {
    const before = github.journal.length;
    await runAction(github, NOW);
    return github.journal.slice(before).map(({ operation }) => operation);
  };
  const ours = await reads();
  await github.as('alice').close(pull);
  await github.as('bob').pushBranch('mine', { [PATH]: `${CONFIG}# x\n` }, 'Mine');
  await github.as('bob').openPull({ title: 'Mine', head: 'mine' });
  await runAction(github, NOW);
  expect(ours).toEqual(await reads());
});

test('a text whose boxes were changed is not read, and says so', async () => {
  await github.as('alice').editBody(pull, (text) => text.replace('rc1=2020-02-04', 'rc1=2020-02-31'));
  await github.as('alice').tick(pull, boxOf('docs'));
  await runAction(github, NOW);
  expect(body()).toContain('**Not updated:** the checkboxes in this text were changed');
  expect(await commitsOn(BRANCH)).toHaveLength(3);
  await runsWriteNothing();
});

test('a milestone that the config does not know moves nothing', async () => {
  await github.as('alice').editBody(pull, (text) => text.replace('rc1=2020-02-04', 'rc9=2020-02-04'));
  await github.as('alice').tick(pull, boxOf('rc9'));
  await runAction(github, NOW);
  expect(body()).toMatch(/\*\*Not updated:\*\* .*rc9/);
  expect(await commitsOn(BRANCH)).toHaveLength(3);
});

test('what is closed stays as it is', async () => {
  await github.as('alice').close(pull);
  await github.as('alice').tick(pull, boxOf('rc1'));
  const before = body();
  await runsWriteNothing();
  expect(body()).toBe(before);
});

test('a pull request of a person is none of ours, whatever its branch and its text say', async () => {
  await github.as('bob').pushBranch('relcomms/slip-mine', { [PATH]: `${CONFIG}# x\n` }, 'Mine');
  const text = body().replace('- [ ]', '- [x]');
  const number = await github.as('bob').openPull({ title: 'Mine', head: 'relcomms/slip-mine', body: text });
  await runsWriteNothing();
  expect(issue(github, number).body).toBe(text);
});

test('an App that hears of a checked box answers it at once', async () => {
  const app: RunningApp = await startTestApp(github, () => NOW);
  await quiet(github, app);
  await github.as('alice').tick(pull, boxOf('rc1'));
  await quiet(github, app);
  expect(await fileOn(BRANCH)).toContain('2020-02-04');
  expect(body()).toContain('- [x] <!-- relcomms:move rc1=2020-02-04 -->');
  await app.close();
});
