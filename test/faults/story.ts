// What people do over the cycle: one round after the other, each on a day of its own.
import { CONFIG } from '../support/config-pull.ts';
import { instant } from '../support/runs.ts';
import { readMarker } from '../../src/text/marker.ts';
import type { EmbeddedGitHub, IssueSnapshot } from '../../packages/embedded-github/src/index.ts';
import type { Kind } from './action-runner.ts';
import { movedConfig } from './config.ts';

export interface Round {
  readonly at: string;
  readonly act: (github: EmbeddedGitHub, speaker: string) => Promise<void>;
}

const RELEASE = 'v2.0.0';

/** Issue of ours with that key; the oldest. */
export function ownIssue(github: EmbeddedGitHub, key: string): IssueSnapshot {
  const [repo] = github.state();
  const found = repo?.issues.find(({ author, body }) => author.endsWith('[bot]') && readMarker(body) === key);
  if (found === undefined) throw new Error(`there is no issue ${key}`);
  return found;
}

function tracking(github: EmbeddedGitHub): number {
  return ownIssue(github, `${RELEASE}/tracking-issue`).number;
}

async function runCi(github: EmbeddedGitHub, red: boolean): Promise<void> {
  const conclusion = red ? 'failure' : 'success';
  await github.runJobs({ branch: 'release-2.0', jobs: { 'api/lists': conclusion, build: 'success' } });
}

export const ROUNDS: readonly Round[] = [
  { at: '2020-01-13T09:00:00Z', act: async () => {} },
  {
    at: '2020-01-14T09:00:00Z',
    act: async (github, speaker) => {
      await github.as('bob').tick(tracking(github), 'Settle the theme');
      await github.as('bob').comment(tracking(github), '/release done notes');
      // A day before what is unseen is told: words that are said once tell what was there when they were said.
      await github.as(speaker).comment(tracking(github), '/release seen');
      await runCi(github, true);
    },
  },
  {
    at: '2020-01-15T09:00:00Z',
    act: async (github) => {
      const carol = github.as('carol');
      await carol.branch('proposal');
      const { json } = await carol.request('GET', `/repos/acme/demo/contents/${CONFIG}`);
      const first = Buffer.from((json as { content: string }).content, 'base64').toString('utf8');
      await carol.putFile(CONFIG, movedConfig(first), 'Move RC1', 'proposal');
      await carol.openPull({ title: 'Move RC1', head: 'proposal' });
      await github.as('frank').comment(tracking(github), '/release mute');
      await github.as('dave').comment(tracking(github), '/release audit');
    },
  },
  {
    at: '2020-01-16T09:00:00Z',
    act: async (github) => {
      const pull = github.state()[0]?.issues.find(({ title }) => title === 'Move RC1');
      await github.as('alice').merge(pull?.number ?? 0);
      await runCi(github, false);
    },
  },
  // Every task has its issue before anybody ticks it: one that is ticked while reads lag would get one that closes at once.
  { at: '2020-01-27T09:00:00Z', act: async () => {} },
  { at: '2020-01-28T09:00:00Z', act: async (github) => github.as('alice').tick(tracking(github), 'Publish') },
];

/**
 * Who answers for a team: one of its people. A workflow's token can't see who is in a team and refuses them, so where
 * both run it would be a matter of chance; there the team's lead answers, whom the config names.
 */
export function speakerFor(kind: Kind): string {
  return kind === 'both' ? 'carol' : 'erin';
}

export function instantOfRound({ at }: Round) {
  return instant(at);
}
