// The page in a browser: a walk by mouse and keyboard, with nothing broken, foreign or out of reach.
import type { Page } from 'playwright-core';
import { PANES } from '../../sandbox/page/panes.ts';
import { longTest, rounds } from '../support/long.ts';
import { PATIENCE, type Browsing, barriersOn, inBrowser, startBrowsing, tab } from './support/browser.ts';
import { type Visitor, SMALL_CONFIG, startVisit, telling } from './support/visitor.ts';

let visitor: Visitor;
let browsing: Browsing;

beforeAll(async () => {
  visitor = await startVisit();
  await visitor.must('/control/reset', { config: SMALL_CONFIG });
  browsing = await startBrowsing(visitor);
});

afterAll(async () => {
  await browsing.close();
  await visitor.sandbox.close();
});

const open = (address: string): Promise<Page> => browsing.open(address);

const doneOf = async (page: Page): Promise<number> => {
  const words = await page
    .getByText(/Done: \d+ of \d+ tasks/)
    .first()
    .textContent();
  return Number(/Done: (\d+)/.exec(words ?? '')?.[1]);
};

const done = (page: Page, count: number): Promise<void> =>
  page
    .getByText(new RegExp(`Done: ${count} of`))
    .first()
    .waitFor();

/** The box of a task that is still open, by the place in the tracking issue. */
async function tickOpenTask(page: Page): Promise<void> {
  await page.locator('input[data-tick="1"]:not(:checked)').first().click();
}

