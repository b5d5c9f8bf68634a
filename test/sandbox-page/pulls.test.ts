// Pull requests, checks, slips and trouble over HTTP: what a visitor does, and what the page and the state say then.
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { type Entry, type ZipFile, fromBuffer } from 'yauzl';
import { textOf } from './support/elements.ts';
import { type PullJson, SMALL_CONFIG, type Visitor, startVisit } from './support/visitor.ts';

let visitor: Visitor;

beforeAll(async () => {
  visitor = await startVisit();
});

/** Most tests bring a pull request of their own and need no new world. */
const startOver = (): Promise<void> => visitor.must('/control/reset', { config: SMALL_CONFIG });

afterAll(() => visitor.sandbox.close());

const act = (as: string, action: string, order: object): Promise<void> =>
  visitor.must('/control/act', { as, action, ...order });

async function newestPull(): Promise<PullJson> {
  const pull = (await visitor.state()).pulls.at(-1);
  if (pull === undefined) throw new Error('no pull request');
  return pull;
}

const LATER = SMALL_CONFIG.replace('release: 2020-01-14', 'release: 2020-01-16');

test('a pull request that changes the config changes nothing until it is merged', async () => {
  await startOver();
  await act('bob', 'open-pull', { title: 'Two days later', config: LATER });
  const { number, files } = await newestPull();
  expect(files).toMatchObject([
    {
      path: '.github/relcomms.yml',
      patch: expect.stringContaining('+    release: 2020-01-16') as string,
    },
  ]);
  expect(textOf(await visitor.page())).toContain('Release day: Tue 14 Jan 2020');
  await act('carol', 'merge', { pull: number });
  const state = await visitor.state();
  expect(state.config.text).toBe(LATER);
  expect(state.milestones[0]?.dueOn).toContain('2020-01-16');
  expect(state.pulls[0]?.merged).toMatchObject({ by: 'carol', at: '2020-01-06T10:02:00Z' });
  expect(state.log.at(-1)?.cause).toBe('webhook');
  expect(textOf(await visitor.page())).toContain('Release day: Thu 16 Jan 2020');
});

test('a slip asked for in a comment becomes a pull request, and its merge moves the date', async () => {
  await startOver();
  await act('alice', 'comment', { issue: 1, body: '/release slip code-freeze +1d because bob is ill' });
  const { number, head } = await newestPull();
  expect(head).toContain('relcomms/slip-');
  await act('alice', 'approve', { pull: number });
  await act('alice', 'merge', { pull: number });
  const page = textOf(await visitor.page('/?pane=dates'));
  expect(page).toContain('Fri 10 Jan 2020');
  expect(page).toContain('bob is ill');
  expect((await visitor.state()).issues[0]?.comments.at(-1)?.body).toContain('because bob is ill');
});

test('reviews, reviewers and drafts are shown; nobody approves their own', async () => {
  await act('bob', 'open-pull', { title: 'Notes', body: 'Please, @carol.', draft: true });
  const { number } = await newestPull();
  const address = `/?pane=pulls&issue=${number}`;
  expect(textOf(await visitor.page(address))).toContain('Draft');
  const refused = await visitor.post('/control/act', { as: 'bob', action: 'merge', pull: number });
  expect(refused).toMatchObject({ status: 422, json: { error: expect.stringContaining('405') as string } });
  await act('bob', 'ready', { pull: number });
  await act('bob', 'request-review', { pull: number, reviewer: 'carol' });
  expect(textOf(await visitor.page(address))).toContain('carol asked');
  expect((await visitor.state()).mails).toContainEqual(
    expect.objectContaining({ to: 'carol', reason: 'review-request' }),
  );
  await act('carol', 'request-changes', { pull: number, body: 'A **word** is missing' });
  const page = textOf(await visitor.page(address));
  expect(page).toContain('carol requested changes');
  expect(page).not.toContain('carol asked');
  const own = await visitor.post('/control/act', { as: 'bob', action: 'approve', pull: number });
  expect(own).toMatchObject({ status: 422, json: { error: expect.stringContaining('own') as string } });
  await act('dave', 'approve', { pull: number });
  await act('bob', 'close', { issue: number });
  expect(textOf(await visitor.page(address))).toContain('Closed');
});

