// The set-up page in a browser, on a narrow screen: every click from the code of the log to the App, by GitHub and back.
import type { Page } from 'playwright-core';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import {
  type Browsing,
  PATIENCE,
  barriersOn,
  inBrowser,
  startBrowsing,
} from '../sandbox-page/support/browser.ts';
import { type GitHubPages, startGitHubPages } from '../support/github-pages.ts';
import { startTestGitHub } from '../support/github.ts';
import { type SetupPage, openSetup } from '../support/setup-page.ts';

let github: EmbeddedGitHub;
let pages: GitHubPages;
let setup: SetupPage;
let browsing: Browsing;

beforeAll(async () => {
  github = await startTestGitHub();
  pages = await startGitHubPages(github);
  setup = await openSetup({ HOST: '0.0.0.0', GITHUB_URL: pages.url });
  browsing = await startBrowsing({ sandbox: setup });
});

afterAll(async () => {
  await browsing.close();
  await setup.close();
  pages.close();
  await github.close();
});

/** Nothing reaches over the edge, and nothing is in anybody's way. */
async function expectUsable(page: Page): Promise<void> {
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  expect(await barriersOn(page)).toEqual([]);
}

inBrowser('the set-up page in Chromium', () => {
  test(
    'from the code to the start',
    async () => {
      const page = await browsing.open('/');
      await page.setViewportSize({ width: 360, height: 740 });
      await expectUsable(page);
      await page.getByLabel('One-time code').fill(/One-time code: (\S+)/.exec(setup.log())?.[1] ?? '');
      await page.getByRole('button', { name: 'Continue' }).click();
      await page.getByLabel('Public address of this App').fill('https://release.example');
      await page.getByLabel('Organization (optional)').fill('acme');
      await expectUsable(page);
      await page.getByRole('button', { name: 'Next' }).click();
      await page.getByRole('heading', { name: 'Create the App on GitHub' }).waitFor();
      await page.getByText('Permissions and webhooks of the App').click();
      await expectUsable(page);
      await page.getByRole('button', { name: 'Create the App on GitHub' }).click();
      await page.getByRole('button', { name: 'Create GitHub App' }).click();
      await page.getByRole('heading', { name: 'The App relcomms was created' }).waitFor();
      // Neither the code nor the state of GitHub stays in the address.
      expect(page.url()).toBe(`${setup.url}/`);
      await expectUsable(page);
      await page.getByRole('button', { name: 'Start the App and install it' }).click();
      await page.getByRole('heading', { name: 'Install relcomms' }).waitFor();
      expect(await setup.end).toMatchObject({ values: { APP_ID: String(github.app.id) } });
      expect(
        browsing.complaints.filter((words) => !words.startsWith(pages.url) && !/status of 401/.test(words)),
      ).toEqual([]);
    },
    PATIENCE,
  );
});
