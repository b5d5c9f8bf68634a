// Walks through files, branches, pull requests and check runs.
import type { Json } from '../../support/contract-client.ts';
import { REPO, type Walk } from './walk.ts';

const base64 = (text: string): string => Buffer.from(text).toString('base64');

export async function walkContents({ client, app, github }: Walk): Promise<void> {
  const file = `${REPO}/contents/.github/relcomms.yml`;
  await client.call(app, `GET ${file}`, { status: 404 });
  const input = { message: 'Add', content: base64('timezone: UTC\n') };
  const made = await client.call(app, `PUT ${file}`, { body: input, status: 201 });
  const { sha } = made.json['content'] as Json;
  const read = await client.call(app, `GET ${file}?ref=main`);
  expect(Buffer.from(String(read.json['content']), 'base64').toString()).toBe('timezone: UTC\n');
  await client.call(app, `PUT ${file}`, { body: { ...input, message: 'Again' }, status: 422 });
  await client.call(app, `PUT ${file}`, {
    body: { message: 'Change', content: base64('timezone: CET\n'), sha },
  });
  const changed = await client.call(app, `GET ${file}`);
  await client.call(app, `DELETE ${file}`, { body: { message: 'Remove', sha: changed.json['sha'] } });
  await client.call(app, `GET ${REPO}/commits?per_page=2`);
  const between = `${'0'.repeat(40)}...main`;
  await client.call(app, `GET ${REPO}/compare/${between}`, { status: 404 });

  const head = await client.call(app, `GET ${REPO}/git/ref/heads/main`);
  const { sha: commit } = head.json['object'] as Json;
  await client.call(app, `POST ${REPO}/git/refs`, {
    body: { ref: 'refs/heads/release-1.0', sha: commit },
    status: 201,
  });
  const notes = { message: 'Note', content: base64('a'), branch: 'release-1.0' };
  await client.call(app, `PUT ${REPO}/contents/notes.md`, { body: notes, status: 201 });
  const compared = await client.call(app, `GET ${REPO}/compare/${String(commit)}...release-1.0?per_page=1`);
  expect(compared.json).toMatchObject({ status: 'ahead', files: [{ filename: 'notes.md' }] });
  const tree = await client.call(app, `POST ${REPO}/git/trees`, {
    body: { tree: [{ path: 'a.txt', mode: '100644', type: 'blob', content: 'a' }] },
    status: 201,
  });
  const root = await client.call(app, `POST ${REPO}/git/commits`, {
    body: { message: 'Begin', tree: tree.json['sha'], parents: [] },
    status: 201,
  });
  await client.call(app, `POST ${REPO}/git/refs`, {
    body: { ref: 'refs/heads/alone', sha: root.json['sha'] },
    status: 201,
  });
  expect((await client.call(app, `GET ${REPO}/contents/a.txt?ref=alone`)).json).toMatchObject({ size: 1 });
  await walkBlobs(client, app, { commit: String(root.json['sha']), tree: String(tree.json['sha']) });
  await client.call(app, `GET ${REPO}/contents/README.md?ref=alone`, { status: 404 });
  await client.call(app, `DELETE ${REPO}/git/refs/heads/alone`, { status: 204 });
  await client.call(app, `GET ${REPO}/git/ref/heads/alone`, { status: 404 });
  await client.call(app, `DELETE ${REPO}/git/refs/heads/alone`, { status: 422 });
  await client.call(app, `DELETE ${REPO}/git/refs/heads/main`, { status: 422 });
  await client.call(github.token('dave'), `DELETE ${REPO}/git/refs/heads/release-1.0`, { status: 403 });
  const whole = await client.call(app, `GET ${REPO}/git/trees/HEAD?recursive=1`);
  expect(whole.json).toMatchObject({ truncated: false });
  expect(whole.json['tree']).toContainEqual(expect.objectContaining({ path: 'README.md', type: 'blob' }));
  expect((await client.call(app, `GET ${REPO}/rules/branches/main`)).json).toEqual([]);
  await client.call(app, `GET ${REPO}/branches`);
  const branch = await client.call(github.token('dave'), `GET ${REPO}/branches/release-1.0`);
  expect(branch.json).toMatchObject({
    name: 'release-1.0',
    commit: { sha: (compared.json['commits'] as Json[])[0]?.['sha'] },
  });
}

