// What a visitor sees without scrolling: the first screen of the tracking issue, in pixels, for every scenario and week.
import type { Page } from 'playwright-core';
import { type Day, addDays, day } from '../../src/domain/day.ts';
import { SCENARIOS } from '../../sandbox/scenarios/index.ts';
import { prepare } from '../../src/run/reconcile.ts';
import { rounds } from '../support/long.ts';
import { type Browsing, PATIENCE, inBrowser, startBrowsing } from './support/browser.ts';
import { type Visitor, startVisit } from './support/visitor.ts';

/** Where the next dates end at the latest, and how high the header of the page may be. Pixels. */
const SCREENS = [
  { width: 1440, height: 900, dates: 900, header: 60 },
  { width: 360, height: 780, dates: 1400, header: 195 },
] as const;

/** The third week of two scenarios in each run of the suite; every week of all in `npm run test:long`. */
const WEEKS: readonly number[] = rounds(0, 1) === 1 ? [] : [3];
const LOOKED_AT = SCENARIOS.slice(0, rounds(2, SCENARIOS.length));

/** What stands where on the page, in pixels from its top; absent where there is none. */
interface Places {
  readonly header: number;
  readonly width: number;
  /** The first line that asks for something. */
  readonly action?: number;
  /** Where the next dates end. */
  readonly dates?: number;
  /** Columns of tables that are too narrow for a word. */
  readonly thin: readonly string[];
}

/** Runs in the page. */
const MEASURE = `(() => {
  const body = document.querySelector('main .markdown');
  const paragraphs = [...(body?.querySelectorAll(':scope > p') ?? [])];
  const listOf = (...titles) =>
    paragraphs.find((each) => titles.some((title) => each.textContent.startsWith(title)))?.nextElementSibling;
  const at = (y) => (y === undefined ? undefined : Math.round(y + scrollY));
  const first = listOf('Overdue', 'This week', 'Next week')?.querySelector('li');
  const cells = [...document.querySelectorAll('main td, main th')];
  const narrow = ({ clientWidth, textContent }) => clientWidth > 0 && clientWidth < 34 && textContent.trim().length > 3;
  return {
    header: Math.round(document.querySelector('header').getBoundingClientRect().height),
    width: document.documentElement.scrollWidth,
    action: at(first?.getBoundingClientRect().top),
    dates: at(listOf('Next dates')?.getBoundingClientRect().bottom),
    thin: cells.filter(narrow).map(({ textContent }) => textContent.trim()),
  };
})()`;

let visitor: Visitor;
let browsing: Browsing;

beforeAll(async () => {
  visitor = await startVisit();
  browsing = await startBrowsing(visitor);
});

afterAll(async () => {
  await browsing.close();
  await visitor.sandbox.close();
});

/** Wednesdays, from the first week of the first release to the last of the last. */
function middlesOf(config: string): Day[] {
  const prepared = prepare(config);
  if ('problems' in prepared) throw new Error('the scenario is broken');
  const weeks = prepared.releases.flatMap((release) => release.weeks.map(({ start }) => addDays(start, 2)));
  return [...new Set(weeks)].toSorted();
}

async function look(page: Page, where: string): Promise<string[]> {
  const found: string[] = [];
  for (const { width, height, dates, header } of SCREENS) {
    // oxlint-disable-next-line no-await-in-loop -- one size after the other
    await page.setViewportSize({ width, height });
    // oxlint-disable-next-line no-await-in-loop -- see above
    const places = await page.evaluate<Places>(MEASURE);
    const name = `${where} at ${width} px`;
    console.info(
      `${name}: header ${places.header}, first line to act on ${places.action ?? 'none'}, next dates end ${places.dates ?? 'none'}`,
    );
    if (places.header > header) found.push(`${name}: the header is ${places.header} high`);
    if (places.width > width) found.push(`${name}: the page is ${places.width} wide`);
    if ((places.dates ?? 0) > dates) found.push(`${name}: the next dates end at ${places.dates}`);
    found.push(...places.thin.map((words) => `${name}: a narrow column, ${words}`));
  }
  return found;
}

inBrowser('the first screen of the tracking issue', () => {
  test.each(LOOKED_AT.map(({ id, config }) => [id, config] as const))(
    'scenario %s: week, standing, what to do and the next dates come before the first scroll',
    async (scenario, config) => {
      await visitor.must('/control/reset', { scenario });
      const page = await browsing.open('/');
      const found: string[] = [];
      let measured = 0;
      for (const [index, wednesday] of middlesOf(config).entries()) {
        if (WEEKS.length > 0 && !WEEKS.includes(index + 1)) continue;
        // oxlint-disable-next-line no-await-in-loop -- one week after the other
        await visitor.must('/control/clock', { day: wednesday });
        // oxlint-disable-next-line no-await-in-loop -- see above
        await page.goto(`${visitor.sandbox.url}/?pane=issue`);
        // oxlint-disable-next-line no-await-in-loop -- see above
        found.push(...(await look(page, `${scenario}, ${day(wednesday)}`)));
        measured += 1;
      }
      await page.close();
      expect(found).toEqual([]);
      expect(measured).toBeGreaterThan(0);
    },
    5 * PATIENCE,
  );
});
