// Many pull requests, each waiting for somebody else: what one run has to tell so many people, and what it costs.
import { startPacer } from '../../src/github/pacer.ts';
import { type Run, reconcile } from '../../src/run/reconcile.ts';
import type { EmbeddedGitHub, GitHubSeed, JournalEntry } from '../../packages/embedded-github/src/index.ts';
import { startTestGitHub } from './github.ts';
import { clientOf, instant, runAction } from './runs.ts';
import { repository } from './tracking.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';

/** Ten working days before the freeze, when people are asked; and the working day before that. */
export const ASKED = instant('2026-10-20T10:00:00Z');
const BEFORE = instant('2026-10-19T10:00:00Z');

/** The mutation by which comments go together, and the look for them. */
export const TOGETHER = 'RelcommsComments';
export const LOOK = 'RelcommsThreads';

const CONFIG = `timezone: UTC
roles: { lead: [alice] }
cycle: { weeks: 12, release-week: 11, weeks-after: 1 }
releases:
  - version: '1.10.0'
    start: 2026-09-07
    release: 2026-11-17
    branch: release-1.10
    milestones: { code-freeze: 2026-11-03 }
tracking-issue: { tasks: none }
approvals: { remind: [10d] }
limits: { operations: 500 }
`;

/** So many pull requests, each by an author of its own and waiting for a reviewer of its own. */
function nudgeSeed(count: number): GitHubSeed {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const people = numbers.flatMap((number) => [`author${number}`, `reviewer${number}`]);
  return {
    owner: 'acme',
    repo: 'demo',
    people: [
      { login: 'alice', permission: 'admin' },
      ...people.map((login) => ({ login, permission: 'write' as const })),
    ],
    files: { '.github/relcomms.yml': CONFIG, 'README.md': '# demo\n' },
    branches: { 'release-1.10': {} },
    rules: { 'release-1.10': { requiredReviews: 1 } },
    app: { webhookSecret: 'nudges' },
    pulls: numbers.map((number) => ({
      title: `Change ${number}`,
      author: `author${number}`,
      base: 'release-1.10',
      files: [`src/file-${number}.ts`],
      people: [`reviewer${number}`],
      createdAt: '2026-09-21T10:00:00Z',
    })),
  };
}

export interface Nudges {
  readonly github: EmbeddedGitHub;
  readonly clock: VirtualClock;
  readonly count: number;
}

/** The day before: all is in place but the comments. GitHub keeps its limits by the same clock. */
export async function startNudges(count: number): Promise<Nudges> {
  const clock = virtualClock(BEFORE);
  const github = await startTestGitHub({ seed: nudgeSeed(count), now: clock.now, limits: true });
  await putInPlace(github);
  clock.reach(ASKED);
  return { github, clock, count };
}

/** The same once more, with nothing of what was written since. */
export async function startAgain({ github }: Nudges): Promise<void> {
  await github.reset();
  await putInPlace(github);
}

async function putInPlace(github: EmbeddedGitHub): Promise<void> {
  await runAction(github, BEFORE);
  await runAction(github, BEFORE);
}

/** A run of the Action in the hour when people are asked, with all pauses on the clock. */
export function ask(
  { github, clock }: Nudges,
  client = clientOf(github, undefined, startPacer(clock)),
): Promise<Run> {
  return reconcile({ github: client, now: ASKED });
}

/** Bodies of the comments of ours that ask for an approval, by pull request. */
export function asked({ github, count }: Nudges): readonly (readonly string[])[] {
  const { issues } = repository(github);
  return Array.from({ length: count }, (_, index) => {
    const pull = issues.find(({ number }) => number === index + 1);
    return (pull?.comments ?? []).filter(({ author }) => author.includes('[bot]')).map(({ body }) => body);
  });
}

/** What a run sent since a place in the journal. */
export function sentSince({ github }: Nudges, from: number): JournalEntry[] {
  return github.journal.slice(from).filter(({ byHand }) => !byHand);
}
