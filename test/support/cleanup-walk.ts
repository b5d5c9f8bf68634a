// Plays a scenario of the sandbox, removes relcomms from it, and keeps what was there before and after.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { installationToken } from '../../packages/embedded-github/test/support/app-token.ts';
import type { IssueSnapshot, RepoSnapshot } from '../../packages/embedded-github/src/snapshot.ts';
import { SCENARIOS } from '../../sandbox/scenarios/index.ts';
import { liveOn } from '../../sandbox/machine/carry-out.ts';
import { takeQuickTurns } from '../../sandbox/machine/quick-turns.ts';
import { type World, startWorld } from '../../sandbox/machine/world.ts';
import type { OutsideState } from '../../sandbox/outside/state.ts';
import { lastDay } from '../../sandbox/simulate/span.ts';
import { type Day, addDays, daysBetween } from '../../src/domain/day.ts';
import type { Applied } from '../../src/domain/outcome.ts';
import { cleanupAccounts } from '../../src/github/accounts.ts';
import { type CleanupLook, type CleanupScope, planCleanupOf, takeAllBack } from '../../src/run/clean-up.ts';
import { clientWith } from './runs.ts';
import { read } from './world.ts';

export interface Seen {
  readonly github: RepoSnapshot;
  readonly branches: readonly string[];
  readonly outside: OutsideState | undefined;
}

export interface CleanupWalk {
  readonly before: Seen;
  readonly after: Seen;
  readonly first: CleanupLook;
  readonly applied: readonly Applied[];
  /** What a second cleanup would do. */
  readonly second: CleanupLook;
}

/** `share` of the way from the first day to the last, 1 being all of it. */
export async function walkAndCleanUp(id: string, share: number): Promise<CleanupWalk> {
  takeQuickTurns();
  const scenario = SCENARIOS.find((one) => one.id === id);
  if (scenario === undefined) throw new Error(`no scenario ${id}`);
  const prepared = read(scenario.config);
  const world = await startWorld(scenario, { origin: 'http://127.0.0.1:1', logLevel: 'fatal' });
  try {
    const last = lastDay(prepared.releases) as Day;
    const to = addDays(world.start, Math.round(daysBetween(world.start, last) * share));
    for (let day = world.start; day <= to; day = addDays(day, 1)) {
      await liveOn(world, day);
    }
    // Nobody runs any more: the App was uninstalled, or its config is gone.
    world.github.setWebhookUrl(undefined);
    const scope = await scopeOf(world, prepared.config.sections);
    const before = await see(world);
    const first = await planCleanupOf(scope);
    const applied = await takeAllBack(scope, first.plan.operations, first.observation);
    return { before, after: await see(world), first, applied, second: await planCleanupOf(scope) };
  } finally {
    await world.close();
  }
}

async function scopeOf(world: World, sections: CleanupScope['sections']): Promise<CleanupScope> {
  const { github, clock, outside } = world;
  const now = clock.now();
  return {
    github: clientWith(github, await installationToken(github)),
    now,
    accounts: cleanupAccounts('relcomms[bot]', 'relcomms'),
    sections,
    ...(outside === undefined ? {} : { channels: outside.channels(now) }),
  };
}

async function see({ github, outside }: World): Promise<Seen> {
  const [repo] = github.state();
  if (repo === undefined) throw new Error('no repository');
  return { github: repo, branches: await branchesOf(github), outside: await outside?.state() };
}

export async function branchesOf(github: EmbeddedGitHub): Promise<string[]> {
  const { json } = await github.as('alice').request('GET', '/repos/acme/demo/branches?per_page=100');
  return (json as { name: string }[]).map(({ name }) => name);
}

export const OURS = ['relcomms[bot]', 'github-actions[bot]'];

export function isOurs({ author, body }: Pick<IssueSnapshot, 'author' | 'body'>): boolean {
  return OURS.includes(author) && body.includes('<!-- relcomms:v1 ');
}

/** Everything that people wrote or decided, and all bodies. `created` are names of labels by relcomms. */
export function ofPeople({ github }: Seen, created: readonly string[]): unknown {
  return github.issues.map((issue) => {
    const { number, title, body, assignees, milestone, locked, edits } = issue;
    const comments = issue.comments.map(({ author, body: text, minimized, reactions, edits: changes }) =>
      OURS.includes(author) ? { author, reactions } : { author, text, minimized, reactions, changes },
    );
    const labels = issue.labels.filter((name) => !created.includes(name));
    const state = OURS.includes(issue.author) ? 'ours' : issue.state;
    return { number, title, body, assignees, milestone, locked, edits, comments, labels, state };
  });
}
