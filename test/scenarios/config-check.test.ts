// Scenario: pull requests that change the config get a check, whoever opened them and whatever is on the default branch.
import { wholeRun } from '../../src/run/whole-run.ts';
import { isGood, reportMarkdown } from '../../src/report/report.ts';
import type { Instant } from '../../src/domain/day.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import {
  CONFIG,
  annotationsOf,
  checkOf,
  checksOf,
  proposeConfig,
  proposeFromFork,
} from '../support/config-pull.ts';
import { deliver } from '../support/deliver.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { clientOf, instant, quiet, startTestApp, writesSince } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import { repository } from '../support/tracking.ts';

const NOW = instant('2020-01-08T12:00:00Z');
const REPO = '/repos/acme/demo';
const CREATE = 'POST /repos/{owner}/{repo}/check-runs';

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed() });
});

beforeEach(() => github.reset());

afterEach(() => expectNoViolations(github));

afterAll(() => github.close());

function run(mode: 'reconcile' | 'plan' = 'reconcile') {
  return wholeRun({ github: clientOf(github), now: NOW }, mode);
}

/** What a run asks and writes. */
async function requestsOf(): Promise<{ operations: string[]; writes: string[] }> {
  const before = github.journal.length;
  await run();
  const operations = github.journal.slice(before).map(({ operation }) => operation);
  return { operations, writes: writesSince(github, before) };
}

const LATER = smallConfig()
  .replace('release: 2020-01-28', 'release: 2020-01-30')
  .replace('on: 2020-01-21', 'on: 2020-01-22');

test('a good change: dates that move, who is told, the schedule and the config in one piece', async () => {
  await run();
  const pull = await proposeConfig(github, LATER.replace('lead: ["alice"]', 'lead: [alice, carol]'));
  const made = await run();
  expect(isGood(made)).toBe(true);
  expect(reportMarkdown(made)).toContain('**1 change made.**');
  const { conclusion, output, app, status } = await checkOf(github, pull);
  expect([conclusion, status, app.slug]).toEqual(['success', 'completed', 'github-actions']);
  expect(output.title).toBe('2 dates change, 3 people are mentioned or assigned');
  expect(output.summary).toContain('| Code freeze | Tue 21 Jan 2020 | Wed 22 Jan 2020 | 1 day later |');
  expect(output.summary).toContain('| Tue 28 Jan 2020 | Thu 30 Jan 2020 | 2 days later |');
  expect(output.summary).toContain('1 task changes its day: Publish the post (due Thu 30 Jan 2020).');
  expect(output.summary).toContain('| `carol` | #1 | #1 |');
  expect(output.summary).toContain('- Comments on #1');
  expect(output.summary).toContain('Moves the GitHub milestone v2.0.0 to Thu 30 Jan 2020');
  expect(output.text).toContain('| Wed 22 Jan 2020 | 3 · R-1 | **Code freeze** |');
  expect(output.text).toContain('roles: { lead: [alice, carol], shadow: [bob] }');
});

test('a first config: the issues that open, labels and milestones', async () => {
  await github.close();
  const { files: _, ...bare } = smallSeed();
  github = await startTestGitHub({ seed: { ...bare, files: { 'README.md': '# demo\n' } } });
  const pull = await proposeConfig(github, smallConfig());
  const first = await run();
  expect(first.kind).toBe('no-config');
  expect(reportMarkdown(first)).toContain('check the config of #');
  const { conclusion, output } = await checkOf(github, pull);
  expect(conclusion).toBe('success');
  expect(output.title).toBe('1 new release, 1 issue opens, 2 people are mentioned or assigned');
  expect(output.summary).toContain('would turn relcomms on for this repository');
  expect(output.summary).toContain('**v2.0.0** is new: 4 weeks from Mon 6 Jan 2020');
  expect(output.summary).toContain('- Opens Release v2.0.0');
  expect(output.summary).toContain('- Creates the GitHub milestone v2.0.0, due Tue 28 Jan 2020');
  expect(output.summary).toContain('- Creates the labels `release`');
  expect(output.summary).toContain('| `alice` | Release v2.0.0 | Release v2.0.0 |');
  expectNoViolations(github);
  await github.close();
  github = await startTestGitHub({ seed: smallSeed() });
});

