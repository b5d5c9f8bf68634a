// Plans two configs from one look at the repository: what a run would do with the one, and with the other.
import type { Comparison } from '../config-check/judge.ts';
import type { Operation } from '../domain/operation.ts';
import type { Observation } from '../domain/observed.ts';
import type { Look } from '../github/observe/look.ts';
import { observe } from '../github/observe/observe.ts';
import { type DutyRun, desireAll } from '../plan/desire.ts';
import { diff } from '../plan/diff.ts';
import type { Prepared } from './prepare.ts';
import { type Scope, dutyRun, lookFor } from './reconcile.ts';

/**
 * Most names that a config may have looked up. One that people merged is trusted with any number; this one may come
 * from anybody, and each name is a part of one request.
 */
const MOST_NAMES = 300;

interface Eyes extends Pick<Scope, 'github' | 'now' | 'path'> {
  readonly viewer: string;
  /** Accounts whose issues are ours, whatever the proposed config says. */
  readonly accounts: readonly string[];
}

/** `base` is undefined when the default branch has no config that stands. Limits of a run don't cut these plans. */
export async function comparePlans(
  eyes: Eyes,
  base: Prepared | undefined,
  head: Prepared,
): Promise<Comparison> {
  const [old, proposed] = [base === undefined ? undefined : dutyRun(base, eyes), dutyRun(head, eyes)];
  const asked = lookFor(head, proposed, eyes.viewer);
  const names = asked.issues.length + asked.labels.length + asked.milestones.length + asked.logins.length;
  if (names > MOST_NAMES)
    return {
      why: `it names ${names} issues, labels, milestones and people, and ${MOST_NAMES} are looked up at most`,
    };
  const known = base === undefined || old === undefined ? asked : lookFor(base, old, eyes.viewer);
  // Test results are the same for both: nothing is downloaded for the difference.
  const look = { ...joined(known, asked), accounts: eyes.accounts, testArtifacts: [] };
  const observation = await observe(eyes.github, look);
  return {
    before: old === undefined ? [] : operationsOf(old, observation),
    after: operationsOf(proposed, observation),
    observation,
  };
}

function operationsOf(run: DutyRun, observation: Observation): Operation[] {
  return diff(desireAll(run, observation).wanted, observation, run.now);
}

/** Everything that either of them asks for. */
function joined(a: Look, b: Look): Look {
  const both = (list: 'issues' | 'labels' | 'milestones' | 'logins'): string[] => [
    ...new Set([...a[list], ...b[list]]),
  ];
  return {
    ...a,
    since: a.since < b.since ? a.since : b.since,
    issues: both('issues'),
    labels: both('labels'),
    milestones: both('milestones'),
    logins: both('logins'),
    pulls: b.pulls ?? a.pulls,
  };
}
