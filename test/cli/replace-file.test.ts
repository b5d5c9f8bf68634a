// A file is replaced whole, or left as it is.
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replaceFile } from '../../src/cli/replace-file.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relcomms-'));
  file = join(folder, 'a.yml');
  await writeFile(file, 'old\n');
});

afterEach(() => rm(folder, { recursive: true }));

test('it holds the new text, and nothing is left beside it', async () => {
  expect(await replaceFile(file, 'old\n', 'new\n')).toBe('written');
  expect(await readFile(file, 'utf8')).toBe('new\n');
  expect(await readdir(folder)).toEqual(['a.yml']);
});

test('what somebody else wrote meanwhile is not overwritten', async () => {
  expect(await replaceFile(file, 'older\n', 'new\n')).toBe('changed by others');
  expect(await readFile(file, 'utf8')).toBe('old\n');
  expect(await readdir(folder)).toEqual(['a.yml']);
});

test('a file that is gone is an error, and none is made', async () => {
  await rm(file);
  await expect(replaceFile(file, 'old\n', 'new\n')).rejects.toThrow('ENOENT');
  expect(await readdir(folder)).toEqual([]);
});
