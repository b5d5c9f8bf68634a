// The config of failing tests: patterns are checked where they are written.
import { prepare } from '../../../src/run/prepare.ts';
import { smallConfig } from '../../support/small-cycle.ts';

function problemsOf(lines: readonly string[]) {
  const prepared = prepare(`${smallConfig()}${lines.join('\n')}\n`);
  return 'problems' in prepared ? prepared.problems : prepared.warnings;
}

test.each(['^api/(?=x)', '(?<=a)b', '(a)\\1', '(a', '[z-a]', '*a'])(
  '%s is no pattern of RE2, and is told with its place',
  (pattern) => {
    const text = JSON.stringify(pattern);
    const [problem, ...others] = problemsOf([
      'teams:',
      '  api:',
      '    github: acme/api',
      `    tests: ['^a', ${text}]`,
    ]);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      code: 'bad-pattern',
      severity: 'error',
      path: ['teams', 'api', 'tests', 1],
    });
    expect(problem?.fix).toContain('RE2');
    const [inSection] = problemsOf(['failing-tests:', `  ignore-jobs: [${text}]`]);
    expect(inSection).toMatchObject({ code: 'bad-pattern', path: ['failing-tests', 'ignore-jobs', 0] });
  },
);

test('a config that says everything loads', () => {
  const section = [
    'failing-tests:',
    '  labels: [failing-test, kind/bug]',
    '  grace: 0',
    '  green-runs: 5',
    '  answer-within: 2 working days',
    "  jobs: ['^ci/']",
    "  ignore-jobs: ['(?i)nightly']",
    "  artifacts: [junit, 'test-results-*']",
  ];
  expect(problemsOf(section)).toEqual([]);
  expect(problemsOf(['failing-tests: { grace: 11 }'])).toMatchObject([{ code: 'out-of-range' }]);
});

test.each([
  ['a*b', 'Write a-b.'],
  ['**', 'Write *.'],
  ['reports/*', 'Write reports-*.'],
  ['why?', 'Write why*.'],
])('%s is no name of an artifact', (name, fix) => {
  const [problem, ...others] = problemsOf([`failing-tests: { artifacts: [${JSON.stringify(name)}] }`]);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: 'bad-artifact', path: ['failing-tests', 'artifacts', 0] });
  expect(problem?.fix).toContain(fix.slice(0, 5));
});
