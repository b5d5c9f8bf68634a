// Scenario: the Kubernetes v1.18.0 cycle day by day, by Action, by App, and by both at once.
import { type Instant, addDays, day, daysBetween } from '../../src/domain/day.ts';
import type { EmbeddedGitHub } from '../../src/sandbox/github/index.ts';
import type { RunningApp } from '../../src/server/start-app.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { kubernetesSeed } from '../support/kubernetes-seed.ts';
import { noon, quiet, runAction, startTestApp, writesSince } from '../support/runs.ts';

const START = day('2020-01-06');
/** A week beyond the last day of the cycle, 2020-04-05, so that the closing is walked too. */
const DAYS = daysBetween(START, day('2020-04-12')) + 1;

/** What carries out the runs of a day; by Action alone, there is no App. */
type Runner = (github: EmbeddedGitHub, now: Instant, ...apps: readonly RunningApp[]) => Promise<void>;

const byAction: Runner = async (github, now) => {
  const run = await runAction(github, now);
  expect(run).toMatchObject({ kind: 'applied', plan: { unknown: [], left: [] } });
};

const byApp: Runner = async (github, _, ...apps) => {
  await Promise.all(apps.map((app) => app.tick()));
  await quiet(github, ...apps);
};

const byBoth: Runner = async (github, now, ...apps) => {
  await Promise.all([byAction(github, now), byApp(github, now, ...apps)]);
};

interface Walk {
  readonly bodies: readonly string[];
  readonly writes: number;
}

/** Walks the cycle; each day the team ticks what is due, and a second run of the day writes nothing. */
async function walk(runner: Runner): Promise<Walk> {
  const github = await startTestGitHub({ seed: kubernetesSeed() });
  let now = noon(START);
  const apps = runner === byAction ? [] : [await startTestApp(github, () => now)];
  const bodies: string[] = [];
  for (let index = 0; index < DAYS; index++) {
    now = noon(addDays(START, index));
    // Every Wednesday the team ticks the first open box: a webhook wakes the App.
    if (index % 7 === 2 && index < 91)
      await github.as('bob').editBody(1, (body) => body.replace('- [ ]', '- [x]'));
    await quiet(github, ...apps);
    await runner(github, now, ...apps);
    if (runner === byBoth) await runner(github, now, ...apps);
    const before = github.journal.length;
    await runner(github, now, ...apps);
    expect({ index, writes: writesSince(github, before) }).toEqual({ index, writes: [] });
    bodies.push(github.state()[0]?.issues[0]?.body ?? '');
  }
  const [repository] = github.state();
  expect(repository?.issues.filter((issue) => issue.state === 'open')).toEqual([]);
  expect(repository?.issues.filter((issue) => issue.stateReason === 'completed')).toHaveLength(1);
  expect(repository?.milestones).toMatchObject([{ title: 'v1.18.0' }]);
  const writes = writesSince(github, 0).length;
  await Promise.all(apps.map((app) => app.close()));
  expectNoViolations(github);
  await github.close();
  return { bodies, writes };
}

test('by Action, by App and by both: one issue, the same body every day, and a second run writes nothing', async () => {
  // One App at a time: in one process, Apps of different GitHubs would get each other's tokens.
  const [action, app] = await Promise.all([walk(byAction), walk(byApp)]);
  const both = await walk(byBoth);
  expect(app.bodies).toEqual(action.bodies);
  expect(both.bodies).toEqual(action.bodies);
  expect(action.bodies.at(-1)).toContain('## Cycle finished');
  expect(action.bodies.at(-1)?.match(/- \[x\]/g)).toHaveLength(13);
  expect(action.bodies[58]).toContain('## Week 9 of 13 · R-3');
  // One body a day, the memory of 13 ticks, and what the first and the last day need: no more.
  expect(action.writes).toBeLessThanOrEqual(DAYS + 13 + 10);
}, 300_000);
