// JUnit XML in the dialects that people meet, read into outcomes.
import * as fc from 'fast-check';
import type { TestOutcome } from '../../src/domain/test-results.ts';
import { readJunit } from '../../src/test-results/read-junit.ts';
import { junitXml, manyTests } from '../support/junit-xml.ts';

async function read(xml: string | Uint8Array): Promise<readonly TestOutcome[]> {
  const reading = await readJunit([typeof xml === 'string' ? Buffer.from(xml) : xml]);
  if (reading.kind !== 'read') throw new Error(JSON.stringify(reading));
  return reading.tests;
}

const passed = (suite: string, name: string) => ({ suite, name, result: 'passed' as const });
const skipped = (suite: string, name: string) => ({ suite, name, result: 'skipped' as const });
const failed = (suite: string, name: string, message?: string) => ({
  suite,
  name,
  result: 'failed' as const,
  ...(message === undefined ? {} : { message }),
});

const DIALECTS: readonly (readonly [string, string, readonly TestOutcome[]])[] = [
  [
    'gotestsum',
    `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="3" failures="1" errors="0" time="1.2">
	<testsuite tests="3" failures="1" time="0.1" name="example.com/demo/api" timestamp="2026-11-02T10:00:00Z">
		<properties><property name="go.version" value="go1.25 linux/amd64"></property></properties>
		<testcase classname="example.com/demo/api" name="TestGet" time="0.000000"></testcase>
		<testcase classname="example.com/demo/api" name="TestGet/empty_list" time="0.000000">
			<failure message="Failed" type="">=== RUN   TestGet/empty_list&#xA;    get_test.go:12: no</failure>
		</testcase>
		<testcase classname="example.com/demo/api" name="TestSlow" time="0.000000"><skipped message="short"></skipped></testcase>
	</testsuite>
</testsuites>`,
    [
      passed('example.com/demo/api', 'TestGet'),
      failed('example.com/demo/api', 'TestGet/empty_list', 'Failed'),
      skipped('example.com/demo/api', 'TestSlow'),
    ],
  ],
  [
    'pytest',
    `<?xml version="1.0" encoding="utf-8"?><testsuites name="pytest tests"><testsuite name="pytest" errors="1" failures="1" skipped="0" tests="3"><testcase classname="tests.test_api.TestGet" name="test_list[a-1]" time="0.001" /><testcase classname="tests.test_api" name="test_sum" time="0.1"><failure message="AssertionError: assert 1 == 2&#10;  +  where 1 = f()">def test_sum():
&gt;       assert 1 == 2</failure></testcase><testcase classname="" name="tests.test_broken" time="0.000"><error message="collection failure">ImportError</error></testcase></testsuite></testsuites>`,
    [
      passed('tests.test_api.TestGet', 'test_list[a-1]'),
      failed('tests.test_api', 'test_sum', 'AssertionError: assert 1 == 2'),
      failed('pytest', 'tests.test_broken', 'collection failure'),
    ],
  ],
  [
    'jest-junit, colours in the text',
    `<testsuites name="jest tests"><testsuite name="sum" file="test/sum.test.ts"><testcase classname="sum adds" name="sum adds" time="0.002"><failure>Error: \u001b[2mexpect(\u001b[22m\u001b[31mreceived\u001b[39m)
    at Object.toBe</failure></testcase></testsuite></testsuites>`,
    [
      {
        ...failed('sum > sum adds', 'sum adds', 'Error: expect(received)'),
        class: 'sum adds',
        file: 'test/sum.test.ts',
      },
    ],
  ],
  [
    'surefire with reruns: the flaky one passed, the other did not',
    `<testsuite xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="com.example.ApiTest" tests="2">
  <testcase name="flaky" classname="com.example.ApiTest"><flakyFailure message="timeout" type="E"><stackTrace>x</stackTrace></flakyFailure></testcase>
  <testcase name="broken" classname="com.example.ApiTest"><failure message="no" type="E"><![CDATA[at <x>]]></failure><rerunFailure message="again" type="E"><stackTrace>y</stackTrace></rerunFailure></testcase>
</testsuite>`,
    [passed('com.example.ApiTest', 'flaky'), failed('com.example.ApiTest', 'broken', 'no')],
  ],
  [
    'nested suites without classes, as Mocha and Bazel write them',
    `<testsuites><testsuite name="Api"><testsuite name="get"><testcase name="works"/></testsuite><testsuite name="put"><testcase name="works"/></testsuite><testcase name="starts"/></testsuite></testsuites>`,
    [passed('Api > get', 'works'), passed('Api > put', 'works'), passed('Api', 'starts')],
  ],
  [
    'PHPUnit: the file of a test, and of the suite around it',
    `<testsuites><testsuite name="unit"><testsuite name="A" file="tests/ATest.php"><testcase name="one" class="A" classname="A" file="tests/BTest.php"/><testcase name="two" classname="A"/></testsuite></testsuite></testsuites>`,
    [
      { ...passed('unit > A', 'one'), class: 'A', file: 'tests/BTest.php' },
      { ...passed('unit > A', 'two'), class: 'A', file: 'tests/ATest.php' },
    ],
  ],
  [
    'GoogleTest and CTest: attributes tell',
    `<testsuites><testsuite name="Math"><testcase name="Add" status="run" result="completed" classname="Math"/><testcase name="Sub" status="notrun" result="suppressed" classname="Math"/><testcase name="Mul" status="fail" classname="Math"/></testsuite></testsuites>`,
    [passed('Math', 'Add'), skipped('Math', 'Sub'), failed('Math', 'Mul')],
  ],
  [
    'a suite that did not start',
    `<testsuite name="db"><error message="no port"/><testcase name="reads"/></testsuite>`,
    [failed('db', '(the suite itself)', 'no port'), passed('db', 'reads')],
  ],
  [
    'missing names',
    `<testsuite><testcase classname="a"/><testcase name="  "/></testsuite>`,
    [passed('a', '(no name)'), passed('', '(no name)')],
  ],
  [
    'duplicates: the failed one wins, then the passed one',
    `<testsuite name="s"><testcase name="a"/><testcase name="b"><skipped/></testcase><testcase name="a"><failure message="x"/></testcase><testcase name="a"/><testcase name="b"/></testsuite>`,
    [failed('s', 'a', 'x'), passed('s', 'b')],
  ],
  [
    'failed and skipped at once is failed',
    `<testsuite name="s"><testcase name="a"><skipped/><failure/></testcase><testcase name="b"><failure/><skipped/></testcase></testsuite>`,
    [failed('s', 'a'), failed('s', 'b')],
  ],
  [
    'what stands in the output of a test is no result of it',
    `<testsuite name="s"><testcase name="a"><system-out><failure message="printed"/></system-out></testcase></testsuite>`,
    [passed('s', 'a')],
  ],
  [
    'entities, CDATA, references to control characters',
    `<testsuite name="a &lt;b&gt; &amp; &quot;c&quot; &#x41;&#27;[31m"><testcase name="x&#10;y&#0009;z"><error><![CDATA[

  <first> & ]]>line ]]&gt;
second</error></testcase></testsuite>`,
    [failed('a <b> & "c" A', 'x y z', '<first> & line ]]>')],
  ],
  ['no tests at all', `<testsuites/>`, []],
];