/** Bytes that are no text go onto a branch in one commit; a branch that moved since takes none. */
async function walkBlobs(
  client: Walk['client'],
  app: string,
  base: { readonly commit: string; readonly tree: string },
): Promise<void> {
  const content = Buffer.from([0, 255, 1]).toString('base64');
  const blob = await client.call(app, `POST ${REPO}/git/blobs`, {
    body: { content, encoding: 'base64' },
    status: 201,
  });
  const { sha } = blob.json;
  const read = await client.call(app, `GET ${REPO}/git/blobs/${String(sha)}`);
  expect(read.json).toMatchObject({ sha, size: 3, encoding: 'base64', content });
  await client.call(app, `GET ${REPO}/git/blobs/${'0'.repeat(40)}`, { status: 404 });
  const tree = await client.call(app, `POST ${REPO}/git/trees`, {
    body: { base_tree: base.tree, tree: [{ path: 'b.bin', mode: '100644', type: 'blob', sha }] },
    status: 201,
  });
  const commits = [];
  for (const message of ['First', 'Second']) {
    const body = { message, tree: tree.json['sha'], parents: [base.commit] };
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    commits.push(await client.call(app, `POST ${REPO}/git/commits`, { body, status: 201 }));
  }
  const [first, second] = commits.map(({ json }) => json['sha']);
  const ref = `${REPO}/git/refs/heads/alone`;
  await client.call(app, `PATCH ${ref}`, { body: { sha: first, force: false } });
  await client.call(app, `PATCH ${ref}`, { body: { sha: second, force: false }, status: 422 });
  expect((await client.call(app, `GET ${REPO}/contents/b.bin?ref=alone`)).json).toMatchObject({ size: 3 });
}

export async function walkPulls({ client, app, github }: Walk): Promise<void> {
  const dave = github.token('dave');
  const bob = github.token('bob');
  const input = { title: 'Fix', head: 'fix', base: 'main', body: 'Why' };
  const made = await client.call(dave, `POST ${REPO}/pulls`, { body: input, status: 201 });
  expect(made.json).toMatchObject({ number: 3, user: { login: 'dave' }, draft: false });
  const pull = `${REPO}/pulls/3`;
  await client.call(dave, `PATCH ${pull}`, { body: { title: 'Mend' } });
  await client.call(app, `POST ${REPO}/labels`, {
    body: { name: 'fix', description: 'Mends something' },
    status: 201,
  });
  await client.call(app, `POST ${REPO}/issues/3/labels`, { body: { labels: ['fix'] } });
  await client.call(app, `POST ${REPO}/issues/3/comments`, { body: { body: 'Please review' }, status: 201 });
  const read = await client.call(app, `GET ${pull}`);
  expect(read.json).toMatchObject({ title: 'Mend', labels: [{ name: 'fix' }] });
  expect((await client.call(app, `GET ${REPO}/pulls?state=open`)).json).toMatchObject([
    { number: 3, title: 'Mend' },
  ]);
  expect((await client.call(app, `GET ${REPO}/issues`)).json).toMatchObject([
    { number: 3, pull_request: {} },
    { number: 2 },
  ]);

  await client.call(bob, `PATCH ${REPO}/issues/3`, { body: { state: 'closed' } });
  expect((await client.call(app, `GET ${REPO}/pulls?state=open`)).json).toEqual([]);
  await client.call(bob, `PATCH ${REPO}/issues/3`, { body: { state: 'open' } });
  const reviewers = { reviewers: ['carol'], team_reviewers: ['api'] };
  await client.call(bob, `POST ${pull}/requested_reviewers`, { body: reviewers, status: 201 });
  await client.call(bob, `DELETE ${pull}/requested_reviewers`, { body: reviewers });
  const approval = await client.call(bob, `POST ${pull}/reviews`, {
    body: { event: 'APPROVE', body: 'Good' },
  });
  expect(approval.json).toMatchObject({ state: 'APPROVED', user: { login: 'bob' } });
  expect((await client.call(bob, `GET ${pull}/reviews`)).json).toMatchObject([{ state: 'APPROVED' }]);
  const dismissal = { body: { message: 'Too early' } };
  const given = `${pull}/reviews/${String(approval.json['id'])}`;
  expect((await client.call(bob, `PUT ${given}/dismissals`, dismissal)).json).toMatchObject({
    state: 'DISMISSED',
  });
  await client.call(bob, `PUT ${given}/dismissals`, { ...dismissal, status: 422 });
  await client.call(bob, `PUT ${REPO}/contents/fix.txt`, {
    body: { message: 'Mend it', content: base64('mended\n'), branch: 'fix' },
    status: 201,
  });
  expect((await client.call(app, `GET ${pull}/files`)).json).toMatchObject([
    {
      filename: 'fix.txt',
      status: 'added',
      additions: 1,
      patch: expect.stringContaining('+mended') as string,
    },
  ]);
  await client.call(bob, `PUT ${pull}/merge`, { body: { sha: '0'.repeat(40) }, status: 409 });
  await client.call(bob, `PUT ${pull}/merge`, { body: {} });
  await client.call(bob, `PUT ${pull}/merge`, { body: {}, status: 405 });
  expect((await client.call(app, `GET ${pull}`)).json).toMatchObject({ state: 'closed', merged: true });
}

