// Broken configs and the exact words that the person who wrote them gets.
import { readFileSync, readdirSync } from 'node:fs';
import { docsAnchor } from '../../src/config/docs-anchor.ts';
import { formatProblems } from '../../src/config/format-problems.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import { root } from '../support/root.ts';
import { options } from './sample.ts';

const folder = new URL('test/fixtures/broken/', root);
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.yml'))
  .map((name) => name.slice(0, -'.yml'.length))
  .sort();

test('there are enough of them to cover what goes wrong', () => {
  expect(names.length).toBeGreaterThanOrEqual(30);
});

test.each(names)('%s is answered with line, column, reason and fix', (name) => {
  const result = loadConfig(readFileSync(new URL(`${name}.yml`, folder), 'utf8'), options);
  const problems = result.ok ? [] : result.problems;
  const expected = readFileSync(new URL(`${name}.txt`, folder), 'utf8');
  expect(formatProblems(problems, 'relcomms.yml')).toBe(expected);
  expect(problems).not.toHaveLength(0);
  for (const { message, fix } of problems) {
    expect(message).toMatch(/[^.]\.$/);
    expect(fix).toMatch(/[^.][.?]$/);
    expect(message.length).toBeLessThan(200);
  }
});

test.each(names)('%s leads to a part of the documentation that is there', (name) => {
  const result = loadConfig(readFileSync(new URL(`${name}.yml`, folder), 'utf8'), options);
  const anchors = (result.ok ? [] : result.problems).map(docsAnchor);
  const headings = [...readFileSync('docs/configuration.md', 'utf8').matchAll(/^#+ (.+)$/gm)].map(
    ([, words = '']) =>
      words
        .toLowerCase()
        .replaceAll(/[^\w -]/g, '')
        .replaceAll(' ', '-'),
  );
  expect(anchors.filter((anchor) => !headings.includes(anchor))).toEqual([]);
});

test('sixty ways to be broken are answered', () => {
  expect(names.length).toBeGreaterThanOrEqual(60);
});
