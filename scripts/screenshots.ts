// Takes the pictures of docs/images from the sandbox's own page, so that they are never stale.
import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { kubernetes } from '../sandbox/scenarios/kubernetes.ts';
import { startSandbox } from '../sandbox/start-sandbox.ts';

const OUT = 'docs/images';
/** GitHub shows a picture of this size without a word; a larger one slows the README down. */
const LIMIT = 400 * 1024;

const SIZES = [
  { name: '1440', width: 1440, height: 1000 },
  { name: '360', width: 360, height: 780 },
] as const;
const SCHEMES = ['light', 'dark'] as const;

/** What is done before the picture, and which pane it shows. */
interface Picture {
  readonly name: string;
  readonly address: string;
  readonly prepare?: readonly (readonly [path: string, order: object])[];
  /** Default: light and dark. */
  readonly schemes?: readonly (typeof SCHEMES)[number][];
}

/** The tracking issue on a Wednesday. */
function week(number: number, day: string): Picture {
  const name = `issue-week-${number}`;
  return {
    name,
    address: '/?pane=issue&as=alice',
    prepare: [['/control/clock', { day }]],
    schemes: ['light'],
  };
}

/** A comment on the tracking issue. */
function say(as: string, body: string): readonly [string, object] {
  return ['/control/act', { as, action: 'comment', issue: 1, body }];
}

/** The config with a day that no calendar has. */
const TYPO = kubernetes.config
  .replace('on: 2020-03-05', 'on: 2020-02-30')
  .replace('release: 2020-03-24', 'relaese: 2020-03-24');

/** Hours on release day, a lead in turn, steps, and a day that nobody knows yet. */
const HOURS = await readFile('test/fixtures/hours-and-turns.yml', 'utf8');

/** Three patch lines that are released on one day. */
const TRAIN = await readFile('test/fixtures/train.yml', 'utf8');

/** Monthly releases that follow from a rule, and a conference. */
const RULE = await readFile('test/fixtures/monthly-rule.yml', 'utf8');

/** A security release that nobody may see before it is out, beside a public one. */
const PRIVATE = await readFile('test/fixtures/private-release.yml', 'utf8');

/** A vote before a decision. */
const VOTE = await readFile('test/fixtures/go-no-go.yml', 'utf8');