export async function walkChecks({ github, client, app }: Walk): Promise<void> {
  const head = await client.call(app, `GET ${REPO}/git/ref/heads/main`);
  const { sha } = head.json['object'] as Json;
  const made = await client.call(app, `POST ${REPO}/check-runs`, {
    body: { name: 'config', head_sha: sha, external_id: 'one' },
    status: 201,
  });
  const state = { state: 'success', context: 'tide', description: 'In the pool' };
  await client.call(github.token('bob'), `POST ${REPO}/statuses/${String(sha)}`, {
    body: state,
    status: 201,
  });
  await client.call(github.token('dave'), `POST ${REPO}/statuses/${String(sha)}`, {
    body: state,
    status: 403,
  });
  const statuses = await client.call(app, `GET ${REPO}/commits/${String(sha)}/statuses`);
  expect(statuses.json).toMatchObject([state]);
  const run = `${REPO}/check-runs/${String(made.json['id'])}`;
  const annotation = {
    path: 'README.md',
    start_line: 1,
    end_line: 1,
    annotation_level: 'warning',
    message: 'Look here',
  };
  const result = {
    status: 'completed',
    conclusion: 'success',
    output: { title: 'Fine', summary: 'No problems', annotations: [annotation] },
  };
  expect((await client.call(app, `PATCH ${run}`, { body: result })).json).toMatchObject({
    conclusion: 'success',
  });
  expect((await client.call(app, `GET ${run}`)).json).toMatchObject({
    external_id: 'one',
    app: { slug: 'relcomms' },
    output: { annotations_count: 1 },
  });
  expect((await client.call(app, `GET ${run}/annotations`)).json).toMatchObject([annotation]);
  expect((await client.call(app, `GET ${REPO}/commits/main/check-runs`)).json).toMatchObject({
    total_count: 1,
  });
}