test.each(DIALECTS)('%s', async (_, xml, expected) => {
  expect(await read(xml)).toEqual(expected);
});

test('a mark at the start, line ends of Windows, bytes that are no UTF-8', async () => {
  const bytes = Buffer.concat([
    Buffer.from('\ufeff<?xml version="1.0"?>\r\n<testsuite name="s">\r\n<testcase name="a'),
    Buffer.from([0xe9, 0x00, 0x07]),
    Buffer.from('"/></testsuite>'),
  ]);
  expect(await read(bytes)).toEqual([passed('s', 'a\ufffd\ufffd\ufffd')]);
});

const inSuite = (inner: string, name: string) => `<testsuite name="${name}">${inner}</testsuite>`;
const IN = (suite: string, ofClass: string) => ({ suite: `${suite} > ${ofClass}`, class: ofClass });

test('one class and name in several suites are as many tests', async () => {
  const works = '<testcase classname="unit" name="starts"/>';
  const fails = '<testcase classname="unit" name="starts"><error message="no port"/></testcase>';
  const xml = `<testsuites>${inSuite(works, 'mail')}${inSuite(fails, 'web')}${inSuite(inSuite(fails, 'mail'), 'late')}${works}${inSuite(works, 'unit')}</testsuites>`;
  expect(await read(xml)).toEqual([
    { ...passed('', 'starts'), ...IN('mail', 'unit') },
    { ...failed('', 'starts', 'no port'), ...IN('web', 'unit') },
    { ...failed('', 'starts', 'no port'), ...IN('late > mail', 'unit') },
    passed('unit', 'starts'),
  ]);
});