test('a check fails and passes, and the newest of each name counts', async () => {
  await act('bob', 'open-pull', { title: 'Notes' });
  const { number } = await newestPull();
  const check = { pull: number, name: 'unit tests' };
  await act('bob', 'check', { ...check, conclusion: 'failure', summary: '**2** of 40 failed' });
  const page = await visitor.page(`/?pane=pulls&issue=${number}`);
  expect(textOf(page)).toContain('1 of 1 need attention');
  expect(page).toContain('<strong>2</strong> of 40 failed');
  await act('bob', 'check', { ...check, conclusion: 'success' });
  expect((await newestPull()).checks).toMatchObject([{ name: 'unit tests', conclusion: 'success' }]);
  await act('bob', 'check', { branch: 'main', name: 'nightly', conclusion: 'skipped' });
  const nowhere = { as: 'bob', action: 'check', name: 'x', conclusion: 'success' };
  expect(await visitor.post('/control/act', nowhere)).toMatchObject({ status: 400 });
  expect(await visitor.post('/control/act', { ...nowhere, branch: 'nowhere' })).toMatchObject({
    status: 422,
  });
});

test('CI runs on a release branch, once more for what failed, and leaves its report', async () => {
  await startOver();
  const ci = { branch: 'release-6.6', workflow: 'CI' };
  const files = { 'junit/api.xml': '<testsuite name="Köln"/>', 'notes.txt': '' };
  await act('bob', 'run-ci', {
    ...ci,
    commit: 'Fix the upgrade',
    jobs: { build: 'success', e2e: 'failure', soak: 'in_progress' },
    artifact: { name: 'junit', files },
  });
  await act('bob', 'run-ci', { ...ci, again: true, jobs: { e2e: 'success', soak: 'success' } });
  const { workflow_runs: runs } = await read<{ workflow_runs: Record<string, unknown>[] }>('actions/runs');
  expect(runs).toMatchObject([
    {
      head_branch: 'release-6.6',
      display_title: 'Fix the upgrade',
      run_attempt: 2,
      conclusion: 'success',
    },
  ]);
  expect(String(runs[0]?.['updated_at']) > String(runs[0]?.['created_at'])).toBe(true);
  const run = String(runs[0]?.['id']);
  const { jobs } = await read<{ jobs: { name: string }[] }>(`actions/runs/${run}/jobs?filter=all`);
  expect(jobs.map(({ name }) => name)).toEqual(['build', 'e2e', 'soak', 'e2e']);
  const { artifacts } = await read<{ artifacts: { id: number }[] }>(`actions/runs/${run}/artifacts`);
  const zip = await ask(`actions/artifacts/${artifacts[0]?.id}/zip`);
  expect(await unzip(Buffer.from(await zip.arrayBuffer()))).toEqual(files);
  const nothing = { as: 'bob', action: 'run-ci', branch: 'main', jobs: { build: 'success' }, again: true };
  expect(await visitor.post('/control/act', nothing)).toMatchObject({ status: 422 });
  expect(await visitor.post('/control/act', { ...nothing, jobs: { build: 'odd' } })).toMatchObject({
    status: 400,
  });
});

test('a release is published with its tag', async () => {
  await act('alice', 'publish-release', { tag: 'v6.6.6', title: 'Six', prerelease: true });
  expect(await read('releases/tags/v6.6.6')).toMatchObject({ name: 'Six', prerelease: true });
  expect(await read('git/ref/tags/v6.6.6')).toMatchObject({ ref: 'refs/tags/v6.6.6' });
  const twice = { as: 'alice', action: 'publish-release', tag: 'v6.6.6' };
  expect(await visitor.post('/control/act', twice)).toMatchObject({ status: 422 });
});

/** Asks the embedded GitHub where the sandbox mounts it. */
function ask(path: string): Promise<Response> {
  const { url, tokens } = visitor.sandbox;
  const headers = { authorization: `Bearer ${tokens['bob']}` };
  return fetch(`${url}/api/v3/repos/acme/demo/${path}`, { headers });
}

async function read<T>(path: string): Promise<T> {
  return (await (await ask(path)).json()) as T;
}

/** Texts by path, as another program finds them. */
async function unzip(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await promisify((then: (error: Error | null, zip: ZipFile) => void) => {
    fromBuffer(bytes, { lazyEntries: false, autoClose: false }, then);
  })();
  const entries: Entry[] = [];
  zip.on('entry', (entry: Entry) => entries.push(entry));
  await once(zip, 'end');
  const texts = entries.map(async (entry) => {
    const stream = await promisify(zip.openReadStream.bind(zip, entry))();
    return [entry.fileName, await text(stream)] as const;
  });
  return Object.fromEntries(await Promise.all(texts));
}

