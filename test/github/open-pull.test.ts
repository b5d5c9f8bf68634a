// A pull request is opened in steps, each of which an earlier run may have taken.
import type { OpenPull } from '../../src/domain/pull-operation.ts';
import { openPull } from '../../src/github/apply/open-pull.ts';
import { scriptedWorld } from '../support/scripted-github.ts';

const OPEN: OpenPull = {
  kind: 'open-pull',
  branch: 'relcomms/next-checklist',
  title: 'Add the tasks',
  body: 'For the next checklist.',
  path: '.github/relcomms.yml',
  content: 'tasks: []\n',
  entry: 'v1/proposal',
};

/** The writes until the end, where GitHub answers the one that makes the branch with a status. */
async function written(
  status: number,
  viewer = 'relcomms[bot]',
): Promise<{ writes: string[]; ended: string; body: string }> {
  const writes: string[] = [];
  let body = '';
  const request = (route: string, given: { readonly body?: string } = {}) => {
    body = given.body ?? body;
    const [method, path = ''] = route.split(' ');
    if (method !== 'GET') writes.push(path.split('/').slice(4).join('/'));
    if (route.endsWith('/git/refs')) throw Object.assign(new Error('No.'), { status });
    if (path.endsWith('/pulls')) return Promise.resolve({ data: method === 'GET' ? [] : { number: 12 } });
    const file = { type: 'file', sha: 'a', content: '', default_branch: 'main', object: { sha: 'b' } };
    return Promise.resolve({ data: file });
  };
  const world = scriptedWorld({ request, accounts: [viewer] });
  const ended = await openPull(world, OPEN).then(
    ({ outcome, number }) => `${outcome} #${number}`,
    (error: unknown) => String(error),
  );
  return { writes, ended, body };
}

test('a branch that is there already is used', async () => {
  expect(await written(422)).toEqual({
    writes: ['git/refs', 'contents/{path}', 'pulls'],
    ended: 'done #12',
    body: 'For the next checklist.',
  });
});

test.each([403, 404, 409, 500])('without its branch nothing more is written: %s', async (status) => {
  expect(await written(status)).toEqual({ writes: ['git/refs'], ended: 'Error: No.', body: '' });
});

test('what a workflow opened says that its checks wait', async () => {
  const { body } = await written(422, 'github-actions[bot]');
  expect(body).toBe(
    'For the next checklist.\n\nGitHub starts the workflows of this pull request only when somebody with write access selects **Approve and run**, because a workflow opened it.',
  );
});
