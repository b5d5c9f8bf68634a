// The report in a small release: what stands in the way appears, is answered on demand, and goes away again.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { outputsOf, planFile } from '../../src/report/outputs.ts';
import { mentionsIn } from '../../sandbox/mail/mentions.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { instant, runAction, writesSince } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { issue } from '../support/tracking.ts';

const CONFIG = `${smallConfig()}
teams: { api: { github: acme/api, lead: carol }, web: { github: acme/web } }
report: {}
approvals: {}
`;

const START = instant('2020-01-06T12:00:00Z');
const MIDDLE = instant('2020-01-15T12:00:00Z');

const HOSTILE = 'Login <b>fails</b> | for @alice --> ::error::x';

let github: EmbeddedGitHub;
let now = START;

beforeEach(async () => {
  now = START;
  github = await startTestGitHub({
    seed: { ...smallSeed(), files: { '.github/relcomms.yml': CONFIG } },
    now: () => now,
    // What people open is looked at days later here, when lists have long learned of it.
    lag: 0,
  });
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

async function run(at = now) {
  now = at;
  const before = github.journal.length;
  const done = await runAction(github, at);
  return { done, writes: writesSince(github, before), requests: github.journal.length - before };
}

/** The headline and the block of the report. */
function section(): string {
  const { body } = issue(github, 1);
  const block = (name: string): string =>
    new RegExp(`<!-- relcomms:begin ${name} \\d+ -->([^]*)<!-- relcomms:end ${name} -->`).exec(body)?.[1] ??
    '';
  return block('standing') + block('report');
}

test('a blocker shows, the audit answers with everything, and what is mended goes', async () => {
  await run();
  expect(section()).toContain('**Not watched:** nothing found before Code freeze, but');
  expect(section()).toContain('but nobody watches cherry-picks (v2.0.0 has no branch), failing tests and');
  const blocker = await github.as('bob').openIssue({ title: HOSTILE, labels: ['release-blocker'] });
  await github.as('bob').assign(blocker, 'carol');
  const later = await run(MIDDLE);
  expect(outputsOf(later.done)).toMatchObject({
    'waiting-approvals': '0',
    'failing-tests': '',
    overdue: '1',
  });
  expect(section()).toContain('**Red:** 1 blocker and 1 overdue task before Code freeze.');
  expect(section()).toContain('| api | Red | 1 blocker |');
  expect(section()).toContain(
    `- api: #${blocker} Login &lt;b&gt;fails&lt;/b&gt; \\| for @&#8203;alice --&gt; ::&#8203;error::x; owner: carol`,
  );
  expect(mentionsIn(section())).toEqual([]);
  expect(section()).toContain('| Wed 15 Jan 2020 | 3 |');
  expect(await run(MIDDLE)).toMatchObject({ writes: [], requests: 3 });

  const asked = await github.as('alice').comment(1, '/release done settle the theme\n/release audit');
  await run();
  const reply = issue(github, 1).comments.find(({ body }) =>
    body.includes(`command/${asked}/reply -->`),
  )?.body;
  // The tick of the line before counts already.
  expect(reply).toContain('**Red:** 1 blocker before Code freeze, Tue 21 Jan 2020 (in 6 days).');
  expect(reply).toContain(`#${blocker} Login`);
  expect(reply).toContain('failing tests and flaky tests ("failing-tests" is off)');
  expect(section()).not.toContain('overdue');
  expect((await run()).writes).toEqual([]);

  await github.as('carol').close(blocker);
  const { done } = await run();
  expect(section()).toContain('**Not watched:** nothing found');
  expect(JSON.parse(planFile(done, now))).toMatchObject({ standing: [] });

  await run(instant('2020-02-03T12:00:00Z'));
  expect(issue(github, 1).state).toBe('closed');
  expect(section()).toContain('| Wed 15 Jan 2020 | 3 |');
  expect(section()).not.toContain('### Before');
  expect((await run()).writes).toEqual([]);
});

test('all pages are read, issues and pull requests, each once', async () => {
  await run();
  const titles = Array.from({ length: 55 }, (_, index) => `Blocker ${index}`);
  // oxlint-disable-next-line no-await-in-loop -- one after the other, as people write
  for (const title of titles) await github.as('bob').openIssue({ title, labels: ['release-blocker'] });
  await github.as('bob').openIssue({ title: 'No blocker', labels: ['bug'] });
  await github.as('bob').pushBranch('mend', { 'a.md': 'a\n' }, 'Mend');
  const { json } = await github
    .as('bob')
    .request('POST', '/repos/acme/demo/pulls', { title: 'Mend it', head: 'mend', base: 'main' });
  const { number } = json as { number: number };
  await github.as('bob').label(number, 'release-blocker');
  const { done } = await run();
  const keys = done.kind === 'applied' ? done.standing.map(({ key }) => key) : [];
  expect(keys).toHaveLength(56);
  expect(keys.at(-1)).toBe(`blocker/${number}`);
  expect(section()).toContain('**Red:** 56 blockers before');

  // A page that fails makes all of them unknown, and green is nothing then; the issue itself goes on.
  github.fault({
    match: ({ operation }) => operation.includes('RelcommsBlockers'),
    times: 50,
    kind: 'error-before',
    status: 403,
  });
  const failed = await run();
  expect(section()).toContain('**Blockers: unknown.** Why: ');
  expect(section()).toContain('**Teams (unknown):** api, web');
  expect(section()).not.toContain('Green');
  expect(failed.done.kind === 'applied' && failed.done.plan.unknown).toMatchObject([{ duty: 'blockers' }]);
});
