// Which pull request a workflow run belongs to, and whether it may only read.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEventPull } from '../../src/action/event-pull.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relcomms-event-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function read(payload: unknown, name = 'pull_request') {
  const path = join(folder, 'event.json');
  await writeFile(path, typeof payload === 'string' ? payload : JSON.stringify(payload));
  return await readEventPull({ GITHUB_EVENT_NAME: name, GITHUB_EVENT_PATH: path });
}

function from(fullName: string | null) {
  const repo = fullName === null ? null : { full_name: fullName };
  return { repository: { full_name: 'acme/demo' }, pull_request: { number: 7, head: { repo } } };
}

test.each<[string, unknown, unknown]>([
  ['a branch', from('acme/demo'), { number: 7, fork: false }],
  ['a fork', from('dave/demo'), { number: 7, fork: true }],
  ['a fork that is gone', from(null), { number: 7, fork: true }],
  ['a payload without one', { repository: {} }, undefined],
  ['what is no JSON', '{', undefined],
])('%s', async (_, payload, expected) => expect(await read(payload)).toEqual(expected));

test('other events have none', async () => {
  expect(await read(from('acme/demo'), 'issues')).toBeUndefined();
  expect(await readEventPull({})).toBeUndefined();
});