test('a broken change is marked at its lines; the push that mends it makes the check good', async () => {
  const broken = LATER.replace('release: 2020-01-30', 'release: 2020-01-32').replace(
    'week: 1',
    'week: first',
  );
  const pull = await proposeConfig(github, broken);
  const first = await run();
  expect(isGood(first)).toBe(true);
  const failed = await checkOf(github, pull);
  expect([failed.conclusion, failed.output.title]).toEqual(['failure', "2 errors: the config can't be used"]);
  const lines = broken.split('\n');
  const marks = await annotationsOf(github, failed.id);
  expect(marks.map(({ path, start_line: line, annotation_level: level }) => [path, line, level])).toEqual([
    [CONFIG, lines.findIndex((line) => line.includes('01-32')) + 1, 'failure'],
    [CONFIG, lines.findIndex((line) => line.includes('week: first')) + 1, 'failure'],
  ]);
  await github.as('carol').putFile(CONFIG, LATER, 'Mend', 'proposal');
  await run();
  expect(await checkOf(github, pull)).toMatchObject({ conclusion: 'success' });
});

test('a pull request from a fork is read and checked, and nothing of it is used', async () => {
  await run();
  const { issues } = repository(github);
  const pull = await proposeFromFork(github, LATER);
  const before = github.journal.length;
  await run();
  expect(writesSince(github, before)).toEqual([`POST ${REPO}/check-runs`]);
  expect(await checkOf(github, pull)).toMatchObject({ conclusion: 'success' });
  expect(repository(github).issues.filter(({ number }) => number !== pull)).toEqual(issues);
});

test('a default branch that is broken: the pull request that mends it is told so', async () => {
  await github.as('alice').putFile(CONFIG, smallConfig().replace('release: 2020-01-28', 'release: never'));
  const mends = await proposeConfig(github, smallConfig(), 'mends');
  const worse = await proposeConfig(github, 'releases: maybe\n', 'worse');
  const broken = await run();
  expect(broken.kind).toBe('broken-config');
  const good = await checkOf(github, mends);
  expect(good.conclusion).toBe('success');
  expect(good.output.summary).toContain('and the one on the default branch is not');
  expect(good.output.summary).toContain('- Opens Release v2.0.0');
  const bad = await checkOf(github, worse);
  expect(bad.conclusion).toBe('failure');
  expect(bad.output.summary).toContain('The config on the default branch has errors too');
});

test('when the default branch changes, the check is made anew, and only once', async () => {
  const pull = await proposeConfig(github, LATER);
  await run();
  await github.as('alice').putFile(CONFIG, smallConfig({ freeze: 'Freeze' }));
  await run();
  await run();
  const all = await checksOf(github, pull);
  expect(all).toHaveLength(2);
  expect(all[1]?.output.summary).toContain('Wed 22 Jan 2020');
  expect(new Set(all.map(({ external_id: id }) => id)).size).toBe(2);
});

test('more than fifty mistakes: all that are told are marked, and the check ends with the last of them', async () => {
  const more = Array.from({ length: 120 }, (_, index) => ({ id: `t${index}`, title: `T${index}` }));
  const pull = await proposeConfig(
    github,
    smallConfig({ more }).replaceAll('role: lead, week: 2', 'rule: lead, week: 2'),
  );
  const before = github.journal.length;
  await run();
  const check = await checkOf(github, pull);
  expect(check).toMatchObject({
    conclusion: 'failure',
    output: { title: "101 errors: the config can't be used" },
  });
  expect(check.output.summary).toContain('and 81 more, each marked at its line');
  const first = await annotationsOf(github, check.id);
  expect(new Set(first.map(({ start_line: line }) => line)).size).toBe(100);
  const sent = github.journal.slice(before).filter(({ path }) => path.includes('/check-runs'));
  const bodies = sent.flatMap(({ body, write }) =>
    write ? [body as { status?: string; external_id?: string; output: { annotations: unknown[] } }] : [],
  );
  expect(bodies.map(({ status, output }) => [status, output.annotations.length])).toEqual([
    ['in_progress', 50],
    [undefined, 50],
    ['completed', 1],
  ]);
  expect(bodies.map(({ external_id: id }) => id === undefined)).toEqual([true, true, false]);
});

test.each([
  ['at once', 1, true],
  ['by the next run where that broke off as well', 2, false],
] as const)('a check that broke off between its pages is made again, %s', async (_when, times, isAtOnce) => {
  const more = Array.from({ length: 60 }, (_, index) => ({ id: `t${index}`, title: `T${index}` }));
  const pull = await proposeConfig(
    github,
    smallConfig({ more }).replaceAll('role: lead, week: 2', 'rule: lead, week: 2'),
  );
  const patch = 'PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}';
  github.fault({ kind: 'error-before', times, match: ({ operation }) => operation === patch });
  expect(isGood(await run())).toBe(isAtOnce);
  expect(isGood(await run())).toBe(true);
  const all = await checksOf(github, pull);
  expect(all.slice(times)).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
});

