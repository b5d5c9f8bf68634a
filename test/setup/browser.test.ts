// The set-up page in a browser, on a narrow screen: every click from the code of the log to the App, by GitHub and back.
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import {
  type Browsing,
  PATIENCE,
  barriersOn,
  inBrowser,
  startBrowsing,
} from '../sandbox-page/support/browser.ts';
import { startTestGitHub } from '../support/github.ts';
import { type SetupPage, openSetup } from '../support/setup-page.ts';

let github: EmbeddedGitHub;
let pages: Server;
let setup: SetupPage;
let browsing: Browsing;

/** GitHub's page for a new App, where somebody presses the button at once; on another site than the set-up page. */
async function startPages(): Promise<string> {
  pages = createServer((request, response) => {
    if (github.handle(request, response)) return;
    const state = new URL(request.url ?? '/', 'http://localhost').searchParams.get('state') ?? '';
    let text = '';
    request.setEncoding('utf8').on('data', (part: string) => (text += part));
    request.on('end', () => {
      const manifest = new URLSearchParams(text).get('manifest') ?? '';
      response.writeHead(302, { location: github.registerApp({ manifest, state }) }).end();
    });
  });
  await new Promise<void>((resolve) => pages.listen(0, '127.0.0.1', resolve));
  return `http://localhost:${(pages.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  github = await startTestGitHub();
  setup = await openSetup({ HOST: '0.0.0.0', GITHUB_URL: await startPages() });
  browsing = await startBrowsing({ sandbox: setup });
});

afterAll(async () => {
  await browsing.close();
  await setup.close();
  pages.closeAllConnections();
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
      await page.getByRole('heading', { name: 'The App relcomms was created' }).waitFor();
      // Neither the code nor the state of GitHub stays in the address.
      expect(page.url()).toBe(`${setup.url}/`);
      await expectUsable(page);
      await page.getByRole('button', { name: 'Start the App' }).click();
      await page.getByRole('heading', { name: 'The App starts' }).waitFor();
      await expectUsable(page);
      expect(await setup.end).toMatchObject({ values: { APP_ID: String(github.app.id) } });
      expect(
        browsing.complaints.filter((words) => !/\/settings\/apps\/new|status of 401/.test(words)),
      ).toEqual([]);
    },
    PATIENCE,
  );
});