export async function walkActions({ github, client, app }: Walk): Promise<void> {
  const runs = `${REPO}/actions/runs`;
  const zip = Buffer.from('PK');
  const jobs = { build: 'failure', lint: 'success' } as const;
  const run = await github.runJobs({ branch: 'main', jobs, artifacts: { junit: zip } });
  await github.runJobs({ branch: 'main', run, jobs: { build: 'success' } });
  await github.runJobs({ branch: 'main', workflow: 'Nightly', jobs: { soak: 'in_progress' } });
  await github.runJobs({ branch: 'main', workflow: 'Broken', jobs: {} });
  const all = await client.call(app, `GET ${runs}?branch=main`);
  expect(all.json).toMatchObject({
    total_count: 3,
    workflow_runs: [
      { name: 'Broken', conclusion: 'startup_failure' },
      { name: 'Nightly', status: 'in_progress', conclusion: null },
      { name: 'CI', conclusion: 'success', run_attempt: 2 },
    ],
  });
  expect((await client.call(app, `GET ${runs}?status=success`)).json).toMatchObject({ total_count: 1 });
  expect((await client.call(app, `GET ${runs}/${run}`)).json).toMatchObject({ id: run });
  const ofAttempts = await client.call(app, `GET ${runs}/${run}/jobs?filter=all`);
  expect(ofAttempts.json).toMatchObject({
    jobs: [
      { name: 'build', run_attempt: 1, conclusion: 'failure' },
      { name: 'lint', run_attempt: 1 },
      { name: 'build', run_attempt: 2, conclusion: 'success' },
    ],
  });
  expect((await client.call(app, `GET ${runs}/${run}/jobs`)).json).toMatchObject({ total_count: 2 });
  const named = await client.call(app, `GET ${REPO}/actions/artifacts?name=junit`);
  expect(named.json).toMatchObject({ total_count: 1, artifacts: [{ name: 'junit' }] });
  const { json } = await client.call(app, `GET ${runs}/${run}/artifacts?per_page=1`);
  expect(json).toMatchObject({ total_count: 1, artifacts: [{ name: 'junit', size_in_bytes: 2 }] });
  const [artifact] = json['artifacts'] as Json[];
  const path = `${REPO}/actions/artifacts/${String(artifact?.['id'])}/zip`;
  const { headers } = await client.call(app, `GET ${path}`, { status: 302 });
  const address = new URL(headers.get('location') ?? '');
  expect(address.host).not.toBe(new URL(github.url).host);
  expect(await (await fetch(address)).text()).toBe('PK');
  const withToken = await fetch(address, { headers: { authorization: `Bearer ${app}` } });
  expect(withToken.status).toBe(400);
  address.searchParams.set('sig', 'other');
  expect((await fetch(address)).status).toBe(403);
  await client.call(undefined, `GET ${path}`, { status: 401 });
  await client.call(app, `GET ${runs}/1`, { status: 404 });
}

export async function walkReleases({ github, client, app }: Walk): Promise<void> {
  const bob = github.token('bob');
  const releases = `${REPO}/releases`;
  await client.call(app, `GET ${releases}/tags/v1.18.0`, { status: 404 });
  const draft = { tag_name: 'v1.18.0', draft: true };
  await client.call(bob, `POST ${releases}`, { body: draft, status: 201 });
  await client.call(app, `GET ${releases}/tags/v1.18.0`, { status: 404 });
  await client.call(app, `GET ${REPO}/git/ref/tags/v1.18.0`, { status: 404 });
  const body = { tag_name: 'v1.18.0', target_commitish: 'main', name: 'Kubernetes v1.18.0', body: 'Notes' };
  await client.call(github.token('dave'), `POST ${releases}`, { body, status: 403 });
  await client.call(bob, `POST ${releases}`, { body, status: 201 });
  await client.call(bob, `POST ${releases}`, { body, status: 422 });
  expect((await client.call(app, `GET ${releases}/tags/v1.18.0`)).json).toMatchObject({
    tag_name: 'v1.18.0',
    draft: false,
    author: { login: 'bob' },
  });
  expect((await client.call(app, `GET ${REPO}/git/ref/tags/v1.18.0`)).json).toMatchObject({
    ref: 'refs/tags/v1.18.0',
    object: { type: 'commit' },
  });
  expect((await client.call(github.token('dave'), `GET ${releases}`)).json).toHaveLength(1);
}

export async function walkDeployments({ github, client, app }: Walk): Promise<void> {
  const bob = github.token('bob');
  const deployments = `${REPO}/deployments`;
  const body = { ref: 'main', environment: 'staging' };
  await client.call(app, `POST ${deployments}`, { body, status: 403 });
  await client.call(bob, `POST ${deployments}`, { body: { ref: 'nowhere' }, status: 422 });
  const { json } = await client.call(bob, `POST ${deployments}`, { body, status: 201 });
  expect(json).toMatchObject({ environment: 'staging', ref: 'main', creator: { login: 'bob' } });
  const statuses = `${deployments}/${String(json['id'])}/statuses`;
  const status = { state: 'success', environment_url: 'https://staging.example.org' };
  expect((await client.call(bob, `POST ${statuses}`, { body: status, status: 201 })).json).toMatchObject(
    status,
  );
  await client.call(bob, `POST ${deployments}/1/statuses`, { body: status, status: 404 });
}
