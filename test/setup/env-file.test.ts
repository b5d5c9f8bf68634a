// The file of the credentials is made once, for its owner, where it was named, and nowhere else.
import { existsSync, mkdtempSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addTo, envText, writeNew } from '../../src/setup/env-file.ts';
import { readSettings } from '../../src/setup/settings.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'setup-'));
});

test('a key stands on one line', () => {
  expect(envText({ A: '1', PRIVATE_KEY: '-----BEGIN\r\nabc\n-----END\n' })).toBe(
    String.raw`A=1
PRIVATE_KEY=-----BEGIN\nabc\n-----END
`,
  );
});

test('it is for its owner only, and what is added goes behind', async () => {
  const path = join(folder, 'a.env');
  expect(await writeNew(path, 'A=1\n')).toBeUndefined();
  expect(await addTo(path, 'B=2\n')).toBeUndefined();
  expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['A=1\nB=2\n', 0o600]);
  expect(await writeNew(path, 'C=3\n')).toBe(`${path} is there already, and is never replaced.`);
  expect(readFileSync(path, 'utf8')).toBe('A=1\nB=2\n');
});

test('a link to another place is not followed, and what is missing is not made', async () => {
  const target = join(folder, 'target');
  const link = join(folder, 'link');
  symlinkSync(target, link);
  expect(await writeNew(link, 'A=1\n')).toContain('is there already');
  expect(await addTo(link, 'A=1\n')).toContain("can't be written");
  expect(await addTo(join(folder, 'none'), 'A=1\n')).toContain('(ENOENT)');
  expect(await writeNew(join(folder, 'none', 'a.env'), 'A=1\n')).toContain('(ENOENT)');
  expect(existsSync(target)).toBe(false);
});

test.each([
  [{}, false],
  [{ HOST: '127.0.0.1' }, false],
  [{ HOST: '::1' }, false],
  [{ HOST: '0.0.0.0' }, true],
  [{ HOST: 'release.example' }, true],
  [{ PUBLIC_URL: 'https://release.example/' }, true],
])('with %p the need of a code is %p', (env, needsCode) => {
  expect(readSettings(env, 3000)).toMatchObject({ needsCode, site: 'https://github.com' });
});

test.each([{ PUBLIC_URL: 'release.example' }, { GITHUB_URL: 'github.example' }])('%p is refused', (env) => {
  expect(readSettings(env, 3000)).toEqual({
    refused: expect.stringContaining(Object.keys(env)[0] ?? '') as string,
  });
});
