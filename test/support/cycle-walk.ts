// Walks the Kubernetes v1.18.0 cycle by Action, by App, or by both at once.
import { type Instant, addDays, day, daysBetween } from '../../src/domain/day.ts';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import type { RunningApp } from '../../src/server/start-app.ts';
import { expectNoViolations, startTestGitHub } from './github.ts';
import { kubernetesSeed } from './kubernetes-seed.ts';
import { noon, quiet, runAction, startTestApp, writesSince } from './runs.ts';

const START = day('2020-01-06');
/** A week beyond the last day of the cycle, 2020-04-05, so that the closing is walked too. */
export const DAYS = daysBetween(START, day('2020-04-12')) + 1;

/** What carries out the runs of a day; by Action alone, there is no App. */
type Runner = (github: EmbeddedGitHub, now: Instant, ...apps: readonly RunningApp[]) => Promise<void>;

export const byAction: Runner = async (github, now) => {
  const run = await runAction(github, now);
  expect(run).toMatchObject({ kind: 'applied', plan: { unknown: [], left: [] } });
};

export const byApp: Runner = async (github, _, ...apps) => {
  await Promise.all(apps.map((app) => app.tick()));
  await quiet(github, ...apps);
};

export const byBoth: Runner = async (github, now, ...apps) => {
  await Promise.all([byAction(github, now), byApp(github, now, ...apps)]);
};

export interface Walk {
  /** Of the tracking issue, by day of the cycle from 0. */
  readonly bodies: ReadonlyMap<number, string>;
  readonly writes: number;
}

/** Walks the cycle on some of its days; the team ticks what is due, and a second run of a day writes nothing. */
export async function walk(runner: Runner, isWalked: (index: number) => boolean): Promise<Walk> {
  const github = await startTestGitHub({ seed: kubernetesSeed() });
  let now = noon(START);
  const apps = runner === byAction ? [] : [await startTestApp(github, () => now)];
  const bodies = new Map<number, string>();
  for (let index = 0; index < DAYS; index++) {
    if (!isWalked(index)) continue;
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
    bodies.set(index, github.state()[0]?.issues[0]?.body ?? '');
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
