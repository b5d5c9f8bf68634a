// Writes test outcomes as JUnit XML, as tools do.
import type { TestOutcome } from '../../src/domain/test-results.ts';

/** Tests of one class that follow one another share a suite, which is named for their class. */
export function junitXml(tests: readonly TestOutcome[]): string {
  const lines = tests.map((test, index) => {
    const begins = tests[index - 1]?.suite !== test.suite;
    const ends = tests[index + 1]?.suite !== test.suite;
    const start = begins ? `<testsuite name="${escaped(test.suite)}">\n` : '';
    return `${start}${testCase(test)}${ends ? '\n</testsuite>' : ''}`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${lines.join('\n')}\n</testsuites>\n`;
}

function testCase({ suite, name, result, file, message }: TestOutcome): string {
  const place = file === undefined ? '' : ` file="${escaped(file)}"`;
  const start = `<testcase classname="${escaped(suite)}" name="${escaped(name)}" time="0.012"${place}`;
  if (result === 'passed') return `${start}/>`;
  if (result === 'skipped') return `${start}><skipped/></testcase>`;
  const words = message === undefined ? '' : ` message="${escaped(message)}"`;
  return `${start}><failure${words} type="AssertionError">${escaped(message ?? '')}\n    at test.ts:12:3</failure></testcase>`;
}

/** So many tests of a hundred to a suite, every fiftieth failed. */
export function manyTests(count: number): TestOutcome[] {
  return Array.from({ length: count }, (_, index) => ({
    suite: `com.example.Suite${Math.floor(index / 100)}`,
    name: `test number ${index} does what it says & more`,
    ...(index % 50 === 0
      ? { result: 'failed' as const, message: 'expected <1> to be 2' }
      : { result: 'passed' as const }),
  }));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll(/[\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
