// Looks for everything that relcomms has left in a repository; what can't be read is unknown with its reason.
import type { Known } from '../../domain/known.ts';
import type { Leavings } from '../../domain/leavings.ts';
import type { Observation, OwnIssue } from '../../domain/observed.ts';
import type { Day, Instant } from '../../domain/day.ts';
import { MESSAGES } from '../../domain/outbox.ts';
import { recordKey } from '../../memory/record.ts';
import type { GitHub } from '../client.ts';
import { failureWords } from '../failure.ts';
import { known } from '../facts/fact.ts';
import { needing } from '../facts/needing.ts';
import { observe } from '../observe.ts';
import { type BranchQuestion, readBranches } from './branches.ts';
import { readLabels } from './labels.ts';
import { readMilestones } from './milestones.ts';
import { readPulls } from './pulls.ts';

export interface LeavingsQuestion extends BranchQuestion {
  /** Accounts that are ours; that of the run's token is the first. */
  readonly accounts: readonly string[];
  /** A day before anything was written. */
  readonly since: Day;
  readonly now: Instant;
  /** Pages of pull requests that are read at most. Default: enough for 5,000. */
  readonly pages?: number | undefined;
}

/** What is seen of issues with one look: enough to know that nothing is left. */
export type FirstLook = Pick<Leavings, 'ownIssues' | 'pins' | 'labels' | 'milestones'>;

/** No issue of ours has it: who asks for it is answered by a second look, another way (P8). */
const MISSING = 'relcomms/cleanup';

/** Issues, pins, labels and milestones. `observation` is for whoever writes. */
export async function lookFirst(
  github: GitHub,
  question: LeavingsQuestion,
): Promise<{ readonly first: FirstLook; readonly observation: Observation }> {
  const { accounts } = question;
  const observation = await lookAtIssues(github, question);
  const first = {
    ownIssues: observation.ownIssues,
    pins: observation.pins,
    labels: await unlessRefused('issues: read', () => readLabels(github, accounts)),
    milestones: await unlessRefused('issues: read', () => readMilestones(github, accounts)),
  };
  return { first, observation };
}

/** Pull requests and branches, which many pages may be read for. */
export async function lookFurther(
  github: GitHub,
  question: LeavingsQuestion,
  first: FirstLook,
): Promise<Leavings> {
  const { accounts, pages } = question;
  const from = oldest(first.ownIssues);
  return {
    ...first,
    pulls: await unlessRefused('pull_requests: read', () => readPulls(github, { accounts, from, pages })),
    branches: await unlessRefused('contents: read', () => readBranches(github, question)),
  };
}

/** A second time with the names of tracking issues: their records may stand below many comments. */
async function lookAtIssues(
  github: GitHub,
  { accounts, since, now }: LeavingsQuestion,
): Promise<Observation> {
  const setting = { accounts, since, now };
  const found = await observe(github, { pins: true, ownIssues: { keys: [MISSING] } }, setting);
  const keys = found.ownIssues.known ? found.ownIssues.value.filter(isTracking).map(({ key }) => key) : [];
  if (keys.length === 0) return found;
  const records = keys.map((key) => recordKey(key, MESSAGES));
  return await observe(github, { pins: true, ownIssues: { keys: [MISSING, ...keys], records } }, setting);
}

function isTracking({ key }: OwnIssue): boolean {
  return key.endsWith('/tracking-issue');
}

/** Nothing of ours is older than our oldest issue; absent where there is none. */
function oldest(issues: Leavings['ownIssues']): Instant | undefined {
  const times = issues.known ? issues.value.map(({ createdAt }) => createdAt) : [];
  return times.length === 0 ? undefined : (Math.min(...times) as Instant);
}

async function unlessRefused<T>(permission: string, read: () => Promise<T>): Promise<Known<T>> {
  try {
    return known(await read());
  } catch (error) {
    return { known: false, why: needing(failureWords(error), permission) };
  }
}
