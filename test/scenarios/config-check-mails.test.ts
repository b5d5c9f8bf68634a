// Scenario: the App's check of a config tells the mails over the cycle; who counts them slowly holds nobody up.
import { resolve } from 'node:path';
import type { PersonMails } from '../../src/config-check/mails.ts';
import type { Run } from '../../src/run/reconcile.ts';
import { isGood, reportMarkdown } from '../../src/report/report.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { countInChild } from '../../src/server/count-in-child.ts';
import type { CountMails } from '../../src/server/counted.ts';
import type { RunningApp } from '../../src/server/start-app.ts';
import { checkOf, checksOf, proposeConfig, proposeFromFork } from '../support/config-pull.ts';
import { closedGate } from '../support/gate.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { longTest } from '../support/long.ts';
import { instant, quiet, startTestApp } from '../support/runs.ts';
import { smallConfig, smallSeed } from '../support/small-cycle.ts';
import type { Known } from '../../src/domain/known.ts';

const NOW = instant('2020-01-08T12:00:00Z');
const LATER = smallConfig().replace('on: 2020-01-21', 'on: 2020-01-22');

let github: EmbeddedGitHub;
let app: RunningApp | undefined;
let runs: Run[];

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed() });
});

beforeEach(async () => {
  await github.reset();
  runs = [];
});

afterEach(async () => {
  await app?.close();
  app = undefined;
  expectNoViolations(github);
});

afterAll(() => github.close());

async function start(countMails: CountMails): Promise<RunningApp> {
  app = await startTestApp(
    github,
    () => NOW,
    true,
    undefined,
    (_, run) => runs.push(run),
    countMails,
  );
  return app;
}

/** Three mails with the config of the default branch, five with any other. */
function fake(text: string): Known<readonly PersonMails[]> {
  return { known: true, value: [{ login: 'alice', total: text === smallConfig() ? 3 : 5 }] };
}

test('now and after the merge stand in the check, which is made once', async () => {
  const asked: string[] = [];
  const running = await start((text) => {
    asked.push(text);
    return Promise.resolve(fake(text));
  });
  const pull = await proposeConfig(github, LATER);
  await quiet(github, running);
  const { output, conclusion } = await checkOf(github, pull);
  expect(conclusion).toBe('success');
  expect(output.summary).toContain('everybody does their tasks: 3 now, 5 after the merge.');
  expect(output.summary).toContain('| `alice` | 3 | 5 |  |');
  expect(asked).toEqual([smallConfig(), LATER]);
  const second = await proposeConfig(github, `${LATER}# again\n`, 'second');
  await quiet(github, running);
  await checkOf(github, second);
  expect(asked).toEqual([smallConfig(), LATER, `${LATER}# again\n`]);
});

test('while mails are counted the repository is worked on, and the report names the check that follows', async () => {
  const [begun, gate] = [closedGate(), closedGate()];
  const running = await start(async (text) => {
    begun.open();
    await gate.passed;
    return fake(text);
  });
  const pull = await proposeConfig(github, LATER);
  await begun.passed;
  const broken = await proposeConfig(github, 'releases: maybe\n', 'broken');
  // Between two webhooks GitHub has nothing to do, and the App in its process has to come to its turn.
  while ((await checksOf(github, broken)).length === 0)
    await github.settled().then(() => new Promise((go) => setImmediate(go)));
  expect(await checksOf(github, pull)).toEqual([]);
  const [first] = runs;
  if (first === undefined) throw new Error('no run has ended');
  expect(isGood(first)).toBe(true);
  expect(reportMarkdown(first)).toContain('relcomms is counting its emails, and the check follows');
  gate.open();
  await quiet(github, running);
  expect((await checkOf(github, pull)).output.summary).toContain('3 now, 5 after the merge.');
});

test('several pull requests of strangers, none of which can be counted: each check says so, and is good', async () => {
  const running = await start((text) =>
    Promise.resolve(text === smallConfig() ? fake(text) : { known: false, why: 'it takes too long' }),
  );
  const fork = await proposeFromFork(github, LATER);
  const other = await proposeConfig(github, `${LATER}# other\n`);
  await quiet(github, running);
  for (const pull of [fork, other]) {
    const { output, conclusion } = await checkOf(github, pull);
    expect(conclusion).toBe('success');
    expect(output.summary).toContain('Their number is unknown: it takes too long.');
    expect(output.summary).toContain('| Code freeze | Tue 21 Jan 2020 | Wed 22 Jan 2020 | 1 day later |');
  }
  await running.tick();
  await quiet(github, running);
  await checkOf(github, fork);
});

test('an App that stops while mails are counted makes the check after its next start', async () => {
  const begun = closedGate();
  const stopping = await start((_, stop) => {
    begun.open();
    return new Promise((done) => {
      stop.addEventListener('abort', () => done({ known: false, why: 'stopped' }));
    });
  });
  const pull = await proposeConfig(github, LATER);
  await begun.passed;
  await stopping.close();
  expect(await checksOf(github, pull)).toEqual([]);
  const running = await start((text) => Promise.resolve(fake(text)));
  await running.tick();
  await quiet(github, running);
  expect((await checkOf(github, pull)).output.summary).toContain('3 now, 5 after the merge.');
});

longTest(
  'with the real simulation in a process of its own',
  async () => {
    const running = await start(countInChild({ cli: resolve('dist/cli/index.js') }));
    const pull = await proposeConfig(github, LATER.replace('lead: ["alice"]', 'lead: [alice, carol]'));
    await quiet(github, running);
    const { output, conclusion } = await checkOf(github, pull);
    expect(conclusion).toBe('success');
    expect(output.summary).toMatch(/### Emails over the cycle\n\n.*: \d+ now, \d+ after the merge\./);
    expect(output.summary).toMatch(/\| `carol` \| 0 \| [1-9]\d* \| [1-9]\d* in /);
  },
  60_000,
);
