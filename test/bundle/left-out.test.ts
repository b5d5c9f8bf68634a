// What the build leaves out of the Action is not in its files.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join('dist', 'action');
const files = readdirSync(FOLDER).filter((name) => /\.c?js$/.test(name));
const text = files.map((name) => readFileSync(join(FOLDER, name), 'utf8')).join('\n');

test.each([
  ['the table of file types of mails', 'application/vnd.lotus-notes'],
  ['the list of mail providers', 'smtp.gmail.com'],
  ['signing of mails', 'DKIM-Signature'],
  ['the table of Slack methods', 'admin.conversations.'],
  ['the writing of JSON Schemas', 'json-schema.org'],
  ['the table of REST methods', '/repos/{owner}/{repo}/actions/runners'],
  ['undici', 'undici'],
  ['a second engine of patterns', 'RE2JS'],
  ['Bottleneck', 'This limiter has been stopped'],
  ['the start of programs by @actions/exec', 'powershell -command'],
  ['what is said of a key of the config', 'The zone in which days begin and end.'],
])('%s is not in the bundle', (_, words) => {
  expect(files.length).toBeGreaterThan(3);
  expect(files.filter((name) => readFileSync(join(FOLDER, name), 'utf8').includes(words))).toEqual([]);
});

test('what stands in the place of a part says so when it is asked', () => {
  expect(text.includes('left out of the Action')).toBe(true);
});

test('V8 holds every file that a run loads at one byte a sign', () => {
  // The library for workbooks is read by runs that keep one, and by no other.
  const read = files.filter((name) => name.endsWith('.js') && !name.startsWith('xlsx-'));
  // Escape the sign in the pattern that holds it: esbuild escapes texts only.
  expect(read.filter((name) => !isAscii(join(FOLDER, name)))).toEqual([]);
});

function isAscii(path: string): boolean {
  return readFileSync(path).every((byte) => byte < 128);
}

test('Node is asked for its own modules, which no import of theirs reads whole', () => {
  const imports =
    /\bimport\b[^;"]{0,200}"(?:node:)?(?:crypto|fs|https?|net|os|path|timers|url|util)(?:\/promises)?"/;
  expect(files.filter((name) => imports.test(readFileSync(join(FOLDER, name), 'utf8')))).toEqual([]);
});

test('bad inputs are refused by one file', () => {
  expect(readFileSync(join(FOLDER, 'index.js'), 'utf8').match(/\b(?:import|from|require)\b[^;]*/g)).toEqual([
    expect.stringMatching(/^import\("\.\/run\.js"\)/),
  ]);
});

test.each([
  ['the reading of Markdown', 'CounterClockwiseContourIntegral', 'markdown.cjs'],
  ['the writing of calendar files', 'VALARM', 'calendar-file.cjs'],
])('%s is a file of its own', (_, words, file) => {
  const having = files.filter((name) => readFileSync(join(FOLDER, name), 'utf8').includes(words));
  expect(having).toEqual([file]);
});