inBrowser('the page in Chromium', () => {
  test(
    'a walk through the Kubernetes cycle: the page follows whatever happens',
    async () => {
      await visitor.must('/control/reset', { scenario: 'kubernetes' });
      const page = await open('/');
      const today = page.locator('#today');
      await page.click('#next-week');
      await today.getByText('Mon 13 Jan 2020').waitFor();
      // Focus stays where it was, so that the next step is one key.
      expect(await page.evaluate('document.activeElement.id')).toBe('next-week');
      await page.keyboard.press('Enter');
      await today.getByText('Mon 20 Jan 2020').waitFor();

      const before = await doneOf(page);
      await tickOpenTask(page);
      await done(page, before + 1);

      await tab(page, 'Issues');
      const link = page.locator('.row:has(.state-open) .row-title').first();
      const title = (await link.textContent()) ?? '';
      await link.click();
      await page.click('#issue-flip');
      await page.locator('.state', { hasText: 'Closed' }).waitFor();
      await tab(page, 'Tracking issue');
      await done(page, before + 2);
      const box = page.getByRole('checkbox', { name: title.split(':').at(-1)?.trim() ?? title }).first();
      expect(await box.isChecked()).toBe(true);

      await page.click('summary:has-text("Edit the text by hand")');
      const body = await page.inputValue('#edit-body-text');
      await page.fill('#edit-body-text', `Mine to keep.\n\n${body}`);
      await page.click('#edit-body-send');
      await page.locator('.comment p', { hasText: 'Mine to keep.' }).waitFor();
      await page.fill('#comment-text', 'Hello **@bob**');
      await page.click('#comment-send');
      await page.locator('.comment .mention', { hasText: '@bob' }).last().waitFor();
      // The page may show the comment before the answer to the order is here, which empties the box.
      await page.locator('body:not([aria-busy])').waitFor();
      expect(await page.inputValue('#comment-text')).toBe('');

      await slipRelease(page);

      await tab(page, 'Failures');
      await page.click('#webhooks-week');
      await page.getByRole('link', { name: 'Webhooks get lost until Mon 27 Jan 2020.' }).waitFor();
      await tab(page, 'Tracking issue');
      const counted = await doneOf(page);
      await tickOpenTask(page);
      await page.locator('body:not([aria-busy])').waitFor();
      expect(await doneOf(page)).toBe(counted);
      await page.click('#next-day');
      await done(page, counted + 1);
      await page.locator('.comment p', { hasText: 'Mine to keep.' }).waitFor();
      await page.click('#next-week');
      await page.getByText('Webhooks get lost').waitFor({ state: 'detached' });
      await page.close();
      expect(browsing.complaints).toEqual([]);
    },
    3 * PATIENCE,
  );

  test(
    'focus stays where it was: on a box, on the buttons of an issue and of the clock; else it goes to the pane',
    async () => {
      await visitor.must('/control/reset', { scenario: 'slips-twice' });
      await visitor.must('/control/clock', { days: 2 });
      const page = await open('/');
      const focused = (): Promise<unknown> => page.evaluate('document.activeElement.id');
      const idle = (): Promise<void> => page.locator('body:not([aria-busy])').waitFor();
      const before = await doneOf(page);
      // Each tick takes lines away above the box, so that it moves.
      for (const step of [1, 2, 3]) {
        const box = page.locator('input[data-tick="1"]:not(:checked)').first();
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        const id = await box.getAttribute('id');
        // oxlint-disable-next-line no-await-in-loop -- see above
        await page.locator(`[id="${id}"]`).press('Space');
        // oxlint-disable-next-line no-await-in-loop -- see above
        await done(page, before + step);
        // oxlint-disable-next-line no-await-in-loop -- see above
        await idle();
        // oxlint-disable-next-line no-await-in-loop -- see above
        expect(await focused()).toBe(id);
        // oxlint-disable-next-line no-await-in-loop -- see above
        expect(await page.locator(`[id="${id}"]`).isChecked()).toBe(true);
      }
      await page.fill('#comment-text', 'Well begun');
      await page.press('#comment-send', 'Enter');
      await page.locator('.comment p', { hasText: 'Well begun' }).waitFor();
      await idle();
      expect(await focused()).toBe('comment-send');
      const day = await page.textContent('#today');
      await page.press('#next-event', 'Enter');
      await page.locator('#today', { hasNotText: day ?? '' }).waitFor();
      await idle();
      expect(await focused()).toBe('next-event');
      await tab(page, 'Failures');
      await page.focus('#webhooks-week');
      await page.keyboard.press('Enter');
      await page.getByText('Webhooks get lost until').first().waitFor();
      await idle();
      expect(await focused()).not.toBe('');
      await page.close();
      expect(browsing.complaints).toEqual([]);
    },
    3 * PATIENCE,
  );

  test(
    'by keyboard alone: a pull request is opened, reviewed and merged, and a file is loaded',
    async () => {
      await visitor.must('/control/reset', { config: SMALL_CONFIG });
      const page = await open('/?pane=pulls&as=bob');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.focus('#open-pull-title');
      await page.keyboard.type('Name the day');
      await page.keyboard.press('Enter');
      await page.getByRole('link', { name: 'Name the day' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('notes/name-the-day.md').first().waitFor();
      await page.selectOption('#check-conclusion', 'failure');
      await page.focus('#check-send');
      await page.keyboard.press('Enter');
      await page.getByText('1 of 1 need attention').waitFor();
      await page.selectOption('#as', 'carol');
      await page.getByText('Review as carol').waitFor();
      await page.focus('#approve');
      await page.keyboard.press('Enter');
      await page.locator('.comment-by-approved').waitFor();
      await page.focus('#merge');
      await page.keyboard.press('Space');
      await page.locator('.state-merged').waitFor();
      await tab(page, 'Config');
      const text = SMALL_CONFIG.replace('release: 2020-01-14', 'release: 2020-01-15');
      await page.setInputFiles('#config-file', {
        name: 'mine.yml',
        mimeType: 'text/yaml',
        buffer: Buffer.from(text),
      });
      await page.getByText('mine.yml is loaded').waitFor({ state: 'attached' });
      await page.click('#config-propose');
      await tab(page, 'Pull requests');
      await page.getByRole('link', { name: 'Change the release schedule' }).click();
      await page.locator('.diff-added', { hasText: '2020-01-15' }).waitFor();
      await page.click('#merge');
      await page.locator('.state-merged').waitFor();
      await tab(page, 'Tracking issue');
      await page.getByText('Release day: Wed 15 Jan 2020').waitFor();
      await page.close();
      expect(browsing.complaints).toEqual([]);
    },
    3 * PATIENCE,
  );

  test(
    'every pane can be read and used by everybody, and fits a narrow window',
    async () => {
      const found: string[] = [];
      await visitor.must('/control/faults', { webhooks: 'lost', failReads: 4 });
      await visitor.must('/control/clock', { days: 1 });
      const { pulls } = await visitor.state();
      const addresses = [
        ...PANES.map(({ id }) => `/?pane=${id}`),
        ...pulls.map(({ number }) => `/?pane=pulls&issue=${number}`),
      ];
      const page = await open('/');
      for (const [index, address] of addresses.entries()) {
        // oxlint-disable-next-line no-await-in-loop -- one pane after another
        await page.goto(visitor.sandbox.url + address);
        // Every third pane in each run of the suite, all in `npm run test:long`.
        // oxlint-disable-next-line no-await-in-loop -- see above
        const barriers = index % rounds(3, 1) === 0 ? await barriersOn(page) : [];
        found.push(...barriers.map((barrier) => `${address}: ${barrier}`));
        // oxlint-disable-next-line no-await-in-loop -- see above
        await page.setViewportSize({ width: 360, height: 780 });
        // oxlint-disable-next-line no-await-in-loop -- see above
        const width = await page.evaluate('document.documentElement.scrollWidth');
        if (width !== 360) found.push(`${address} is ${String(width)} wide`);
        // oxlint-disable-next-line no-await-in-loop -- see above
        await page.setViewportSize({ width: 1440, height: 900 });
      }
      await page.close();
      expect(found).toEqual([]);
      expect(browsing.complaints).toEqual([]);
    },
    3 * PATIENCE,
  );

  longTest(
    'what goes elsewhere than to GitHub: Slack with a thread and a reaction, the mail, the wiki page, the calendar',
    async () => {
      await visitor.must('/control/reset', { config: telling() });
      const slip = { as: 'alice', action: 'slip', release: '1.0.0', milestone: 'code-freeze', to: '+1d' };
      await visitor.must('/control/act', { ...slip, because: '<b>the grid</b> is red' });
      const page = await open('/?pane=slack&as=bob');
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('link', { name: '#team-api' }).click();
      const pinned = page.locator('.messages > .comment', { hasText: 'dates and contacts' });
      await pinned.locator('.tag', { hasText: 'Pinned' }).waitFor();
      await pinned.locator('.thread', { hasText: '<b>the grid</b> is red' }).waitFor();
      await pinned.getByRole('button', { name: 'React with a check mark as bob' }).focus();
      await page.keyboard.press('Enter');
      await pinned.getByText('Check mark: bob').waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await tab(page, 'Sent email');
      await page.getByText('Please hold stories on 1.0.0 until Tue 14 Jan 2020, 09:00 UTC').waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await tab(page, 'Wiki');
      await page.locator('.markdown li', { hasText: 'Code freeze: Fri 10 Jan 2020' }).waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await tab(page, 'Calendar');
      await page.locator('.dates tr', { hasText: 'Code freeze' }).getByText('moved').waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 780 });
      for (const pane of ['slack', 'outgoing', 'wiki', 'calendar']) {
        // oxlint-disable-next-line no-await-in-loop -- one pane after another
        await page.goto(`${visitor.sandbox.url}/?pane=${pane}`);
        // oxlint-disable-next-line no-await-in-loop -- see above
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
      }
      await page.close();
      expect(browsing.complaints).toEqual([]);
    },
    3 * PATIENCE,
  );

  longTest(
    'pull requests that wait for approval: asked, named again with the team lead in the digest, and given',
    async () => {
      await visitor.must('/control/reset', { scenario: 'approvals' });
      await visitor.must('/control/clock', { day: '2020-02-19' });
      const page = await open('/?pane=pulls');
      expect(await barriersOn(page)).toEqual([]);
      await page.getByRole('link', { name: 'Explain the new API gateway' }).click();
      await page.locator('.label', { hasText: 'needs-approval' }).waitFor();
      const asks = page.locator('.comment', { hasText: 'Needs approval for Release candidate 1' });
      for (const words of ['@bob: owner of', '@acme/api, anybody on the team'])
        // oxlint-disable-next-line no-await-in-loop -- one line after another
        await asks.locator('li', { hasText: words }).waitFor();
      expect(await asks.count()).toBe(1);
      expect(await barriersOn(page)).toEqual([]);
      await tab(page, 'Tracking issue');
      await page
        .locator('.comment li', { hasText: '@bob, @acme/api, @dave: approve #3 Explain the new API gateway' })
        .first()
        .waitFor();
      await tab(page, 'Pull requests');
      await page.getByRole('link', { name: 'Add the upgrade guide' }).click();
      await page.locator('.state-merged').waitFor();
      await page.locator('.tag-approved', { hasText: 'bob' }).waitFor();
      expect(await page.locator('.label', { hasText: 'needs-approval' }).count()).toBe(0);
      await page.close();
      expect(browsing.complaints).toEqual([]);
    },
    3 * PATIENCE,
  );
});

/** Moves release day by the form; issue, GitHub milestone and history agree about it. */
async function slipRelease(page: Page): Promise<void> {
  await tab(page, 'Dates');
  await page.fill('#slip-to-0', '+1w');
  await page.fill('#slip-because-0', 'the test grid is red');
  await page.click('#slip-send-0');
  await page.locator('.dates tr', { hasText: 'the test grid is red' }).getByText('Tue 31 Mar 2020').waitFor();
  await tab(page, 'Tracking issue');
  await page.getByText('Release day: Tue 31 Mar 2020').waitFor();
  await page
    .locator('.comment li', { hasText: 'from Tue 24 Mar 2020 to Tue 31 Mar 2020' })
    .filter({ hasText: 'because the test grid is red' })
    .first()
    .waitFor();
  await tab(page, 'Milestones and labels');
  await page.getByText('due Tue 31 Mar 2020').waitFor();
}
