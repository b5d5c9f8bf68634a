// `relcomms sheet`: a workbook out, filled in by people, and back in, with every cell that is not taken named.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBook, saveBook, setValue } from '../../src/sheet/book.ts';
import { findHeadings } from '../../src/sheet/columns.ts';
import { cli } from './run-cli.ts';

const CONFIG = `timezone: UTC
roles: { lead: [alice] }
teams:
  api: { github: acme/api }
releases:
  - version: '1.2.0'
    start: 2026-11-02
    release: 2026-12-15
    milestones: { rc1: 2026-12-01, rc2: 2026-12-08 }
tracking-issue:
`;

const TESTS = `tests:
  - { id: create, title: '=Create a function', team: api, complexity: 2 }
  - { id: delete, title: 'Delete a function, "all" of it', team: api, platforms: [linux, windows] }
`;

let folder: string;
const at = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relcomms-sheet-'));
  await writeFile(at('relcomms.yml'), CONFIG);
  await writeFile(at('tests.yml'), TESTS);
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function sheet(...args: string[]) {
  const files = [
    '--config',
    at('relcomms.yml'),
    '--tests',
    at('tests.yml'),
    '--results',
    at('results.jsonl'),
  ];
  return await cli(['sheet', ...args, ...files]);
}

/** Fills a cell as a tester does. */
async function fill(file: string, row: number, heading: string, value: string): Promise<void> {
  const book = await openBook(await readFile(file));
  const tests = book.sheets.find(({ name }) => name === 'api');
  if (tests === undefined) throw new Error('no sheet');
  setValue(tests, row, findHeadings(tests)?.columns.get(heading) ?? -1, value);
  await writeFile(file, await saveBook(book));
}

test('export, fill in, import, export again', async () => {
  const book = at('book.xlsx');
  expect(await sheet('export', '1.2.0', book)).toEqual({
    exit: 0,
    out: `A new workbook with 2 tests: ${book}\n`,
    err: '',
  });
  await fill(book, 1, 'rc1 result', 'pass');
  await fill(book, 2, 'rc1 result', 'great');
  const early = await sheet('export', '1.2.0', book);
  expect(early).toMatchObject({
    exit: 1,
    err: expect.stringContaining("has 1 cell that the results don't have"),
  });
  const taken = await sheet('import', '1.2.0', book);
  expect(taken).toEqual({
    exit: 1,
    out: `1 cell taken from ${book} into ${at('results.jsonl')}.\n`,
    err: '1 cell not taken:\n  api!I3: it is not pass, fail, blocked, or n/a\n',
  });
  expect(await readFile(at('results.jsonl'), 'utf8')).toBe(
    '{"candidate":"rc1","run":"create","result":"pass"}\n',
  );
  expect((await sheet('export', '1.2.0', book)).exit).toBe(0);
});

test('a cell that was changed in both places stays in the results and is named', async () => {
  const book = at('book.xlsx');
  await sheet('export', '1.2.0', book);
  await fill(book, 1, 'rc1 result', 'pass');
  const recorded = '{"candidate":"rc1","run":"create","result":"fail"}\n';
  await writeFile(at('results.jsonl'), recorded);
  const { exit, err } = await sheet('import', '1.2.0', book);
  expect(exit).toBe(1);
  expect(err).toContain('rc1 create result: "fail" in the results, "pass" in the workbook');
  expect(await readFile(at('results.jsonl'), 'utf8')).toBe(recorded);
  // Exported again, the workbook still says what the tester saw, and the next import still asks.
  expect((await sheet('export', '1.2.0', book)).exit).toBe(0);
  expect((await sheet('import', '1.2.0', book)).err).toContain(
    '"fail" in the results, "pass" in the workbook',
  );
});

test('CSV and Markdown say the same, and compute nothing', async () => {
  const csv = await sheet('export', '1.2.0', '--format', 'csv');
  expect(csv.out.split('\r\n')[1]).toBe("api,create,'=Create a function,,,api,,2,,,,,,,,,,,");
  expect(csv.out.split('\r\n')[2]).toContain('"Delete a function, ""all"" of it"');
  const markdown = await sheet('export', '1.2.0', '--format', 'markdown');
  expect(markdown.out).toContain('| rc1 | api | 3 | 0 | 0 | 0 | 0 | 3 |');
  expect(markdown.out).toContain('| api | delete@windows |');
});

test.each([
  [['exprot', '1.2.0'], 2, '"exprot" is not export or import. Did you mean export?'],
  [['export', '9.9'], 2, 'There is no release 9.9. The config has 1.2.0.'],
  [['export', '1.2.0', '--format', 'pdf'], 2, '--format is "pdf"; it can be xlsx, csv, or markdown.'],
  [['import', '1.2.0'], 2, 'Which workbook?'],
  [['import', '1.2.0', 'nowhere.xlsx'], 2, 'nowhere.xlsx is not there.'],
  [['import', '1.2.0', 'package.json'], 2, 'package.json: The file is not a whole .xlsx workbook.'],
])('%j ends with %i and says why', async (args, exit, words) => {
  const answer = await sheet(...args);
  expect(answer.exit).toBe(exit);
  expect(answer.err).toContain(words);
});

test('tests with errors are named by line, and a damaged file of results is never written over', async () => {
  await writeFile(
    at('tests.yml'),
    'tests:\n  - { id: a, title: A, team: apy }\n  - { id: a, title: B, team: api, colour: red }\n',
  );
  const bad = await sheet('export', '1.2.0');
  expect(bad.exit).toBe(1);
  expect(bad.err).toContain('tests.yml:3:');
  await writeFile(
    at('tests.yml'),
    'tests:\n  - { id: a, title: A, team: apy }\n  - { id: a, title: B, team: api }\n',
  );
  const names = await sheet('export', '1.2.0');
  expect(names.err).toContain('No team has the id "apy".');
  expect(names.err).toContain('Did you mean api?');
  expect(names.err).toContain('Two tests have the id "a".');
  await writeFile(at('tests.yml'), TESTS);
  await writeFile(at('results.jsonl'), '{"candidate":"rc1","run":"create"\n');
  const damaged = await sheet('export', '1.2.0', at('book.xlsx'));
  expect(damaged).toMatchObject({ exit: 2, err: expect.stringContaining('line 1: this is not a result') });
});
