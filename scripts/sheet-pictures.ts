// Takes pictures of the workbook of manual tests as LibreOffice prints it, for docs/images. Needs LibreOffice and poppler.
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { day } from '../src/domain/day.ts';
import { type ManualResult, resultsOf, runsOf } from '../src/domain/manual-test.ts';
import { makeBook } from '../src/sheet/make-book.ts';
import { CANDIDATES, TESTS } from '../test/support/manual-tests/world.ts';

const run = promisify(execFile);
const STATES = ['pass', 'pass', 'fail', 'blocked', 'n/a'] as const;

const results = runsOf(TESTS, 'rc1')
  .filter((_, index) => index % 4 !== 3)
  .map(({ id, test }, index): ManualResult => {
    const tester = `${test.team}-${'abc'[index % 3] ?? 'a'}`;
    const result = STATES[index % STATES.length];
    const failed =
      result === 'fail'
        ? { link: 'https://github.com/acme/kyma/issues/12', note: 'The page stays empty.' }
        : {};
    return { candidate: 'rc1', run: id, result, tester, day: day('2026-02-03'), ...failed };
  });

const bytes = await makeBook({
  release: '1.2.0',
  candidates: CANDIDATES,
  tests: TESTS,
  results: resultsOf(results),
});
const folder = await mkdtemp(join(tmpdir(), 'relcomms-sheet-'));
try {
  await writeFile(join(folder, 'book.xlsx'), bytes);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  await run('soffice', [
    profile,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    folder,
    join(folder, 'book.xlsx'),
  ]);
  const pdf = join(folder, 'book.pdf');
  for (const [page, name] of [
    [1, 'sheet-summary'],
    [2, 'sheet-tests'],
    [await pageWith(pdf, 'rc1 result'), 'sheet-results'],
  ] as const)
    await run('pdftoppm', [
      '-r',
      '110',
      '-png',
      '-singlefile',
      '-f',
      `${page}`,
      pdf,
      join('docs/images', name),
    ]);
} finally {
  await rm(folder, { recursive: true });
}

/** The number of the first page with a text. */
async function pageWith(pdf: string, text: string): Promise<number> {
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-']);
  return stdout.split('\f').findIndex((page) => page.includes(text)) + 1;
}
