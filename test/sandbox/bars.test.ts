// The chart of the trend is drawn as relcomms writes it; anything else stays code.
import { day } from '../../src/domain/day.ts';
import { renderTrend } from '../../src/duties/report/render-trend.ts';
import { drawBars } from '../../sandbox/page/bars/draw-bars.ts';
import { parseBars } from '../../sandbox/page/bars/parse-bars.ts';

const TREND = renderTrend([
  { day: day('2020-02-09'), open: 24, failing: 0 },
  { day: day('2020-02-16'), open: 19, failing: 3 },
]);
const CHARTS = [...TREND.matchAll(/```mermaid\n([\s\S]*?)```/g)].map(([, text = '']) => text);

test('what the report writes is read and drawn, with its numbers in words', () => {
  expect(CHARTS.map((text) => parseBars(text))).toEqual([
    { title: 'Open tasks', labels: ['9 Feb', '16 Feb'], values: [24, 19], top: 24 },
    { title: 'Failing tests', labels: ['9 Feb', '16 Feb'], values: [0, 3], top: 3 },
  ]);
  const drawn = CHARTS.map((text) => drawBars(parseBars(text) as never).text);
  expect(drawn[1]).toContain('aria-label="Failing tests. 9 Feb: 0, 16 Feb: 3."');
  expect(drawn[1]?.match(/height="\d+"/g)).toEqual(['height="188"', 'height="0"', 'height="120"']);
});

const [CHART = ''] = CHARTS;

test.each([
  ['another kind of chart', CHART.replace('xychart-beta', 'xychart')],
  ['a row more', `${CHART}  line [1, 2]\n`],
  ['a row less', CHART.replace(/ {2}bar .*\n/, '')],
  ['fewer bars than labels', CHART.replace('[24, 19]', '[24]')],
  ['no number', CHART.replace('[24, 19]', '[24, 1e9]')],
  ['an empty axis', CHART.replace('--> 24', '--> 0')],
  ['too many bars', CHART.replace('[24, 19]', `[${Array.from({ length: 61 }, () => 1).join(', ')}]`)],
])('%s is not drawn', (_, text) => {
  expect(text).not.toBe(CHART);
  expect(parseBars(text)).toBeUndefined();
});

test('a title is text, whatever it holds', () => {
  const bars = parseBars(CHART.replace('title "Open tasks"', 'title "</text><script>x</script>"'));
  expect(bars === undefined ? '' : drawBars(bars).text).toContain('&lt;script&gt;');
});
