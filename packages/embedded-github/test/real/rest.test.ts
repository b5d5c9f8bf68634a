// Our REST answers beside those that were recorded from GitHub.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { EmbeddedGitHub } from '../../src/index.ts';
import { startTestGitHub } from '../support/github.ts';
import { type Schema, findOperation, resolveRef } from '../support/openapi-spec.ts';
import { describedKinds } from './described.ts';
import { type Kind, differences, shapeOf } from './shape.ts';

interface Recording {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly response: unknown;
}

const SCENARIOS = join(
  dirname(createRequire(import.meta.url).resolve('@octokit/fixtures/package.json')),
  'scenarios/api.github.com',
);
const REPO = '/repos/acme/demo';

/** The same request, of the recording and of ours. */
const SAME: readonly {
  readonly scenario: string;
  readonly method: string;
  /** The end of the recorded path. */
  readonly path: RegExp;
  readonly ours: string;
  readonly body?: unknown;
}[] = [
  { scenario: 'get-repository', method: 'GET', path: /hello-world$/, ours: '' },
  { scenario: 'get-content', method: 'GET', path: /contents\/$/, ours: '/contents/docs' },
  {
    scenario: 'add-labels-to-issue',
    method: 'POST',
    path: /issues$/,
    ours: '/issues',
    body: { title: 'Another' },
  },
  {
    scenario: 'add-labels-to-issue',
    method: 'POST',
    path: /labels$/,
    ours: '/issues/1/labels',
    body: { labels: ['Foo'] },
  },
  { scenario: 'paginate-issues', method: 'GET', path: /issues\?per_page=3$/, ours: '/issues?per_page=3' },
  { scenario: 'labels', method: 'GET', path: /labels$/, ours: '/labels' },
  {
    scenario: 'labels',
    method: 'POST',
    path: /labels$/,
    ours: '/labels',
    body: { name: 'test-label', color: '663399' },
  },
  { scenario: 'labels', method: 'GET', path: /test-label$/, ours: '/labels/test-label' },
  {
    scenario: 'labels',
    method: 'PATCH',
    path: /test-label$/,
    ours: '/labels/test-label',
    body: { new_name: 'test-label-updated', color: 'BADA55' },
  },
  {
    scenario: 'errors',
    method: 'POST',
    path: /labels$/,
    ours: '/labels',
    body: { name: 'foo', color: 'no' },
  },
  {
    scenario: 'create-file',
    method: 'PUT',
    path: /test\.txt$/,
    ours: '/contents/test.txt',
    body: { message: 'create test.txt', content: 'VGVzdCBjb250ZW50' },
  },
  {
    scenario: 'create-status',
    method: 'POST',
    path: /statuses\/0+1$/,
    ours: '/statuses/HEAD',
    body: {
      state: 'failure',
      context: 'example',
      description: 'create-status failure test',
      target_url: 'https://example.com',
    },
  },
  { scenario: 'create-status', method: 'GET', path: /statuses$/, ours: '/commits/HEAD/statuses' },
  {
    scenario: 'git-refs',
    method: 'POST',
    path: /git\/refs$/,
    ours: '/git/refs',
    body: { ref: 'refs/heads/test', sha: 'HEAD' },
  },
];

/** Differences that stay, each with its reason. */
const ALLOWED: readonly { readonly fits: RegExp; readonly because: string }[] = [
  { fits: /^status: is not there really$/, because: 'newer than the recorded refusals' },
];

let github: EmbeddedGitHub;
let head: string;

beforeAll(async () => {
  github = await startTestGitHub();
  await github.as('bob').openIssue({ title: 'It breaks', labels: ['bug'] });
  await github.as('alice').putFile('docs/notes.md', 'Notes\n');
  const { json } = await github.as('alice').request('GET', `${REPO}/git/ref/heads/main`);
  head = (json as { object: { sha: string } }).object.sha;
});

afterAll(() => github.close());

function recordingsOf(scenario: string): readonly Recording[] {
  const text = readFileSync(join(SCENARIOS, scenario, 'normalized-fixture.json'), 'utf8');
  return JSON.parse(text) as readonly Recording[];
}

/** What the recording could not know, or happened not to have: GitHub's own description has it. */
function isDescribed(method: string, status: number, difference: string): boolean {
  const [path = '', what = ''] = difference.split(': ');
  const kinds = describedKinds([schemaOf(method, status)], path);
  const ours = /^is (\w+), really/.exec(what)?.[1];
  if (ours !== undefined) return kinds.has(ours as Kind);
  return what === 'is not there really' && kinds.size > 0;
}

let operation = '';

function schemaOf(method: string, status: number): Schema {
  const found = findOperation(method, operation)?.operation.responses[String(status)];
  const { content } = found === undefined ? {} : resolveRef(found);
  return content?.['application/json']?.schema ?? {};
}

test.each(SAME)(
  '$method $ours answers as recorded ($scenario)',
  async ({ scenario, method, path, ...own }) => {
    const recorded = recordingsOf(scenario).filter(
      (each) => each.method.toUpperCase() === method && path.test(each.path),
    );
    const url = `${REPO}${own.ours.replace('HEAD', head)}`;
    const body =
      own.body === undefined ? undefined : JSON.parse(JSON.stringify(own.body).replace('HEAD', head));
    const { status, json } = await github.as('alice').request(method, url, body);
    expect(recorded.map((each) => each.status)).toContain(status);
    operation = url.split('?')[0] ?? '';
    const found = differences(shapeOf([json]), shapeOf(recorded.map(({ response }) => response)));
    const left = found.filter(
      (difference) =>
        !isDescribed(method, status, difference) && !ALLOWED.some(({ fits }) => fits.test(difference)),
    );
    expect(left).toEqual([]);
  },
);
