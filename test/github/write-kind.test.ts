// What counts as a write, and as one that people are told of: held to GitHub's own description.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mutationFor } from '../../src/github/apply/together/mutation.ts';
import { piecesOf, writeKind } from '../../src/github/write-kind.ts';

interface Described {
  readonly 'x-github'?: { readonly triggersNotification?: boolean };
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
}

const file = createRequire(import.meta.url).resolve('@octokit/openapi/generated/api.github.com.json');
const { paths } = JSON.parse(readFileSync(file, 'utf8')) as Description;

/** Every write that src/github/apply makes. */
const WRITES = [
  'POST /repos/{owner}/{repo}/issues',
  'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/issue-field-values',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
  'DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}',
  'POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues',
  'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
  'POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions',
  'POST /repos/{owner}/{repo}/labels',
  'POST /repos/{owner}/{repo}/milestones',
  'PATCH /repos/{owner}/{repo}/milestones/{milestone_number}',
  'POST /repos/{owner}/{repo}/pulls',
  'POST /repos/{owner}/{repo}/git/refs',
  'PUT /repos/{owner}/{repo}/contents/{path}',
];

test.each(WRITES)('%s is a notice exactly where GitHub says so', (operation) => {
  const [method = '', url = ''] = operation.split(' ');
  const described = paths[url]?.[method.toLowerCase()];
  expect(described).toBeDefined();
  const expected = described?.['x-github']?.triggersNotification === true ? 'notice' : 'plain';
  expect(writeKind({ method, url })).toBe(expected);
});

test('asking for a token waits for no write: the write that waits its turn may be the one that needs it', () => {
  const url = '/app/installations/{installation_id}/access_tokens';
  expect(writeKind({ method: 'POST', url })).toBeUndefined();
});

test('reading is no write, GraphQL with POST included', () => {
  expect(writeKind({ method: 'GET', url: '/repos/{owner}/{repo}/issues' })).toBeUndefined();
  expect(
    writeKind({ method: 'POST', url: '/graphql', query: 'query A { viewer { login } }' }),
  ).toBeUndefined();
  expect(writeKind({ method: 'POST', url: '/graphql', query: '\n mutation A { x }' })).toBe('plain');
});

function counted(...writes: Parameters<typeof mutationFor>[0]): unknown[] {
  const { query } = mutationFor(writes);
  return [writeKind({ method: 'POST', url: '/graphql', query }), piecesOf({ query })];
}

test('comments made by a mutation are notices, and each counts', () => {
  const make = { kind: 'make', subject: 'PR_1', text: 'addComment(input: {})' } as const;
  const edit = { kind: 'edit', id: 'IC_1', text: 'New words' } as const;
  expect(counted(edit, make, make)).toEqual(['notice', 3]);
  expect(counted(edit, edit)).toEqual(['plain', 2]);
  expect(piecesOf({ method: 'POST', url: '/repos/{owner}/{repo}/issues' })).toBe(1);
});
