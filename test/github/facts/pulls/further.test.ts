// The rest of what a page of pull requests does not hold: read to the end, or known not to be whole.
import { type Wanted, readFurther, wantedOf } from '../../../../src/github/facts/pulls/further.ts';
import type { RawPull } from '../../../../src/github/facts/pulls/pull-fields.ts';
import { partialFailure, scriptedGitHub } from '../../../support/scripted-github.ts';

const FILES: Wanted = { number: 7, filesAfter: 'c1', contexts: false };
const CHECKS: Wanted = { number: 7, contexts: true };

const page = (nodes: readonly unknown[], endCursor: string | null = null) => ({
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
  nodes,
});
const files = (...paths: readonly string[]) => paths.map((path) => ({ path }));
const run = (name: string, conclusion: string, isRequired: boolean) => ({
  __typename: 'CheckRun',
  name,
  conclusion,
  isRequired,
});
const checks = (...all: readonly unknown[]) => ({
  commits: { nodes: [{ commit: { statusCheckRollup: { contexts: page(all) } } }] },
});

interface Answer {
  readonly pull?: unknown;
  /** A field of the pull request that GitHub could not read. */
  readonly fails?: string;
  /** GitHub answers nothing but this. */
  readonly error?: Error;
}

/** What is read of pull request 7 where GitHub gives these answers in turn, and the cursors that were sent. */
async function read(wanted: readonly Wanted[], answers: readonly Answer[]) {
  const asked: unknown[] = [];
  const github = scriptedGitHub({
    graphql: (_: string, { owner: _owner, name: _name, ...cursors }: Record<string, unknown>) => {
      const { pull = null, fails, error } = answers[asked.length] ?? {};
      asked.push(cursors);
      if (error !== undefined) return Promise.reject(error);
      const data = { repository: { pull7: pull } };
      if (fails === undefined) return Promise.resolve(data);
      return Promise.reject(partialFailure(data, ['repository', 'pull7', fails], 'Something went wrong.'));
    },
  });
  return { found: (await readFurther(github, wanted)).get(7), asked };
}

test('files are read page by page to the last', async () => {
  const { found, asked } = await read(
    [FILES],
    [{ pull: { files: page(files('a', 'b'), 'c2') } }, { pull: { files: page(files('c')) } }],
  );
  expect(found).toEqual({ files: ['a', 'b', 'c'], filesComplete: true });
  expect(asked).toEqual([{ files7: 'c1' }, { files7: 'c2' }]);
});

test.each<[string, Answer]>([
  ['GitHub does not answer', { error: new Error('socket hang up') }],
  ['the pull request is gone', { pull: null }],
  ['the list could not be read', { pull: { files: null } }],
  ['one of them is left out', { pull: { files: page([null]) } }],
  ['GitHub failed within the list', { pull: { files: page(files('b')) }, fails: 'files' }],
])('a list is not whole where %s', async (_, answer) => {
  const { found } = await read([FILES], [answer]);
  expect(found?.filesComplete).toBe(false);
});

test('what was read before GitHub failed is kept', async () => {
  const { found } = await read(
    [FILES],
    [{ pull: { files: page(files('a'), 'c2') } }, { error: new Error('socket hang up') }],
  );
  expect(found).toEqual({ files: ['a'], filesComplete: false });
});

test('a limit ends the look', async () => {
  const limit = Object.assign(new Error('slow down'), { status: 429 });
  await expect(read([FILES], [{ error: limit }])).rejects.toThrow('slow down');
});

test('of checks, those count that fail and are required, each once', async () => {
  const pull = checks(
    run('unit', 'FAILURE', true),
    run('unit', 'FAILURE', true),
    run('lint', 'FAILURE', false),
    run('build', 'SUCCESS', true),
  );
  expect((await read([CHECKS], [{ pull }])).found?.requiredFailing).toEqual(['unit']);
});

test.each<[string, Answer]>([
  ['they could not be read', { pull: { commits: { nodes: null } } }],
  ['GitHub failed within them', { pull: checks(run('lint', 'FAILURE', false)), fails: 'commits' }],
])('of checks, none is known to be required where %s', async (_, answer) => {
  expect((await read([CHECKS], [answer])).found).not.toHaveProperty('requiredFailing');
});

test('what fails in the files is no word about the checks', async () => {
  const pull = { ...checks(run('unit', 'FAILURE', true)), files: null };
  const { found } = await read([{ ...FILES, contexts: true }], [{ pull, fails: 'files' }]);
  expect(found).toEqual({ files: [], filesComplete: false, requiredFailing: ['unit'] });
});

const raw = (more: object): RawPull => ({ number: 7, state: 'OPEN', ...more }) as unknown as RawPull;
const rolled = (state: string, ...nodes: readonly unknown[]) => ({
  commits: { nodes: [{ commit: { statusCheckRollup: { state, contexts: { nodes } } } }] },
});
const more = { files: { pageInfo: { hasNextPage: true, endCursor: 'c1' } } };

test.each<[string, object, Wanted | undefined]>([
  ['all is on the first page', {}, undefined],
  ['there are more files', more, FILES],
  ['it is closed', { ...more, state: 'CLOSED' }, undefined],
  ['checks fail', rolled('FAILURE', run('lint', 'FAILURE', false)), { ...CHECKS, filesAfter: undefined }],
  ['a status is an error', rolled('ERROR'), { ...CHECKS, filesAfter: undefined }],
  ['checks run', rolled('PENDING'), undefined],
  ['only what nobody requires fails', { ...rolled('FAILURE'), mergeStateStatus: 'UNSTABLE' }, undefined],
  ['one that is known to be required fails', rolled('FAILURE', run('unit', 'FAILURE', true)), undefined],
])('whom to read on: %s', (_, fields, wanted) => {
  expect(wantedOf(raw(fields), ['unit'])).toEqual(wanted);
});
