// A browser on a sandbox: pages that complain of errors and of requests elsewhere, and what axe finds on them.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type Page, chromium } from 'playwright-core';
import type { Visitor } from './visitor.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Whoever has no Chromium still runs everything else. */
export const inBrowser = existsSync(CHROMIUM) ? describe : describe.skip;

/** Milliseconds; a machine with much else to do takes its time. */
export const PATIENCE = 60_000;

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Browsing {
  /** Errors of all pages, and what they asked for elsewhere. */
  readonly complaints: readonly string[];
  open(address: string): Promise<Page>;
  close(): Promise<void>;
}

/** Of a sandbox, or of another page of ours with an address. */
export async function startBrowsing({
  sandbox,
}: {
  readonly sandbox: Pick<Visitor['sandbox'], 'url'>;
}): Promise<Browsing> {
  const complaints: string[] = [];
  const browser = existsSync(CHROMIUM) ? await launch() : undefined;
  return {
    complaints,
    open: async (address) => {
      if (browser === undefined) throw new Error('no browser');
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.setDefaultTimeout(PATIENCE);
      page.on('console', (message) => {
        if (message.type() === 'error') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(sandbox.url)) complaints.push(request.url());
      });
      await page.goto(sandbox.url + address);
      return page;
    },
    close: async () => browser?.close(),
  };
}

function launch(): Promise<Browser> {
  return chromium.launch({
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
}

export const tab = (page: Page, name: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Panes' }).getByRole('link', { name, exact: false }).click();

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
}

/** What axe finds. */
export async function barriersOn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}
