// The page in a browser: a walk by mouse and keyboard, with nothing broken, foreign or out of reach.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type Page, chromium } from 'playwright-core';
import { PANES } from '../../src/sandbox/page/panes.ts';
import { type Visitor, SMALL_CONFIG, startVisit } from './support/visitor.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** Whoever has no Chromium still runs everything else. */
const inBrowser = existsSync(CHROMIUM) ? describe : describe.skip;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let visitor: Visitor;
let browser: Browser | undefined;
const complaints: string[] = [];

beforeAll(async () => {
  visitor = await startVisit();
  await visitor.must('/control/reset', { config: SMALL_CONFIG });
  if (!existsSync(CHROMIUM)) return;
  browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
});

afterAll(async () => {
  await browser?.close();
  await visitor.sandbox.close();
});

async function open(address: string, width = 1440): Promise<Page> {
  if (browser === undefined) throw new Error('no browser');
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(visitor.sandbox.url)) complaints.push(request.url());
  });
  await page.goto(visitor.sandbox.url + address);
  return page;
}

inBrowser('the page in Chromium', () => {
  test('steps, ticks, comments, edits and loses webhooks, and the page follows each', async () => {
    const page = await open('/');
    const today = page.locator('#today');
    await page.click('#next-day');
    await today.getByText('Tue 7 Jan 2020').waitFor();
    // Focus stays where it was, so that the next step is one key.
    expect(await page.evaluate('document.activeElement.id')).toBe('next-day');
    await page.keyboard.press('Enter');
    await today.getByText('Wed 8 Jan 2020').waitFor();
    await page.getByRole('checkbox', { name: /Write the first text/ }).click();
    await page.getByText('Done: 1 of 2 tasks').waitFor();
    await page.fill('#comment-text', 'Hello **@bob**');
    await page.click('#comment-send');
    await page.locator('.comment .mention', { hasText: '@bob' }).last().waitFor();
    expect(await page.inputValue('#comment-text')).toBe('');
    await page.click('summary:has-text("Edit the text by hand")');
    const body = await page.inputValue('#edit-body-text');
    await page.fill('#edit-body-text', `Mine to keep.\n\n${body}`);
    await page.click('#edit-body-send');
    await page.locator('.comment p', { hasText: 'Mine to keep.' }).waitFor();
    await visitor.must('/control/faults', { webhooks: 'lost' });
    await page.getByText('Webhooks get lost.').waitFor();
    await page.getByRole('checkbox', { name: /Write the second text/ }).click();
    await page.click('#next-day');
    await page.getByText('Done: 2 of 2 tasks').waitFor();
    await page.locator('.comment p', { hasText: 'Mine to keep.' }).waitFor();
    await page.close();
    expect(complaints).toEqual([]);
  });

  test('every pane can be read and used by everybody, and fits a narrow window', async () => {
    const found: string[] = [];
    const page = await open('/');
    for (const { id } of PANES) {
      // oxlint-disable-next-line no-await-in-loop -- one pane after another
      await page.goto(`${visitor.sandbox.url}/?pane=${id}`);
      // oxlint-disable-next-line no-await-in-loop -- see above
      found.push(...(await barriersOn(page)).map((barrier) => `${id}: ${barrier}`));
    }
    await page.setViewportSize({ width: 360, height: 780 });
    for (const { id } of PANES) {
      // oxlint-disable-next-line no-await-in-loop -- see above
      await page.goto(`${visitor.sandbox.url}/?pane=${id}`);
      // oxlint-disable-next-line no-await-in-loop -- see above
      const width = await page.evaluate('document.documentElement.scrollWidth');
      if (width !== 360) found.push(`${id} is ${String(width)} wide`);
    }
    await page.close();
    expect(found).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
}

/** What axe finds. */
async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
