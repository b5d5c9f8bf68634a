// Secrets are refused in the config, with their line, and told apart from words about access.
import { looksSecret } from '../../../src/domain/secret-shapes.ts';
import { prepare } from '../../../src/run/prepare.ts';
import { CYCLE } from './world.ts';

test.each([
  'password=hunter2',
  'user: tester, password: hunter2',
  'Token: 12345 for all',
  'https://rc1.example.org/?token=abc',
  'https://user:word@rc1.example.org',
  `ghp_${'a'.repeat(36)}`,
  `github_pat_${'a'.repeat(30)}`,
  `xoxb-${'1'.repeat(12)}`,
  'AKIAABCDEFGHIJKLMNOP',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0',
  '-----BEGIN RSA PRIVATE KEY-----',
])('%s is one', (text) => {
  expect(looksSecret(text)).toBe(true);
});

test.each([
  'https://wiki.example.org/test-access',
  'Ask @bob for a password',
  'Password: ask the release leads',
  'Passwords are in the vault of the team',
  'https://rc1.example.org/tokens/overview',
])('%s is none', (text) => {
  expect(looksSecret(text)).toBe(false);
});

test('the config says at which line, and what to do', () => {
  const text = `${CYCLE}environments:\n  named:\n    first:\n      for: rc1\n      access: 'password=hunter2'\n`;
  const read = prepare(text);
  const problems = 'problems' in read ? read.problems : [];
  expect(problems).toMatchObject([
    { code: 'secret-in-text', severity: 'error', line: text.split('\n').length - 1 },
  ]);
  expect(JSON.stringify(problems)).not.toContain('hunter2');
});
