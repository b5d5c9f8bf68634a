// Files that are made to hurt, or broken: each is refused whole, with its place and what to do.
import { readJunit } from '../../src/test-results/read-junit.ts';
import { renderRefusal } from '../../src/test-results/render-refusal.ts';
import { JUNIT_LIMITS } from '../../src/test-results/limits.ts';
import { junitXml, manyTests } from '../support/junit-xml.ts';

async function refusal(content: string | Uint8Array, limits = {}): Promise<string | undefined> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return renderRefusal('a.xml', await readJunit([bytes], { ...JUNIT_LIMITS, ...limits }));
}

const LOL = Array.from(
  { length: 9 },
  (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
).join('\n');
const AGAIN = 'Check that the tool that writes it was not ended early, and run it again.';
const SOUND = '<testsuite name="s">\n<testcase name="a"/>\n</testsuite>';

test.each([
  [
    'billion laughs',
    `<?xml version="1.0"?>\n<!DOCTYPE t [<!ENTITY l0 "lol">\n${LOL}]>\n<testsuite name="&l9;"/>`,
    'a.xml:11:57 has a DOCTYPE, which no JUnit file needs. Remove it.',
  ],
  [
    'an external entity',
    `<!DOCTYPE t [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n<testsuite name="&x;"/>`,
    'a.xml:1:54 has a DOCTYPE, which no JUnit file needs. Remove it.',
  ],
  [
    'an entity that nobody declared',
    `<testsuite name="&x;"/>`,
    `a.xml:1:20 is not sound XML (undefined entity). ${AGAIN}`,
  ],
  [
    'a depth bomb',
    `<testsuites>\n${'<testsuite>'.repeat(100_000)}`,
    `a.xml:2:550 has more than 50 elements inside of one another. ${AGAIN}`,
  ],
  ['broken off', SOUND.slice(0, -12), `a.xml:3:1 is not sound XML (unclosed tag: testsuite). ${AGAIN}`],
  [
    'broken off in a tag',
    SOUND.slice(0, 30),
    `a.xml:2:9 is not sound XML (unclosed tag: testsuite). ${AGAIN}`,
  ],
  ['two roots', `${SOUND}<testsuite/>`, expect.stringMatching(/^a\.xml:3:\d+ is not sound XML \(/)],
  ['empty', '', `a.xml is empty. ${AGAIN}`],
  ['one byte', '<', expect.stringMatching(/^a\.xml:1:1 is not sound XML \(/)],
  [
    'plain words',
    'ok 1 - works',
    expect.stringMatching(/^a\.xml:1:\d+ is not sound XML \(text data outside/),
  ],
  ['JSON', '{"tests": []}', expect.stringMatching(/^a\.xml:1:\d+ is not sound XML \(text data outside/)],
  [
    'HTML',
    '<html><body/></html>',
    'a.xml holds no test results: its outermost element is <html>. Name only JUnit files.',
  ],
  [
    'coverage',
    '<?xml version="1.0"?><coverage/>',
    'a.xml holds no test results: its outermost element is <coverage>. Name only JUnit files.',
  ],
  [
    'UTF-32',
    Buffer.from([0xff, 0xfe, 0, 0, 0x3c, 0, 0, 0]),
    'a.xml is UTF-32 or binary. Let the tool write it as UTF-8.',
  ],
  [
    'an encoding of mainframes',
    `<?xml version="1.0" encoding="IBM037"?>${SOUND}`,
    'a.xml declares the encoding IBM037, which is not known. Let the tool write it as UTF-8.',
  ],
  [
    'a blank line before the declaration',
    `\n<?xml version="1.0"?>${SOUND}`,
    'a.xml has blanks before its XML declaration. Let the tool begin the file with <?xml.',
  ],
  [
    'a blank line behind the mark',
    `\ufeff\r\n<?xml version="1.0"?>${SOUND}`,
    'a.xml has blanks before its XML declaration. Let the tool begin the file with <?xml.',
  ],
  [
    'an entity of HTML',
    '<testsuite name="s"><testcase name="a&hellip;"/></testsuite>',
    `a.xml:1:45 is not sound XML (undefined entity). ${AGAIN}`,
  ],
  [
    'a reference without a number',
    '<testsuite name="s"><testcase name="a&#xg;"/></testsuite>',
    `a.xml:1:42 is not sound XML (malformed character entity). ${AGAIN}`,
  ],
  [
    'a zip archive',
    Buffer.from('PK\u0003\u0004'),
    'a.xml is a zip archive. Unpack it, and name the XML files.',
  ],
])('%s', async (_, content, expected) => {
  expect(await refusal(content)).toEqual(expected);
});

test('a file beyond the limit is not read to its end', async () => {
  let taken = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('<testsuite>');
    for (;;) {
      taken += 1;
      yield Buffer.alloc(10_000, ' ');
    }
  }
  const reading = await readJunit(endless(), { ...JUNIT_LIMITS, bytes: 1_000_000 });
  expect(renderRefusal('a.xml', reading)).toBe(
    'a.xml is larger than 1 MB. Let the tool write several smaller files.',
  );
  expect(taken).toBe(100);
});

test('a text of many small parts is not gathered in memory', async () => {
  const growth: number[] = [];
  function* brackets(): Generator<Uint8Array> {
    yield Buffer.from('<testsuite><testcase name="a"><failure>words<![CDATA[');
    const before = process.memoryUsage().heapUsed;
    for (let count = 0; count < 120; count++) {
      yield Buffer.alloc(65_536, ']');
      growth.push((process.memoryUsage().heapUsed - before) / 1_000_000);
    }
    yield Buffer.from(']]></failure></testcase></testsuite>');
  }
  const reading = await readJunit(brackets());
  expect(reading).toMatchObject({ kind: 'read', tests: [{ message: expect.stringMatching(/^words\]+…$/) }] });
  // Gathered, these eight million characters take about 260 MB.
  expect(Math.max(...growth)).toBeLessThan(150);
});

test.each([
  ['a tag without an end', '<testsuite><testcase name="', 'x'],
  ['attributes without an end', '<testsuite ', null],
  ['a DOCTYPE without an end', '<!DOCTYPE x [', "'"],
])('%s is refused', async (_, start, unit) => {
  function* endless(): Generator<Uint8Array> {
    yield Buffer.from(start);
    for (let count = 0; count < 1000; count++)
      yield Buffer.from(
        unit?.repeat(60_000) ?? Array.from({ length: 5000 }, (__, at) => `a${count}-${at}="" `).join(''),
      );
  }
  expect(renderRefusal('a.xml', await readJunit(endless()))).toMatch(
    /^a\.xml:1:\d+ has a tag of more than 4000000 characters\. /,
  );
});

/** Microseconds of CPU for two thousand tests in a suite whose name is that long. */
async function cpuOfSuite(length: number): Promise<number> {
  const xml = `<testsuite name="${'s'.repeat(length)}">${'<testcase/>'.repeat(2000)}</testsuite>`;
  const before = process.cpuUsage().user;
  expect(await refusal(xml)).toBeUndefined();
  return process.cpuUsage().user - before;
}

test('a long name of a suite is not worked on again for each of its tests', async () => {
  await cpuOfSuite(10);
  const [short, long] = [await cpuOfSuite(10), await cpuOfSuite(1_000_000)];
  // Worked on for each test it is about fifty times as much.
  expect(long / short).toBeLessThan(12);
});

test('too many tests', async () => {
  expect(await refusal(junitXml(manyTests(12)), { tests: 10 })).toMatch(
    /^a\.xml:\d+:\d+ has more than 10 tests\. /,
  );
});

test('a refusal is one bounded line, whatever the file and its elements are called', async () => {
  const name = 'x'.repeat(100_000);
  const reading = await readJunit([Buffer.from(`<testsuite><${name}></testsuite>`)]);
  const words = renderRefusal(`::error::\n${name}`, reading) ?? '';
  expect(words).toMatch(/^::error:: x+…:1:\d+ is not sound XML/);
  expect(words.length).toBeLessThan(1000);
  expect(words).not.toContain('\n');
});

test('sound files are not refused', async () => {
  expect(await refusal(SOUND)).toBeUndefined();
  expect(
    await refusal(
      `<testsuite name="${'x'.repeat(60)}">${'<testsuite>'.repeat(49)}${'</testsuite>'.repeat(50)}`,
    ),
  ).toBeUndefined();
});
