// Everything that a release can be told of at once: a crowd of pull requests, thirty jobs on twenty commits, and all sections on.
import type { CommitSeed } from '../../packages/embedded-github/src/index.ts';
import { expectNoViolations, startTestGitHub } from './github.ts';
import { crowd, crowdSeed, CROWD_NOW } from './pull-crowd.ts';
import { instant, runAction, writesSince } from './runs.ts';

const BRANCH = 'release-1.10';
const JOBS = 30;

const SECTIONS = `teams:
  api: { github: acme/api, tests: ['^e2e-0'], lead: carol }
failing-tests: {}
deadlines: {}
report: {}
`;

/** The newest three commits have five red jobs. */
const COMMITS: readonly CommitSeed[] = Array.from({ length: 20 }, (_, turn) => ({
  branch: BRANCH,
  author: 'bob',
  at: `2026-10-${String(turn + 1).padStart(2, '0')}T08:00:00Z`,
  jobs: Object.fromEntries(
    Array.from({ length: JOBS }, (_job, index) => [
      `e2e-${String(index).padStart(2, '0')}`,
      turn > 16 && index % 6 === 0 ? ('failure' as const) : ('success' as const),
    ]),
  ),
}));

export interface WholeReport {
  /** Requests of the first run that only read. */
  readonly reads: number;
  readonly idle: number;
  readonly idleWrites: readonly string[];
  /** What is aimed at: two, one for every 50 pull requests, and one for every five jobs. */
  readonly most: number;
  readonly red: number;
}

/** Runs until nothing is left to do, then once more. */
export async function wholeReport(size: number): Promise<WholeReport> {
  const now = instant(CROWD_NOW);
  const seed = crowdSeed(crowd(size, 20261020));
  const config = `${seed.files?.['.github/relcomms.yml'] ?? ''}${SECTIONS}`;
  const files = { ...seed.files, '.github/relcomms.yml': config };
  const github = await startTestGitHub({
    seed: { ...seed, files, commits: COMMITS },
    now: () => now,
  });
  try {
    await runAction(github, now);
    const reads = github.journal.filter(({ write, byHand }) => !write && !byHand).length;
    let from = github.journal.length;
    for (let turn = 0; turn < 10; turn++) {
      from = github.journal.length;
      // oxlint-disable-next-line no-await-in-loop -- one run after the other
      const run = await runAction(github, now);
      if (run.kind !== 'applied' || run.plan.unknown.length > 0) throw new Error(JSON.stringify(run.kind));
      if (writesSince(github, from).length === 0) break;
    }
    const idleWrites = writesSince(github, from);
    expectNoViolations(github);
    const red = github.state()[0]?.issues.filter(({ labels }) => labels.includes('failing-test')).length ?? 0;
    const most = 2 + Math.ceil(size / 50) + Math.ceil(JOBS / 5);
    return { reads, idle: github.journal.length - from, idleWrites, most, red };
  } finally {
    await github.close();
  }
}
