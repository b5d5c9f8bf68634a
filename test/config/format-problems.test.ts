// Problems as people see them.
import { formatProblems } from '../../src/config/format-problems.ts';

const problem = {
  code: 'bad-day',
  severity: 'error' as const,
  path: [],
  message: 'Wrong.',
  fix: 'Mend it.',
};

test('places and words stand below each other', () => {
  const text = formatProblems(
    [
      { ...problem, line: 3, column: 7 },
      { ...problem, severity: 'warning', line: 12, column: 12 },
    ],
    'a.yml',
  );
  expect(text).toBe(`a.yml:3:7    error    Wrong.
                      Mend it. [bad-day]
a.yml:12:12  warning  Wrong.
                      Mend it. [bad-day]
`);
});

test('nothing is printed when nothing is wrong', () => {
  expect(formatProblems([], 'a.yml')).toBe('');
});