test('parameters that a tool puts into the name of a suite tell its tests apart', async () => {
  const fits = '<testcase classname="org.acme.GridTest" name="fits"/>';
  const tooWide =
    '<testcase classname="org.acme.GridTest" name="fits"><failure message="too wide"/></testcase>';
  const xml = `<testsuites><testsuite name="org.acme.GridTest" tests="2"/>${inSuite(fits, '[3,0]')}${inSuite(tooWide, '[0,3]')}</testsuites>`;
  expect(await read(xml)).toEqual([
    { ...passed('', 'fits'), ...IN('[3,0]', 'org.acme.GridTest') },
    { ...failed('', 'fits', 'too wide'), ...IN('[0,3]', 'org.acme.GridTest') },
  ]);
});

test('deep and long ways stay apart at their ends', async () => {
  const long = 'w'.repeat(290);
  const one = (end: string) =>
    `<testsuite name="${long}"><testsuite name="${long}"><testsuite name="${end}"><testcase classname="${long}" name="a"/></testsuite></testsuite></testsuite>`;
  const tests = await read(`<testsuites>${one('x')}${one('y')}</testsuites>`);
  expect(tests).toHaveLength(2);
});

/** A report as a tool writes it in an encoding: the declaration, a test with that name, and one that failed. */
const named = (encoding: string, name: string) =>
  `<?xml version="1.0" encoding="${encoding}"?>\n<testsuite name="s"><testcase name="${name}"/><testcase name="red"><failure/></testcase></testsuite>`;
const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();

test.each<readonly [string, Uint8Array, string]>([
  ['UTF-8', Buffer.from(named('UTF-8', 'Zoë')), 'Zoë'],
  ['a word for it', Buffer.from(named('utf8', 'Zoë')), 'Zoë'],
  ['its mark, whatever is declared', Buffer.from(`\ufeff${named('ISO-8859-1', 'Zoë')}`), 'Zoë'],
  ['Latin-1', Buffer.from(named('ISO-8859-1', 'Zoë'), 'latin1'), 'Zoë'],
  ['Latin-1 in single quotes', Buffer.from(named('latin1', 'Zoë').replaceAll('"', "'"), 'latin1'), 'Zoë'],
  ['Latin-9', Buffer.from(named('iso-8859-15', '5 \u00a4'), 'latin1'), '5 €'],
  ['windows-1252', Buffer.from(named('Windows-1252', '\u0093hi\u0094 \u0080'), 'latin1'), '“hi” €'],
  ['Cyrillic', Buffer.from(named('koi8-r', '\u00f4\u00c5\u00d3\u00d4'), 'latin1'), 'Тест'],
  ['Shift_JIS', Buffer.from(named('Shift_JIS', '\u0083e\u0083X'), 'latin1'), 'テス'],
  ['UTF-16', Buffer.from(`\ufeff${named('UTF-16', 'Zoë 🙂')}`, 'utf16le'), 'Zoë 🙂'],
  ['UTF-16, the other way round', bigEndian(`\ufeff${named('UTF-16', 'Zoë 🙂')}`), 'Zoë 🙂'],
  ['UTF-16 without a mark', Buffer.from(named('UTF-16LE', 'Zoë'), 'utf16le'), 'Zoë'],
  ['UTF-16 without a mark, the other way round', bigEndian(named('UTF-16BE', 'Zoë')), 'Zoë'],
  ['UTF-16 that is UTF-8', Buffer.from(named('UTF-16', 'Zoë')), 'Zoë'],
  ['UCS-2 that is UTF-8', Buffer.from(named('ISO-10646-UCS-2', 'Zoë')), 'Zoë'],
  ['UTF-8 that is Latin-1', Buffer.from(named('UTF-8', 'Zoë'), 'latin1'), 'Zo\ufffd'],
  [
    'halves of a character as bytes',
    Buffer.from(named('UTF-8', 'a\u00ed\u00a0\u00bd'), 'latin1'),
    'a\ufffd\ufffd\ufffd',
  ],
])('%s is read, in whatever pieces', async (_, bytes, name) => {
  const tests = [passed('s', name), failed('s', 'red')];
  expect(await readJunit([bytes])).toEqual({ kind: 'read', tests });
  expect(await readJunit(Array.from(bytes, (byte) => Uint8Array.of(byte)))).toEqual({ kind: 'read', tests });
});