test('nothing in a hostile config is live in the check, and its names reach GitHub as variables only', async () => {
  const evil = '@bob </details> <img src=x> [x](https://evil.example) #1 ``` | -- $(x)';
  const text = smallConfig({ first: evil, freeze: evil }).replace('on: 2020-01-21', 'on: 2020-01-23');
  const hostile = `${text}people: { bob: { name: ${JSON.stringify(evil)} } }\n`.replace(
    'tracking-issue: { tasks: none }',
    `tracking-issue: { labels: [${JSON.stringify('") { id } x: label(name: "')}] }`,
  );
  const pull = await proposeFromFork(github, hostile);
  await run();
  const { output, conclusion } = await checkOf(github, pull);
  expect(conclusion).toBe('success');
  const outside = `${output.summary}\n${(output.text ?? '').replaceAll(/^(`{3,})yaml$[\s\S]*?^\1$/gm, '')}`;
  expect(outside).not.toMatch(/@bob|<img|(?<!\\)\]\(https|^ *```/m);
  expect(outside.match(/<\/details>/g)).toHaveLength(2);
  const queries = github.journal.map(({ body }) => (body as { query?: string } | undefined)?.query ?? '');
  expect(queries.join('\n')).not.toContain('id } x');
});

test('a config that names hundreds of things is checked without looking them all up', async () => {
  const more = Array.from({ length: 400 }, (_, index) => ({ id: `t${index}`, title: `T${index}` }));
  const labels = Array.from({ length: 400 }, (_, index) => `label-${index}`);
  const text = smallConfig({ more }).replace(
    '{ tasks: none }',
    `{ tasks: none, labels: [${labels.join(', ')}] }`,
  );
  const pull = await proposeFromFork(github, text);
  const before = github.journal.length;
  await run();
  const { output, conclusion } = await checkOf(github, pull);
  expect(conclusion).toBe('success');
  expect(output.summary).toContain('The effects on issues are unknown: it names 40');
  for (const part of [output.summary, output.text ?? ''])
    expect(Buffer.byteLength(part)).toBeLessThan(65_535);
  const looks = github.journal.slice(before).filter(({ operation }) => operation === 'RelcommsLook');
  expect(JSON.stringify(looks)).not.toContain('label-399');
});

test('a run with nothing to do: two requests, and one more for each open pull request on the config', async () => {
  await run();
  const carol = github.as('carol');
  await carol.branch('other');
  await carol.putFile('README.md', 'Hello\n', 'Write', 'other');
  await carol.openPull({ title: 'Something else', head: 'other' });
  expect(await requestsOf()).toEqual({ operations: ['RelcommsConfig', 'RelcommsLook'], writes: [] });
  await proposeConfig(github, LATER);
  await run();
  const list = 'GET /repos/{owner}/{repo}/commits/{ref}/check-runs';
  expect(await requestsOf()).toEqual({ operations: ['RelcommsConfig', 'RelcommsLook', list], writes: [] });
});

test('pull requests against other branches, and closed ones, get no check', async () => {
  const carol = github.as('carol');
  await carol.branch('release-2.0');
  const pull = await proposeConfig(github, LATER);
  await carol.close(pull);
  await carol.branch('backport');
  await carol.putFile(CONFIG, LATER, 'Propose', 'backport');
  const other = await carol.openPull({ title: 'Backport', head: 'backport', base: 'release-2.0' });
  await run();
  expect([await checksOf(github, pull), await checksOf(github, other)]).toEqual([[], []]);
});

test('a config that is taken away or renamed is told, neither good nor bad', async () => {
  const carol = github.as('carol');
  const remove = async (branch: string): Promise<void> => {
    const { json } = await carol.request('GET', `${REPO}/contents/${CONFIG}?ref=${branch}`);
    const { sha } = json as { sha: string };
    await carol.request('DELETE', `${REPO}/contents/${CONFIG}`, { message: 'Remove', sha, branch });
  };
  await carol.branch('removal');
  await remove('removal');
  const removal = await carol.openPull({ title: 'Remove', head: 'removal' });
  const renaming = await proposeConfig(github, smallConfig(), 'renaming', 'schedule.yml');
  await remove('renaming');
  await run();
  for (const pull of [removal, renaming])
    expect(await checkOf(github, pull)).toMatchObject({
      conclusion: 'neutral',
      output: { title: 'The config is removed' },
    });
});

test('a plan names the checks and makes none', async () => {
  const pull = await proposeConfig(github, LATER);
  const before = github.journal.length;
  const planned = await run('plan');
  expect(writesSince(github, before)).toEqual([]);
  expect(reportMarkdown(planned)).toContain(`check the config of #&#8203;${pull}: 2 dates change`);
  expect(await checksOf(github, pull)).toEqual([]);
});

