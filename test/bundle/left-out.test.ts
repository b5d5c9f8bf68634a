// What the build leaves out of the Action is not in its files.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join('dist', 'action');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.js'));
const text = files.map((name) => readFileSync(join(FOLDER, name), 'utf8')).join('\n');

test.each([
  ['the table of file types of mails', 'application/vnd.openxmlformats'],
  ['the list of mail providers', 'smtp.gmail.com'],
  ['signing of mails', 'DKIM-Signature'],
  ['the table of Slack methods', 'admin.conversations.'],
  ['the writing of JSON Schemas', 'json-schema.org'],
  ['the table of REST methods', '/repos/{owner}/{repo}/actions/runners'],
  ['undici', 'undici'],
  ['a second engine of patterns', 'RE2JS'],
])('%s is not in the bundle', (_, words) => {
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((name) => readFileSync(join(FOLDER, name), 'utf8').includes(words))).toEqual([]);
});

test('what stands in the place of a part says so when it is asked', () => {
  expect(text.includes('left out of the Action')).toBe(true);
});
