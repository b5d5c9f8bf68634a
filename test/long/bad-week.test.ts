// The bad week before RC1: how it gets worse day by day, what people see on the worst day, and how it ends.
import {
  PATIENCE,
  type Browsing,
  barriersOn,
  inBrowser,
  startBrowsing,
  tab,
} from '../sandbox-page/support/browser.ts';
import { liveOn, textOf } from '../sandbox-page/support/elements.ts';
import { type SandboxJson, type Visitor, startVisit } from '../sandbox-page/support/visitor.ts';

let visitor: Visitor;
let browsing: Browsing;

beforeAll(async () => {
  visitor = await startVisit();
  browsing = await startBrowsing(visitor);
  await visitor.must('/control/reset', { scenario: 'bad-week' });
}, PATIENCE);

afterAll(async () => {
  await browsing.close();
  await visitor.sandbox.close();
});

async function stateOn(day: string): Promise<SandboxJson> {
  await visitor.must('/control/clock', { day });
  const state = await visitor.state();
  expect(state.log.filter(({ result }) => result !== 'applied')).toEqual([]);
  return state;
}

const caseOf = ({ issues }: SandboxJson, team: string) =>
  issues.find(({ title }) => title.startsWith(`Failing tests in 1.11.0: ${team}`));
const bodyOf = ({ issues }: SandboxJson) => issues[0]?.body ?? '';
/** The lists of the report. */
const stillIn = (state: SandboxJson) =>
  [...bodyOf(state).matchAll(/^\*\*([^*]+ \(\d [^*]+\))\*\*$/gm)].map(([, heading]) => heading);
/** Whoever is asked gets the issue: nobody else who follows it is told. */
const askedIn = (state: SandboxJson) => {
  const found = caseOf(state, 'storage');
  return { assignees: found?.assignees, said: found?.comments.length };
};

test(
  'it gets worse: a flake, a silent team, a blocker, an outage of a team that answers',
  async () => {
    // The flake of the 10th told nobody; the silent team has a case file, and its lead was asked.
    const early = await stateOn('2020-02-13');
    expect(bodyOf(early)).toContain('Flaky: `console/login` (failed 1 of ');
    expect(bodyOf(early)).toMatch(
      /\*\*Red:\*\* 1 blocker, 1 failing test, 1 flaky test, .* before Release candidate 1\./,
    );
    expect(early.issues.filter(({ labels }) => labels.includes('failing-test'))).toHaveLength(1);
    expect(askedIn(early)).toEqual({ assignees: ['frank'], said: 0 });

    const worst = await stateOn('2020-02-18');
    // The lead, the release leads, the scrum master.
    expect(askedIn(worst)).toEqual({ assignees: ['frank', 'alice', 'bob', 'carol'], said: 0 });
    expect(caseOf(worst, 'api')?.body).toContain('**Expected fix:** Wed 19 Feb 2020, says dave');
    expect(caseOf(worst, 'api')?.body.match(/\| api\/\w+ \(job\) \|/g)).toHaveLength(3);
    expect(bodyOf(worst)).toMatch(
      /\*\*Red:\*\* 1 blocker, 4 failing tests, 1 flaky test, 2 waiting approvals, 3 tasks due or overdue and 3 milestones before/,
    );
    expect(bodyOf(worst)).toContain('; no fix date yet; owner: frank, lead of storage');
    expect(bodyOf(worst)).toContain(
      'Prepare the environment for testing the candidate · alice · was due Thu 13 Feb',
    );
    const said = worst.issues[0]?.comments.map(({ body }) => body) ?? [];
    expect(
      said.filter((body) => body.includes('- Thu 20 Feb 2020 (in 3 days): **Release candidate 1**\n')),
    ).toHaveLength(1);
    expect(worst.summary?.text).toContain('### Kyma 1.11\n\n**Red:** 1 blocker');
    expect(worst.ci[0]?.commits?.[0]?.jobs.filter(({ wasRed }) => wasRed)).toMatchObject([
      { name: 'console/login', conclusion: 'success' },
    ]);
  },
  3 * PATIENCE,
);

inBrowser('on the worst day', () => {
  test(
    'report, case file, CI and job summary can be read and used, and CI can be run',
    async () => {
      const page = await browsing.open('/');
      await page.locator('.markdown h3', { hasText: /^Before / }).waitFor();
      await page.locator('summary', { hasText: 'Trend, week by week' }).click();
      await page.getByRole('img', { name: /^Failing tests\. 9 Feb: 0, 16 Feb: 1, 18 Feb: 4\.$/ }).waitFor();
      expect(await barriersOn(page)).toEqual([]);

      await tab(page, 'CI');
      await page.locator('.row', { hasText: '4 of 7 failed' }).first().waitFor();
      expect(await barriersOn(page)).toEqual([]);
      await page.locator('.markdown tr', { hasText: 'no date yet' }).getByRole('link').last().click();
      await page.getByText('Escalated to: the scrum masters, Mon 17 Feb 2020').waitFor();
      expect(await barriersOn(page)).toEqual([]);

      await tab(page, 'Job summary');
      await page
        .locator('.markdown td', {
          hasText: '1 blocker, 3 failing tests, 2 waiting approvals and 1 milestone',
        })
        .waitFor();
      expect(await barriersOn(page)).toEqual([]);

      await page.setViewportSize({ width: 360, height: 780 });
      for (const pane of ['issue', 'ci', 'summary']) {
        // oxlint-disable-next-line no-await-in-loop -- one pane after another
        await page.goto(`${visitor.sandbox.url}/?pane=${pane}`);
        // oxlint-disable-next-line no-await-in-loop -- see above
        expect([pane, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([pane, 360]);
      }

      await tab(page, 'CI');
      await page.selectOption('#ci-jobs-0', { label: 'build' });
      await page.fill('#ci-commit-0', 'Try the old image');
      await page.focus('#ci-run-0');
      await page.keyboard.press('Enter');
      await page.locator('.row', { hasText: 'Try the old image' }).getByText('1 of 7 failed').waitFor();
      await page.selectOption('#ci-jobs-0', { label: 'nothing' });
      await page.click('#ci-again-0');
      await page
        .locator('.row', { hasText: 'Failed, then passed: build' })
        .getByText('all 7 passed')
        .waitFor();
      await page.close();
      expect(browsing.complaints).toEqual([]);
    },
    3 * PATIENCE,
  );
});

test(
  'it ends well: what was red is green and closes itself, and nothing is waited for; hostile names stay dead',
  async () => {
    const over = await stateOn('2020-02-24');
    expect([caseOf(over, 'api')?.state, caseOf(over, 'storage')?.state]).toEqual(['closed', 'closed']);
    // Nothing is red; flakes stay in sight for some runs.
    expect(stillIn(over)).toEqual([expect.stringMatching(/^Flaky tests \(\d amber\)$/)]);

    const name = '"><img src=x onerror=alert(1)> @bob <script>alert(1)</script>';
    const order = {
      as: 'bob',
      action: 'run-ci',
      branch: 'release-1.11',
      commit: name,
      jobs: { [name]: 'failure' },
    };
    await visitor.must('/control/act', order);
    await visitor.must('/control/act', order);
    await visitor.must('/control/clock', { days: 1 });
    for (const pane of ['issue', 'ci', 'summary']) {
      // oxlint-disable-next-line no-await-in-loop -- one pane after another
      const page = await visitor.page(`/?pane=${pane}`);
      expect([pane, liveOn(page)]).toEqual([pane, []]);
      expect(textOf(page)).toContain(name);
    }
  },
  3 * PATIENCE,
);