test('a token that may not write checks: the run stays good, and a later one makes the check', async () => {
  const pull = await proposeConfig(github, LATER);
  await run('plan');
  github.fault({
    kind: 'error-before',
    times: 1,
    status: 403,
    match: ({ operation }) => operation === CREATE,
  });
  const refused = await run();
  expect(isGood(refused)).toBe(true);
  expect(reportMarkdown(refused)).toMatch(/Not possible: check the config of .* give it "checks: write"/);
  expect(await checksOf(github, pull)).toEqual([]);
  await run();
  expect(await checkOf(github, pull)).toMatchObject({ conclusion: 'success' });
});

test('an answer that is lost makes no second check', async () => {
  const pull = await proposeConfig(github, LATER);
  github.fault({ kind: 'drop-after', times: 1, match: ({ operation }) => operation === CREATE });
  const lost = await run();
  expect(lost.checks?.applied.map(({ outcome }) => outcome)).toEqual(['already']);
  await run();
  await checkOf(github, pull);
});

test('differences that are too much for GitHub do not keep it from reading the config', async () => {
  await proposeConfig(github, LATER);
  github.fault({ kind: 'error-before', times: 1, match: ({ operation }) => operation === 'RelcommsConfig' });
  const first = await run();
  expect(isGood(first)).toBe(true);
  expect(reportMarkdown(first)).toContain('check configs in pull requests: GitHub could not list them');
});

describe('with the App', () => {
  test('a pull request is checked when its webhook comes, once, whoever else runs', async () => {
    const app = await startTestApp(github, () => NOW);
    const pull = await proposeConfig(github, LATER);
    await quiet(github, app);
    expect(await checkOf(github, pull)).toMatchObject({ app: { slug: 'relcomms' }, conclusion: 'success' });
    await run();
    await app.tick();
    await quiet(github, app);
    await checkOf(github, pull);
    await github.as('carol').putFile(CONFIG, 'releases: maybe\n', 'Break', 'proposal');
    await quiet(github, app);
    expect(await checkOf(github, pull)).toMatchObject({ conclusion: 'failure' });
    await app.close();
  });

  test('a webhook that is lost is healed by the next look', async () => {
    const app = await startTestApp(github, () => NOW, false);
    const pull = await proposeConfig(github, LATER);
    await quiet(github, app);
    expect(await checksOf(github, pull)).toEqual([]);
    await app.tick();
    await quiet(github, app);
    expect(await checkOf(github, pull)).toMatchObject({ conclusion: 'success' });
    await app.close();
  });

  test('a person who asks for it anew gets it anew', async () => {
    const app = await startTestApp(github, () => NOW);
    const pull = await proposeConfig(github, LATER);
    await quiet(github, app);
    const first = github.deliveries.find(({ event }) => event === 'check_run');
    if (first === undefined) throw new Error('no check_run was told');
    const sender = { login: 'alice' };
    const rerequest = { ...first, payload: { ...first.payload, action: 'rerequested', sender } };
    await deliver(github, app, rerequest, 'rerequest-1');
    await quiet(github, app);
    expect(await checksOf(github, pull)).toHaveLength(2);
    await app.close();
  });
});

test('what could not be looked at for a check is looked at again after an hour, and the check made anew once', async () => {
  let minutes = 0;
  const now = (): Instant => (NOW + minutes * 60_000) as Instant;
  const ours = await startTestGitHub({ seed: smallSeed(), now });
  const at = async (minute: number, lost: boolean): Promise<string[]> => {
    minutes = minute;
    let looks = 0;
    ours.fault({
      // The run's own look comes first, then that of the check.
      match: ({ operation }) => operation === 'RelcommsLook' && ++looks > 1 && lost,
      times: 9,
      kind: 'error-before',
      status: 502,
    });
    const before = ours.journal.length;
    await wholeRun({ github: clientOf(ours), now: now() }, 'reconcile');
    ours.clearFaults();
    return writesSince(ours, before);
  };
  await at(0, false);
  const pull = await proposeConfig(ours, LATER);
  await at(1, true);
  const [lacking] = await checksOf(ours, pull);
  expect(lacking?.output.summary).toContain('are unknown: ');
  expect(await at(30, false)).toEqual([]);
  // As little is known as before: nothing is said twice.
  expect(await at(70, true)).toEqual([]);
  expect(await at(80, false)).toEqual([`POST ${REPO}/check-runs`]);
  const [, whole, ...more] = await checksOf(ours, pull);
  expect(more).toEqual([]);
  expect(whole?.output.summary).not.toContain('are unknown: ');
  expect(await at(200, false)).toEqual([]);
  expectNoViolations(ours);
  await ours.close();
});
