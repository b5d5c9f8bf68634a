// A file is put on its branch; what GitHub does not take is looked at before anything is said of it.
import type { PutFile } from '../../../src/domain/repository-operation.ts';
import { putFile } from '../../../src/github/apply/put-file.ts';
import { scriptedWorld } from '../../support/scripted-github.ts';

const PUT: PutFile = {
  kind: 'put-file',
  branch: 'relcomms-state',
  path: 'calendar.ics',
  content: 'BEGIN:VCALENDAR',
  message: 'Update the calendar',
  seen: 'a1',
};
const FILE = { type: 'file', content: Buffer.from(PUT.content).toString('base64') };
const refusal = (status: number) => Object.assign(new Error('No.'), { status });

/** How it ends where GitHub refuses the write with one status, and answers the look afterwards. */
async function ended(status: number, look: unknown, operation = PUT): Promise<string> {
  const request = (route: string) => {
    if (route.startsWith('PUT')) return Promise.reject(refusal(status));
    return look instanceof Error ? Promise.reject(look) : Promise.resolve({ data: look });
  };
  const world = scriptedWorld({ request });
  return await putFile(world, operation).then(
    ({ outcome, detail = '' }) => `${outcome} ${detail}`.trim(),
    (error: unknown) => `${String(error)} ${(error as { status?: number }).status}`,
  );
}

test.each([403, 409, 422])('where another run has written the same, all is well: %s', async (status) => {
  expect(await ended(status, FILE)).toBe('already');
});

test.each<[string, unknown]>([
  ['something else stands there', { ...FILE, content: 'eA==' }],
  ['nothing stands there', refusal(404)],
  ['a folder stands there', [FILE]],
  ['a link stands there', { ...FILE, type: 'symlink' }],
])('where %s, GitHub did not take it', async (_, look) => {
  expect(await ended(409, look)).toBe('soft GitHub did not take it: No. (409)');
});

test('where nobody can tell, that is what fails', async () => {
  expect(await ended(409, refusal(502))).toBe('Error: No. 502');
});

test.each([401, 404, 500])('any other refusal is a failure: %s', async (status) => {
  expect(await ended(status, FILE)).toBe(`Error: No. ${status}`);
});

/** The writes where the branch has to be made first, by what GitHub says of it. */
async function made(branch: number): Promise<{ readonly how: string; readonly writes: readonly string[] }> {
  const writes: string[] = [];
  const request = async (route: string) => {
    const [method = '', path = ''] = route.split(' ');
    if (method !== 'GET') writes.push(path.split('/').slice(4).join('/'));
    if (method === 'PUT') throw refusal(404);
    if (method === 'GET' && branch !== 200) throw refusal(branch);
    return { data: { sha: 'b2' } };
  };
  const world = scriptedWorld({ request });
  const { seen: _, ...fresh } = PUT;
  const how = await putFile(world, fresh).then(
    ({ outcome }) => outcome,
    (error: unknown) => `${(error as { status?: number }).status}`,
  );
  return { how, writes };
}

test('where its branch is not there, it is made with the file alone', async () => {
  const writes = ['contents/{path}', 'git/trees', 'git/commits', 'git/refs'];
  expect(await made(404)).toEqual({ how: 'done', writes });
});

test.each([
  [200, 'is there', '404'],
  [502, 'may be there', '502'],
])('where GitHub says %i, the branch %s and none is made', async (status, _, how) => {
  expect(await made(status)).toEqual({ how, writes: ['contents/{path}'] });
});

test.each<[string, number | undefined, readonly string[]]>([
  ['an answer waits while another write came first', 409, ['1.0.0/command/7']],
  ['an answer is given once the file is written', undefined, []],
])('%s', async (_, status, waiting) => {
  const world = scriptedWorld({
    request: (route: string) =>
      route.startsWith('PUT') && status !== undefined
        ? Promise.reject(refusal(status))
        : Promise.resolve({ data: [] }),
  });
  await putFile(world, { ...PUT, answers: ['1.0.0/command/7'] });
  expect([[...world.postponed], [...world.withheld]]).toEqual([waiting, waiting]);
});