test.each([
  ['nothing', '&#0;', '\ufffd'],
  ['nothing, in hex', '&#x0000;', '\ufffd'],
  ['no character', '&#xFFFE;&#65535;', '\ufffd\ufffd'],
  ['beyond the last one', '&#x110000;&#99999999999999999999;', '\ufffd\ufffd'],
  ['half a character', '&#xD83D; &#56898;', '\ufffd \ufffd'],
  ['both halves of one', '&#55357;&#56898;', '🙂'],
  ['a control character', '&#2;x&#x1b;[32my', ' xy'],
])('a reference to %s does not spoil the file', async (_, reference, name) => {
  expect(await read(named('UTF-8', `a${reference}z`))).toEqual([
    passed('s', `a${name}z`),
    failed('s', 'red'),
  ]);
});

test('what no XML may hold is replaced in every place', async () => {
  const odd = '\u0000\u001b\ufffe';
  const xml = `<testsuite name="s"><testcase name="a"><failure message="m${odd}">${odd}</failure><system-out><![CDATA[${odd}&#0;]]>${odd}&#0;</system-out></testcase></testsuite>`;
  expect(await read(xml)).toEqual([failed('s', 'a', 'm\ufffd\ufffd\ufffd')]);
});

test('long names are cut, and only the first line of a message is kept', async () => {
  const [outcome] = await read(
    junitXml([failed('s'.repeat(1000), 'n'.repeat(1000), `${'m'.repeat(5000)}\nmore`)]),
  );
  expect([outcome?.suite, outcome?.name, outcome?.message].map((text) => text?.length)).toEqual([
    300, 300, 300,
  ]);
});

/** What no cap and no cleaning changes. */
const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((text) => text.trim())
  .filter((text) => text !== '' && !/[\p{Cc}\u2028\u2029\ufffd\ufffe\uffff]/u.test(text));
const outcome: fc.Arbitrary<TestOutcome> = fc
  .record({
    suite: word,
    name: word,
    result: fc.constantFrom('passed', 'failed', 'skipped'),
    file: word,
    message: word,
  })
  .map(({ message, ...rest }) => (rest.result === 'failed' ? { ...rest, message } : rest) as TestOutcome);
const outcomes = fc.uniqueArray(outcome, {
  selector: ({ suite, name }) => `${suite}\n${name}`,
  maxLength: 20,
});

test('what is written is read back, in whatever pieces it comes', async () => {
  await fc.assert(
    fc.asyncProperty(outcomes, fc.integer({ min: 1, max: 40 }), async (tests, size) => {
      const bytes = Buffer.from(junitXml(tests));
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      expect(await readJunit(pieces)).toEqual({ kind: 'read', tests });
    }),
  );
});

/** Microseconds of CPU that the file takes. */
async function costs(bytes: Uint8Array | undefined): Promise<number> {
  const before = process.cpuUsage().user;
  expect((await read(bytes ?? '')).length).toBeGreaterThan(0);
  return process.cpuUsage().user - before;
}

test('ten times the tests cost about ten times as much', async () => {
  const [small, large] = [10_000, 100_000].map((count) => Buffer.from(junitXml(manyTests(count))));
  await costs(small);
  // The best of three: whatever else runs in this process only makes them slower.
  const few = Math.min(await costs(small), await costs(small), await costs(small));
  const many = await costs(large);
  process.stdout.write(
    `100,000 tests: ${Math.round(many / 1000)} ms of CPU, ${(many / few).toFixed(1)} times 10,000\n`,
  );
  expect(many / few).toBeLessThan(30);
});
