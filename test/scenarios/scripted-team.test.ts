// Scenario: a team lives through the v1.18.0 cycle by a script; GitHub shows what a model of the team says.
import { type Day, addDays, day, daysBetween } from '../../src/domain/day.ts';
import { planRun } from '../../src/run/reconcile.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import type { RunningApp } from '../../src/server/start-app.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { KUBERNETES_CONFIG, kubernetesSeed } from '../support/kubernetes-seed.ts';
import { rounds } from '../support/long.ts';
import { noon, quiet, runAction, startTestApp, writesSince } from '../support/runs.ts';
import { expected, shown } from '../support/team/look.ts';
import { type TeamModel, advance, newModel, runs, sums } from '../support/team/model.ts';
import { perform } from '../support/team/perform.ts';
import { SCRIPT } from '../support/team/script.ts';
import { issue, repository } from '../support/tracking.ts';

const START = day('2020-01-06');
const END = day('2020-04-05');
const OVER = addDays(END, 1);

/** What looks at the repository on a day. */
type Mode = 'action' | 'app' | 'app, every hint twice' | 'app, no hint arrives' | 'nobody';

/** Action and App take turns by week. */
function modeOf(today: Day): Mode {
  const since = daysBetween(START, today);
  if (today === day('2020-02-20')) return 'nobody';
  // The end is seen with all that was done after the last run at once.
  if (today === OVER) return 'app, no hint arrives';
  if (Math.floor(since / 7) % 2 === 0) return 'action';
  if (since % 7 === 1) return 'app, every hint twice';
  return since % 7 === 3 ? 'app, no hint arrives' : 'app';
}

interface Stage {
  readonly github: EmbeddedGitHub;
  readonly app: RunningApp;
  readonly model: TeamModel;
}

/** The deeds of a day, and then its run. */
async function live({ github, app, model }: Stage, today: Day): Promise<void> {
  const mode = modeOf(today);
  const hints = mode === 'app' || mode === 'app, every hint twice';
  github.setWebhookUrl(hints ? `${app.url}/api/github/webhooks` : undefined);
  for (const deed of SCRIPT[today] ?? []) {
    const before = github.deliveries.length;
    const number = await perform(github, deed);
    advance(model, deed, number);
    if (mode === 'app, every hint twice')
      for (const { id } of github.deliveries.slice(before)) void github.deliver(id);
    if (hints) await quiet(github, app);
  }
  if (mode === 'nobody') return;
  if (mode === 'action') await runAction(github, noon(today));
  else await look({ github, app, model });
  // What is seen after the end was done by the end.
  runs(model, today < OVER ? today : END);
}

async function look({ github, app }: Stage): Promise<void> {
  await app.tick();
  await quiet(github, app);
}

async function expectNothingLeft(github: EmbeddedGitHub, today: Day): Promise<void> {
  const run = await runAction(github, noon(today), planRun);
  expect({ today, run }).toMatchObject({
    today,
    run: { kind: 'planned', plan: { operations: [], left: [], unknown: [] } },
  });
}

/** The whole cycle; GitHub and model are compared at the end of each week. */
async function walk(stage: Stage, now: (today: Day) => void): Promise<void> {
  const { github, model } = stage;
  for (let today = START; today <= END; today = addDays(today, 1)) {
    now(today);
    const isSunday = daysBetween(START, today) % 7 === 6;
    // In every run of the suite the days on which nobody does anything are left out, but for the first and Sundays.
    const isEvent = SCRIPT[today] !== undefined || isSunday || today === START;
    if (!isEvent && rounds(1, 0) === 1) continue;
    await live(stage, today);
    if (!isSunday) continue;
    expect({ today, ...shown(github, model) }).toEqual({ today, ...expected(model, today) });
    await expectNothingLeft(github, today);
  }
  now(OVER);
  await live(stage, OVER);
}

test('thirteen weeks of a team: what the model says is what GitHub shows, and what people wrote is there to the byte', async () => {
  const github = await startTestGitHub({ seed: kubernetesSeed(KUBERNETES_CONFIG) });
  let today = START;
  const app = await startTestApp(github, () => noon(today), false);
  try {
    const stage = { github, app, model: newModel() };
    await walk(stage, (next) => {
      today = next;
    });
    expectHandedOver(stage);
    // The App checks the pull request that the hand-over opened; then nothing is left.
    await look(stage);
    const before = github.journal.length;
    await look(stage);
    await runAction(github, noon(addDays(OVER, 1)));
    expect(writesSince(github, before)).toEqual([]);
    expectNoViolations(github);
  } finally {
    await app.close();
    await github.close();
  }
}, 300_000);

/** The issue is closed, its boxes are as the model has them, and one comment gives the model's figures. */
function expectHandedOver({ github, model }: Stage): void {
  const tracking = issue(github, 1);
  expect(tracking).toMatchObject({ state: 'closed', stateReason: 'completed' });
  expect(shown(github, model)).toEqual({ ...expected(model, END, true), progress: expect.anything() });
  const comments = tracking.comments.filter(({ body }) => body.includes('v1.18.0/hand-over -->'));
  expect(comments).toHaveLength(1);
  const { total, done, late, skipped, open } = sums(model);
  const [figures] = /^The cycle is over\. .*$/m.exec(comments[0]?.body ?? '') ?? [];
  expect(figures?.match(/ \d+ /g)?.map(Number)).toEqual([total, done, late, skipped, open]);
  const pulls = repository(github).issues.filter(({ pull }) => pull);
  expect(pulls).toHaveLength(1);
  // The number of an issue, left by "Convert to issue", is nothing to do for the next team.
  expect(pulls[0]?.body).toContain('Thank everybody');
  expect(pulls[0]?.body).not.toMatch(new RegExp(`#.*${[...model.theirs.keys()].at(-1)}\\b`));
}