/** Walks through scenarios, the Kubernetes cycle first and last; each picture goes on where the last one stopped. */
const PICTURES: readonly Picture[] = [
  week(1, '2020-01-08'),
  week(5, '2020-02-05'),
  {
    name: 'issue',
    address: '/?pane=issue&as=alice',
    prepare: [
      [
        '/control/act',
        { as: 'bob', action: 'comment', issue: 1, body: 'The blog topics are sorted, @alice.' },
      ],
      ['/control/clock', { day: '2020-02-26' }],
    ],
  },
  { name: 'issues', address: '/?pane=issues&as=alice' },
  { name: 'log', address: '/?pane=log&as=alice' },
  { name: 'mail', address: '/?pane=mail&as=alice' },
  { name: 'noise', address: '/?pane=noise&as=alice' },
  { name: 'planning', address: '/?pane=planning&as=alice' },
  { name: 'dates', address: '/?pane=dates&as=alice' },
  {
    name: 'pull',
    address: '/?pane=pulls&as=bob&issue=PULL',
    prepare: [
      [
        '/control/act',
        {
          as: 'alice',
          action: 'comment',
          issue: 1,
          body: '/release slip code-freeze +2d because the test grid is red',
        },
      ],
      ['/control/act', { as: 'bob', action: 'request-review', pull: 'PULL', reviewer: 'carol' }],
      [
        '/control/act',
        { as: 'bob', action: 'check', pull: 'PULL', name: 'unit tests', conclusion: 'success' },
      ],
      [
        '/control/act',
        {
          as: 'bob',
          action: 'check',
          pull: 'PULL',
          name: 'links',
          conclusion: 'failure',
          summary: '**1 of 40** links leads nowhere.',
        },
      ],
      ['/control/act', { as: 'bob', action: 'approve', pull: 'PULL', body: 'Two days are enough, @alice.' }],
    ],
  },
  {
    name: 'pulls',
    address: '/?pane=pulls&as=carol',
    prepare: [['/control/act', { as: 'carol', action: 'open-pull', title: 'Announce the release date' }]],
  },
  {
    name: 'config',
    address: '/?pane=config&as=alice',
    prepare: [['/control/act', { as: 'alice', action: 'edit-config', text: TYPO }]],
  },
  {
    name: 'trouble',
    address: '/?pane=trouble&as=alice',
    prepare: [['/control/faults', { webhooks: 'lost', days: 7, failWrites: 10 }]],
  },
  {
    name: 'approvals',
    address: '/?pane=pulls&as=bob&issue=3',
    prepare: [
      ['/control/reset', { scenario: 'approvals' }],
      ['/control/clock', { day: '2020-02-18' }],
    ],
  },
  {
    name: 'freeze',
    address: '/?pane=freeze&as=alice',
    prepare: [
      ['/control/reset', { scenario: 'freeze' }],
      ['/control/clock', { day: '2020-02-26' }],
    ],
  },
  {
    name: 'run-sheet',
    address: '/?pane=issue&as=alice',
    prepare: [
      ['/control/reset', { scenario: 'run-sheet' }],
      ['/control/clock', { day: '2020-03-05' }],
    ],
    schemes: ['light'],
  },
  {
    name: 'cherry-picks',
    address: '/?pane=cherry-picks&as=alice',
    prepare: [
      ['/control/reset', { scenario: 'cherry-picks' }],
      ['/control/clock', { day: '2020-02-29' }],
    ],
    schemes: ['light'],
  },
  {
    name: 'withdrawn',
    address: '/?pane=slack&as=alice&channel=%23releases',
    prepare: [
      ['/control/reset', { scenario: 'withdrawn' }],
      ['/control/clock', { day: '2020-03-06' }],
    ],
    schemes: ['light'],
  },
  {
    name: 'first-config',
    address: '/?pane=pulls&as=alice&issue=1',
    prepare: [['/control/reset', { scenario: 'first-config' }]],
    schemes: ['light'],
  },
  {
    name: 'environments',
    address: '/?pane=environments&as=alice',
    prepare: [
      ['/control/reset', { scenario: 'environments' }],
      ['/control/clock', { day: '2020-02-20' }],
    ],
    schemes: ['light'],
  },
  {
    name: 'candidates',
    address: '/?pane=issue&as=alice',
    prepare: [
      ['/control/reset', { scenario: 'candidates' }],
      ['/control/clock', { day: '2020-02-19' }],
    ],
  },
  {
    name: 'manual-tests',
    address: '/?pane=manual-tests&as=bob',
    prepare: [
      ['/control/reset', { scenario: 'manual-tests' }],
      ['/control/clock', { day: '2020-02-18' }],
    ],
  },
  { name: 'manual-tests-issue', address: '/?pane=issue&as=bob&issue=TEAM' },
  {
    name: 'report',
    address: '/?pane=issue&as=alice',
    prepare: [
      ['/control/reset', { scenario: 'bad-week' }],
      ['/control/clock', { day: '2020-02-18' }],
    ],
  },
  { name: 'case', address: '/?pane=issue&as=dave&issue=CASE' },
  { name: 'ci', address: '/?pane=ci&as=bob' },
  { name: 'summary', address: '/?pane=summary&as=alice' },
  {
    name: 'slack',
    address: '/?pane=slack&as=bob&channel=%23team-api',
    prepare: [
      ['/control/reset', { scenario: 'kyma' }],
      ['/control/clock', { day: '2020-02-25' }],
      [
        '/control/act',
        { as: 'bob', action: 'react', channel: '#team-api', message: '1 failing test belongs to acme/api' },
      ],
    ],
  },
  { name: 'outgoing', address: '/?pane=outgoing&as=alice' },
  { name: 'wiki', address: '/?pane=wiki&as=alice' },
  { name: 'calendar', address: '/?pane=calendar&as=alice' },
  {
    ...week(9, '2020-03-04'),
    prepare: [
      ['/control/reset', { scenario: 'kubernetes' }],
      ['/control/clock', { day: '2020-03-04' }],
    ],
  },
  week(12, '2020-03-25'),
  week(13, '2020-04-01'),
  {
    name: 'release-day',
    address: '/?pane=issue&as=alice',
    prepare: [
      ['/control/reset', { config: HOURS }],
      ['/control/clock', { day: '2027-01-26' }],
    ],
    schemes: ['light'],
  },
  {
    name: 'boarding',
    address: '/?pane=issue&as=carol&issue=BOARDING',
    prepare: [['/control/clock', { day: '2027-02-09' }]],
    schemes: ['light'],
  },
  {
    name: 'train',
    address: '/?pane=issue&as=alice',
    prepare: [
      ['/control/reset', { config: TRAIN }],
      ['/control/clock', { day: '2026-12-07' }],
    ],
    schemes: ['light'],
  },
  {
    name: 'monthly-rule',
    address: '/?pane=dates&as=alice',
    prepare: [
      ['/control/reset', { config: RULE }],
      ['/control/clock', { day: '2026-12-07' }],
    ],
    schemes: ['light'],
  },
  {
    name: 'private-release',
    address: '/?pane=issue&as=alice',
    prepare: [
      ['/control/reset', { config: PRIVATE }],
      ['/control/clock', { day: '2026-12-07' }],
    ],
    schemes: ['light'],
  },
  {
    name: 'repositories',
    address: '/?pane=repositories&as=alice',
    prepare: [
      ['/control/reset', { scenario: 'repositories' }],
      ['/control/clock', { day: '2020-01-15' }],
    ],
  },
  {
    name: 'go-no-go',
    address: '/?pane=go-no-go&as=alice',
    prepare: [
      ['/control/reset', { config: VOTE }],
      ['/control/clock', { day: '2026-12-02' }],
      say('bob', '/release no-go because the upgrade from 1.9 hangs'),
      say('erin', '/release go because all our tests pass'),
      ['/control/clock', { day: '2026-12-03' }],
      say('bob', '/release go because #2 fixes the upgrade'),
    ],
    schemes: ['light'],
  },
];