test('annotations of an App are shown at their lines, and hostile words stay words', async () => {
  await act('bob', 'open-pull', { title: 'Notes' });
  const { url, tokens } = visitor.sandbox;
  const { number } = await newestPull();
  const api = `${url}/api/v3/repos/acme/demo`;
  const headers = { authorization: 'Bearer token-github-actions' };
  const pull = (await (
    await fetch(`${api}/pulls/${number}`, { headers: { authorization: `Bearer ${tokens['bob']}` } })
  ).json()) as { head: { sha: string } };
  await fetch(`${api}/check-runs`, {
    method: 'POST',
    headers,
    body: JSON.stringify({
      name: '<b>config</b>',
      head_sha: pull.head.sha,
      status: 'completed',
      conclusion: 'failure',
      output: {
        title: 'Wrong',
        summary: '<script>alert(1)</script> `code`',
        annotations: [
          {
            path: '.github/relcomms.yml',
            start_line: 7,
            end_line: 7,
            annotation_level: 'failure',
            message: '<img src=x onerror=alert(1)>',
          },
        ],
      },
    }),
  });
  await visitor.must('/control/faults', { webhooks: 'arrive' });
  const page = await visitor.page(`/?pane=pulls&issue=${number}`);
  expect(textOf(page)).toContain('.github/relcomms.yml, line 7');
  expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(page).not.toContain('<img');
  expect(page).not.toContain('alert(1)</script>');
});

test('a slip by the form is one commit of the person; mistakes are told and change nothing', async () => {
  await startOver();
  const slip = { action: 'slip', release: '1.0.0', milestone: 'code-freeze', because: 'bob is ill' };
  await visitor.must('/control/act', { as: 'bob', ...slip, to: '+1d' });
  const { config, issues } = await visitor.state();
  expect(config.text).toContain('2020-01-10');
  expect(config.text).toContain('bob is ill');
  expect(issues[0]?.comments.at(-1)?.body).toContain('from Thu 9 Jan 2020 to Fri 10 Jan 2020');
  const wrong = [
    [{ as: 'bob', ...slip, to: 'soon' }, 'is no day'],
    [{ as: 'bob', ...slip, to: '+1d', milestone: 'code-freese' }, 'Did you mean code-freeze?'],
    [{ as: 'bob', ...slip, to: '+1d', release: '2.0.0' }, 'no release 2.0.0'],
    [{ as: 'erin', ...slip, to: '+1d' }, '403'],
  ] as const;
  for (const [order, words] of wrong) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await visitor.post('/control/act', order)).toMatchObject({
      status: 422,
      json: { error: expect.stringContaining(words) as string },
    });
  }
  expect((await visitor.state()).config.text).toBe(config.text);
});

test('webhooks that get lost for a week arrive again after it', async () => {
  await startOver();
  await visitor.must('/control/faults', { webhooks: 'lost', days: 7 });
  expect((await visitor.state()).faults).toMatchObject({ webhooks: 'lost', until: '2020-01-13' });
  await visitor.must('/control/clock', { days: 6 });
  expect((await visitor.state()).faults.webhooks).toBe('lost');
  await visitor.must('/control/clock', { days: 1 });
  expect((await visitor.state()).faults).toMatchObject({ webhooks: 'arrive', until: null });
  await act('bob', 'tick', { issue: 1, item: 'first text' });
  expect(textOf(await visitor.page())).toContain('Done: 1 of 2 tasks');
  const refused = await visitor.post('/control/faults', { failWrites: 1, days: 3 });
  expect(refused.status).toBe(400);
});

test('a run that breaks off is told with its reason, and the next one goes on', async () => {
  await visitor.must('/control/faults', { failReads: 4 });
  await visitor.must('/control/clock', { days: 1 });
  expect((await visitor.state()).log.at(-1)).toMatchObject({
    result: 'crashed',
    crash: expect.stringContaining('502') as string,
  });
  expect(textOf(await visitor.page('/?pane=log'))).toContain(
    'The run stopped with an error: Server Error (502).',
  );
  await visitor.must('/control/clock', { days: 1 });
  expect((await visitor.state()).log.at(-1)).toMatchObject({ result: 'applied' });
});

test('going back does pull requests again', async () => {
  await startOver();
  await act('bob', 'open-pull', { title: 'Two days later', config: LATER });
  const { number } = await newestPull();
  await visitor.must('/control/clock', { days: 1 });
  await act('carol', 'merge', { pull: number });
  await visitor.must('/control/clock', { days: 2 });
  await visitor.must('/control/clock', { day: '2020-01-08' });
  expect((await newestPull()).merged).toMatchObject({ by: 'carol' });
  expect((await visitor.state()).config.text).toBe(LATER);
});

test('charts of others stay code, with a word about it', async () => {
  const body = '```mermaid\nflowchart LR\n  A --> B\n```';
  await act('dave', 'open-issue', { title: 'A chart', body });
  const { number } = (await visitor.state()).issues.at(-1) ?? {};
  const page = textOf(await visitor.page(`/?pane=issue&issue=${number}`));
  expect(page).toContain('A --> B');
  expect(page).toContain('here it stays as it is written');
});
