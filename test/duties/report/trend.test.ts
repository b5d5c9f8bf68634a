// The trend: one point a day, read back from the section, and calm when somebody broke it.
import * as fc from 'fast-check';
import { addDays, day, mondayOf } from '../../../src/domain/day.ts';
import { renderTrend } from '../../../src/duties/report/render-trend.ts';
import { type Point, readTrend, trendLine, withToday } from '../../../src/duties/report/trend.ts';
import { read } from '../approvals/markdown.ts';

const START = day('2026-10-05');

const point = (after: number, open = Math.max(0, 40 - after), failing?: number): Point => ({
  day: addDays(START, after),
  open,
  failing,
});

/** A point every day, each day reading back what the day before wrote. */
function walk(days: number, of = point): Point[] {
  let text = '';
  for (let after = 0; after < days; after++) text = trendLine(withToday(readTrend(text), of(after)));
  return readTrend(text);
}

test('the first look of a day counts, so that a second changes nothing', () => {
  const first = withToday([point(0)], point(1, 30));
  expect(withToday(first, point(1, 20))).toEqual(first);
  expect(renderTrend(withToday(readTrend(renderTrend(first)), point(1, 5)))).toBe(renderTrend(first));
});

test('fourteen days stay as they are, of older weeks the last, so it never grows too long', () => {
  const points = walk(98);
  expect(points.slice(-15).map(({ day: at }) => at)).toEqual(
    Array.from({ length: 15 }, (_, index) => addDays(START, 83 + index)),
  );
  expect(new Set(points.map(({ day: at }) => mondayOf(at))).size).toBe(14);
  expect(points).toHaveLength(12 + 15);
  const long = walk(100, (after) => point(after * 7));
  expect(long.length).toBeLessThan(80);
  expect(renderTrend(long).length).toBeLessThan(6000);
});

test('a row for each week with the numbers of its last day, and a chart beside it', () => {
  const text = renderTrend(walk(16, (after) => point(after, 40 - after, after)));
  expect(text).toBe(
    [
      '<details><summary>Trend, week by week</summary>',
      '',
      '| As of | Open tasks | Failing tests |',
      '| --- | --- | --- |',
      '| Sun 11 Oct 2026 | 34 | 6 |',
      '| Sun 18 Oct 2026 | 27 | 13 |',
      '| Tue 20 Oct 2026 | 25 | 15 |',
      '',
      '```mermaid',
      'xychart-beta',
      '  title "Open tasks"',
      '  x-axis ["11 Oct", "18 Oct", "20 Oct"]',
      '  y-axis "Open tasks" 0 --> 34',
      '  bar [34, 27, 25]',
      '```',
      '',
      '```mermaid',
      'xychart-beta',
      '  title "Failing tests"',
      '  x-axis ["11 Oct", "18 Oct", "20 Oct"]',
      '  y-axis "Failing tests" 0 --> 15',
      '  bar [6, 13, 15]',
      '```',
      '',
      '</details>',
      '',
      text.split('\n').at(-1),
    ].join('\n'),
  );
  expect(read(text).count('table')).toBe(1);
});

test('a number that is unknown is told so, and is in no chart', () => {
  const text = renderTrend([point(0, 3, 1), point(7, 3)]);
  expect(text).toContain('| Mon 12 Oct 2026 | 3 | unknown |');
  expect(text.match(/xychart-beta/g)).toHaveLength(1);
  expect(renderTrend([point(0), point(7)])).not.toContain('Failing');
  expect([renderTrend([]), renderTrend([point(0)]).includes('mermaid')]).toEqual(['', false]);
});

test('what is written is read back, whatever stands around it', () => {
  const points = fc.uniqueArray(
    fc.record({
      after: fc.nat(400),
      open: fc.nat(9999),
      failing: fc.option(fc.nat(9999), { nil: undefined }),
    }),
    { selector: ({ after }) => after, maxLength: 60 },
  );
  fc.assert(
    fc.property(points, fc.string(), (found, noise) => {
      const sorted = found
        .map(({ after, open, failing }) => ({ day: addDays(START, after), open, failing }))
        .toSorted((a, b) => (a.day < b.day ? -1 : 1));
      const text = `${noise}\n${trendLine(sorted)}\r\n${noise}`;
      expect(readTrend(text)).toEqual(sorted);
    }),
  );
});

test.each([
  ['nothing', '', 0],
  ['words', '<!-- relcomms:trend hello -->', 0],
  ['no end', '<!-- relcomms:trend 2026-10-05 3 -', 0],
  ['a day that is none', '<!-- relcomms:trend 2026-02-31 3 -;2026-10-05 3 1 -->', 1],
  ['numbers that are none', '<!-- relcomms:trend 2026-10-05 -3 -;2026-10-06 9999999 1;2026-10-07 1 -->', 0],
  ['a day twice', '<!-- relcomms:trend 2026-10-05 3 -;2026-10-05 4 - -->', 1],
])('with %s in it it goes on with what is left', (_, text, count) => {
  const points = readTrend(text);
  expect(points).toHaveLength(count);
  expect(withToday(points, point(20))).toHaveLength(count + 1);
});

test('a day in the future, which a clock may have left behind, goes', () => {
  expect(withToday([point(30)], point(20))).toEqual([point(20)]);
});

test('a later look of the day adds what the first did not know, and changes nothing else', () => {
  const first = withToday([], { day: day('2020-01-14'), open: 2 });
  const second = withToday(first, { day: day('2020-01-14'), open: 1, failing: 3 });
  expect(second).toEqual([{ day: '2020-01-14', open: 2, failing: 3 }]);
  expect(withToday(second, { day: day('2020-01-14'), open: 0, failing: 0 })).toEqual(second);
});
