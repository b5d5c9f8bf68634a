// Titles of wiki pages: what is filled in, and what is refused at its line.
import { pageTitle } from '../../../src/duties/wiki/page-title.ts';
import { prepare } from '../../../src/run/reconcile.ts';

const RELEASE = { version: 'v1.10.3', title: 'Spring' };

test.each([
  ['Release VERSION', 'Release v1.10.3'],
  ['Release {version}', 'Release v1.10.3'],
  ['{title} ({minor})', 'Spring (1.10)'],
  ['All of {{version}}', 'All of {version}'],
  ['Plain', 'Plain'],
])('%p is titled %p', (template, title) => {
  expect(pageTitle(template, RELEASE)).toBe(title);
});

test('what is filled in is not read again', () => {
  expect(pageTitle('{title}', { version: '1', title: 'VERSION {minor}' })).toBe('VERSION {minor}');
});

test('a name without a value is refused at its line', () => {
  const text = `timezone: UTC
releases: [{ version: 1.0.0, release: 2027-01-26 }]
wiki:
  page: Release {rc1}
`;
  const prepared = prepare(text);
  const [problem] = 'problems' in prepared ? prepared.problems : [];
  expect(problem).toMatchObject({ code: 'unknown-variable', line: 4 });
  expect(problem?.fix).toContain('{version}, {minor}, {title}');
});
