// Says once on GitHub that the config on the default branch is broken, where those who changed it hear of it.
import { day } from '../domain/day.ts';
import { ownAccounts } from '../github/accounts.ts';
import { apply } from '../github/apply/apply.ts';
import { lastChange } from '../github/config/last-change.ts';
import { toldBroken } from '../github/config/told-broken.ts';
import { failureWords } from '../github/failure.ts';
import { allUnknown } from '../github/observe.ts';
import { render } from '../plan/alarms/render.ts';
import { tellBroken } from '../plan/alarms/tell-broken.ts';
import type { Told } from '../plan/alarms/told.ts';
import type { Run } from './reconcile.ts';
import type { Scope } from './scope.ts';

/** The rest of a run whose config is broken; `plan` writes nothing. Costs five or six requests, and none else. */
export async function tellOfBroken<R extends Run>(
  scope: Scope,
  run: R,
  mode: 'reconcile' | 'plan',
): Promise<R> {
  // A config that was handed in is nobody's but its caller's.
  if (run.kind !== 'broken-config' || run.start === undefined || scope.config !== undefined) return run;
  const { config, viewer } = run.start;
  if (config.kind === 'missing') return run;
  try {
    return { ...run, told: await tell(scope, { ...run, id: config.id, viewer }, mode) };
  } catch (error) {
    return { ...run, told: { operations: [], applied: [], why: failureWords(error) } };
  }
}

type Broken = Extract<Run, { kind: 'broken-config' }> & { readonly id: string; readonly viewer: string };

/** Its config says nothing that can be relied on, so the App has its usual name. */
async function tell(
  { github, now }: Scope,
  { path, problems, id, viewer }: Broken,
  mode: 'reconcile' | 'plan',
): Promise<Told> {
  const accounts = ownAccounts(viewer, 'relcomms');
  const change = await lastChange(github, path, id);
  const issues = await toldBroken(github, accounts, render.title());
  const observation = { ...allUnknown('nobody looked'), ownIssues: { known: true, value: issues } as const };
  const operations = tellBroken({ path, problems, ...change }, observation, now);
  const seen = { setting: { accounts, since: EVER }, observation };
  const applied = mode === 'plan' ? [] : await apply(github, operations, seen);
  return { operations, applied };
}

const EVER = day('1970-01-01');
