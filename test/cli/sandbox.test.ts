// `relcomms sandbox` refuses what it can't start with, before it loads anything.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli } from './run-cli.ts';

test.each([
  [['--port', 'many'], '--port is "many"'],
  [['--github-only'], 'belong together'],
  [['--seed', 'seed.yml'], 'belong together'],
  [['--github-only', '--seed', 'nowhere.yml'], 'nowhere.yml is not there'],
])('%j ends with 2', async (args, words) => {
  const { exit, err } = await cli(['sandbox', ...args]);
  expect([exit, err]).toEqual([2, expect.stringContaining(words)]);
});

test('a broken seed is told with line and fix, and ends with 1', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seed-'));
  const file = join(folder, 'seed.yml');
  await writeFile(file, 'owner: acme\npeople: { alice: admni }\nrepositories: { demo: {} }\n');
  const { exit, err } = await cli(['sandbox', '--github-only', '--seed', file]);
  expect(exit).toBe(1);
  expect(err).toContain(`${file}:2:18`);
  expect(err).toContain('Did you mean admin?');
  await rm(folder, { recursive: true });
});
