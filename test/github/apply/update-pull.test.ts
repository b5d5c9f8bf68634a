// A pull request is brought up to date only while it is as it was seen.
import type { UpdatePull } from '../../../src/domain/pull-operation.ts';
import { updatePull } from '../../../src/github/apply/update-pull.ts';
import { scriptedWorld } from '../../support/scripted-github.ts';

const FILE = { branch: 'relcomms/slip-a', path: 'a.yml', content: 'a', message: 'Move it', seen: 'f1' };
const UPDATE: UpdatePull = { kind: 'update-pull', number: 7, body: 'New', seen: 'Old', file: FILE };

/** What is written, and how it ends, where GitHub shows these texts one after the other. */
async function run(operation: UpdatePull, shown: readonly object[], refused?: number) {
  const writes: string[] = [];
  const looks = [...shown];
  const request = (route: string) => {
    const method = route.split(' ')[0] ?? '';
    if (method !== 'GET') writes.push(method);
    if (method === 'PUT' && refused !== undefined)
      return Promise.reject(Object.assign(new Error('No.'), { status: refused }));
    if (route.startsWith('GET') && route.includes('/contents/')) return Promise.resolve({ data: [] });
    return Promise.resolve({ data: method === 'GET' ? looks.shift() : {} });
  };
  const { outcome } = await updatePull(scriptedWorld({ request }), operation);
  return { outcome, writes };
}

const OPEN = { state: 'open', body: 'Old\r\n' };

test('the file first, then the text', async () => {
  expect(await run(UPDATE, [OPEN, OPEN])).toEqual({ outcome: 'done', writes: ['PUT', 'PATCH'] });
});

test('without a file the text alone', async () => {
  expect(await run({ ...UPDATE, file: undefined }, [OPEN])).toEqual({ outcome: 'done', writes: ['PATCH'] });
});

test.each<[string, object, string]>([
  ['is closed', { ...OPEN, state: 'closed' }, 'already'],
  ['was brought up to date by another run', { ...OPEN, body: 'New' }, 'already'],
  ['was edited in the meantime', { ...OPEN, body: 'Other' }, 'soft'],
  ['lost its text', { ...OPEN, body: null }, 'soft'],
])('nothing is written where it %s', async (_, now, outcome) => {
  expect(await run(UPDATE, [now])).toEqual({ outcome, writes: [] });
  expect(await run(UPDATE, [OPEN, now])).toEqual({ outcome, writes: ['PUT'] });
});

test('where GitHub does not take the file, the text stays', async () => {
  expect(await run(UPDATE, [OPEN], 409)).toEqual({ outcome: 'soft', writes: ['PUT'] });
});