/** Those that are named after the command, with a walk of their own; without names all. */
const names = process.argv.slice(2);
const chosen = PICTURES.filter(({ name }) => names.length === 0 || names.includes(name));

async function order(url: string, path: string, body: object): Promise<void> {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} ${JSON.stringify(body)}: ${await answer.text()}`);
}

interface Numbered {
  readonly number: number;
  readonly title: string;
}

/** PULL stands for the number of the newest pull request, CASE for that of the newest case file, BOARDING and TEAM likewise. */
async function withNumbers<T>(url: string, given: T): Promise<T> {
  const text = JSON.stringify(given);
  if (!/PULL|CASE|BOARDING|TEAM/.test(text)) return given;
  const state = await fetch(`${url}/control/state`);
  const { pulls, issues } = (await state.json()) as { pulls: Numbered[]; issues: Numbered[] };
  const pull = String(pulls.at(-1)?.number);
  const file = String(issues.findLast(({ title }) => title.startsWith('Failing tests in'))?.number);
  const boarding = String(issues.findLast(({ title }) => title.startsWith('Boarding:'))?.number);
  const known = text.replaceAll('"PULL"', pull).replaceAll('PULL', pull).replaceAll('CASE', file);
  const team = String(issues.find(({ title }) => title.startsWith('Manual tests of'))?.number);
  return JSON.parse(known.replaceAll('BOARDING', boarding).replaceAll('TEAM', team)) as T;
}

async function take(browser: Browser, url: string, picture: Picture): Promise<void> {
  for (const { name, width, height } of SIZES) {
    for (const colorScheme of picture.schemes ?? SCHEMES) {
      // oxlint-disable-next-line no-await-in-loop -- one picture after another
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme,
        reducedMotion: 'reduce',
      });
      // oxlint-disable-next-line no-await-in-loop -- see above
      await shoot(page, url + picture.address, join(OUT, `${picture.name}-${name}-${colorScheme}.png`));
      // oxlint-disable-next-line no-await-in-loop -- see above
      await page.close();
    }
  }
}

/** Fails when the page reports an error or asks for anything from elsewhere. */
async function shoot(page: Page, address: string, path: string): Promise<void> {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(address).origin) complaints.push(request.url());
  });
  await page.goto(address, { waitUntil: 'load' });
  await page.screenshot({ path, caret: 'initial' });
  const { size } = await stat(path);
  if (size > LIMIT) complaints.push(`${path} has ${size} bytes`);
  if (complaints.length > 0) throw new Error(`${address}: ${complaints.join('; ')}`);
  console.log(`${path} ${Math.round(size / 1024)} KB`);
}

await mkdir(OUT, { recursive: true });
const sandbox = await startSandbox({ port: 0 });
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
for (const picture of chosen) {
  for (const [path, body] of picture.prepare ?? []) {
    // oxlint-disable-next-line no-await-in-loop -- the walk has an order
    await order(sandbox.url, path, await withNumbers(sandbox.url, body));
  }
  // oxlint-disable-next-line no-await-in-loop -- see above
  await take(browser, sandbox.url, await withNumbers(sandbox.url, picture));
}
await browser.close();
await sandbox.close();
