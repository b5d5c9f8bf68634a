// A repository in which every config section has something to do, and what a change of its config leads to.
import type { Operation } from '../../src/domain/operation.ts';
import {
  ACTIONS_BOT,
  type EmbeddedGitHub,
  type GitHubSeed,
} from '../../packages/embedded-github/src/index.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { ownAccounts } from '../../src/github/accounts.ts';
import { comparePlans } from '../../src/run/compare-plans.ts';
import { dutyRun } from '../../src/run/duty-run.ts';
import { wantedBy } from '../../src/run/judge-proposal.ts';
import { lookAtProposal } from '../../src/run/look-at-proposal.ts';
import { type Prepared, readerOf } from '../../src/run/prepare.ts';
import type { Scope } from '../../src/run/scope.ts';
import { wholeRun } from '../../src/run/whole-run.ts';
import { describe as wordsOf } from '../../src/text/describe-operation.ts';
import { type TestChannels, testChannels } from './channels.ts';
import { CONFIG, checkOf, proposeConfig } from './config-pull.ts';
import { expectNoViolations, startTestGitHub } from './github.ts';
import { defaultSeed } from './github-seed.ts';
import { clientOf, instant } from './runs.ts';

const BRANCH = 'release-2.0';

/** A week before code freeze, with a task that is late. */
export const NOW = instant('2020-01-14T12:00:00Z');

const RED = ['07', '08', '09', '10', '13'].map((text) => ({
  branch: BRANCH,
  author: 'bob',
  at: `2020-01-${text}T08:00:00Z`,
  jobs: { 'api/lists': text === '07' ? 'success' : 'failure', build: 'success' },
}));

export const SEED: GitHubSeed = {
  ...defaultSeed,
  files: { 'README.md': '# demo\n\n- Code freeze: 2020-01-16\n' },
  people: [
    { login: 'alice', permission: 'admin' },
    ...['bob', 'carol', 'dave', 'erin', 'frank'].map((login) => ({ login, permission: 'write' as const })),
  ],
  teams: [
    { slug: 'api', members: ['erin'] },
    { slug: 'web', members: ['bob'] },
  ],
  branches: { [BRANCH]: { CODEOWNERS: 'src/api/** @acme/api\n' } },
  rules: { [BRANCH]: { requiredReviews: 1 } },
  discussionCategories: ['Announcements'],
  commits: RED as NonNullable<GitHubSeed['commits']>,
  pulls: [
    {
      title: 'Mend the lists',
      author: 'dave',
      base: BRANCH,
      files: ['src/api/lists.ts'],
      teams: ['api'],
      createdAt: '2020-01-08T08:00:00Z',
    },
    {
      title: 'Hold it',
      author: 'frank',
      files: ['held.md'],
      labels: ['release-blocker'],
      milestone: 'v2.0.0',
    },
  ],
};

/** Everything but the sections of the duties. */
export const SHARED = `timezone: UTC
roles: { lead: [alice], shadow: [bob], scrum-master: [dave] }
cycle: { weeks: 4, release-week: 4, weeks-after: 0 }
people: { alice: { slack: U012ABC } }
teams:
  api: { github: acme/api, lead: carol, slack: '#team-api', paths: ['src/api/**'], tests: ['^api/'] }
  web: { github: acme/web, lead: frank, slack: '#team-web' }
audiences:
  everybody: { slack: ['#releases'], teams: yes }
  readers: { discussions: Announcements }
releases:
  - version: v2.0.0
    start: 2020-01-06
    release: 2020-01-28
    branch: ${BRANCH}
    milestones:
      branch-cut: { on: 2020-01-13, title: Branch cut }
      code-freeze: { on: 2020-01-15, title: Code freeze }
      rc1: { on: 2020-01-20, title: Release candidate 1 }
tasks:
  - { id: theme, title: Settle the theme, role: lead, week: 1 }
  - { id: notes, title: Write the notes, role: shadow, week: 2 }
  - { id: post, title: Publish the post, due: release }
limits: { operations: 500 }
`;

/** Each section with values that make it do something here; one that is not named is switched on as it is. */
export const SECTIONS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(DUTY_SECTIONS).map((name) => [name, '{}'])),
  'tracking-issue': '{ tasks: upcoming }',
  acknowledge: '{ milestones: [rc1] }',
  'cherry-picks': '{ until: rc1 }',
  freeze: '{ always: yes }',
  environments: '{ named: { rc1-test: { for: rc1, deployment: staging } } }',
  copies: '{ files: [{ path: README.md }] }',
  'manual-tests': '{ workbook: yes, tests: [{ id: lists, title: Look at the lists, team: api }] }',
  'go-no-go': '{ milestones: { rc1: { roles: [lead, shadow], window: 1 week } } }',
  'run-sheet': '{ ahead: 3 weeks }',
  slack: '{ dates: [everybody, readers] }',
  wiki: '{ page: Release VERSION }',
};

export function configWith(sections: Readonly<Record<string, string>>): string {
  const lines = Object.entries(sections).map(([name, value]) => `${name}: ${value}\n`);
  return `${SHARED}${lines.join('')}`;
}

/** What a check promises of a change, and what the run after the merge does. */
export interface Kept {
  /** Operations as the report words them, sorted; issues that open go by their keys. */
  readonly promised: readonly string[];
  readonly done: readonly string[];
  readonly operations: readonly Operation[];
  /** Titles of the issues that opened, by number and by key. */
  readonly titles: ReadonlyMap<number | string, string>;
  readonly summary: string;
}

/** Duties and facts in place of all that are in the registries. */
type Registry = Pick<Scope, 'duties' | 'facts'>;

/** A repository for many changes: it is set back before each. */
export async function startSwitched(): Promise<EmbeddedGitHub> {
  return await startTestGitHub({ seed: SEED, now: () => NOW });
}

/**
 * The repository runs with `base` until nothing is left, the change is checked, merged, and run. An empty `base`: there
 * is no config yet.
 */
export async function switchOn(
  github: EmbeddedGitHub,
  base: string,
  head: string,
  registry: Registry = {},
): Promise<Kept> {
  await github.reset();
  const channels = testChannels();
  if (base !== '') await github.as('alice').putFile(CONFIG, base);
  await settled(github, channels, registry);
  const pull = await proposeConfig(github, head);
  await run(github, channels, registry);
  const { summary } = (await checkOf(github, pull)).output;
  const promised = await promisedOf(github, channels, pull, [base, head], registry);
  await github.as('alice').merge(pull);
  const made = await run(github, channels, registry);
  if (made.kind !== 'applied') throw new Error(made.kind);
  const failed = made.applied.filter(({ outcome }) => outcome !== 'done' && outcome !== 'already');
  if (failed.length > 0) throw new Error(JSON.stringify(failed));
  const numbers = new Map(
    made.applied.flatMap(({ operation, number }) =>
      operation.kind === 'create-issue' ? [[number, operation.key] as const] : [],
    ),
  );
  const operations = made.applied.map(({ operation }) => operation);
  const titles = new Map<number | string, string>();
  for (const { operation, number } of made.applied)
    if (operation.kind === 'create-issue')
      titles.set(operation.key, operation.title).set(number ?? 0, operation.title);
  expectNoViolations(github);
  return { promised: sorted(promised), done: sorted(operations, numbers), operations, titles, summary };
}

function run(github: EmbeddedGitHub, channels: TestChannels, registry: Registry) {
  const scope = { github: clientOf(github), now: NOW, channels: channels.run(), ...registry };
  return wholeRun(scope, 'reconcile');
}

async function settled(github: EmbeddedGitHub, channels: TestChannels, registry: Registry): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    // oxlint-disable-next-line no-await-in-loop -- one run after the other
    const made = await run(github, channels, registry);
    if (made.kind !== 'applied' || made.applied.length === 0) return;
  }
  throw new Error('it does not come to rest');
}

/** What the check was made from. */
async function promisedOf(
  github: EmbeddedGitHub,
  channels: TestChannels,
  pull: number,
  configs: readonly [string, string],
  registry: Registry,
): Promise<readonly Operation[]> {
  const look = { github: clientOf(github), now: NOW, channels: channels.run(), viewer: ACTIONS_BOT };
  const eyes = { ...look, ...registry };
  const accounts = ownAccounts(ACTIONS_BOT, 'relcomms');
  const [before, after] = configs.map((text) => prepared(text, registry));
  const wanted = wantedBy(after as Prepared, { now: NOW, path: CONFIG }, registry);
  const looks = await lookAtProposal({ ...eyes, accounts }, before, wanted);
  if ('why' in looks) throw new Error(looks.why);
  const runs = [before, after].flatMap((config) => (config === undefined ? [] : [dutyRun(config, eyes)]));
  const comparison = comparePlans(pull, runs, looks);
  if ('why' in comparison) throw new Error(comparison.why);
  const same = new Set(comparison.before.map((operation) => JSON.stringify({ ...operation, why: '' })));
  return comparison.after.filter((operation) => !same.has(JSON.stringify({ ...operation, why: '' })));
}

/** Undefined where there is none that stands. */
function prepared(text: string, registry: Registry): Prepared | undefined {
  const read = text === '' ? undefined : readerOf(registry)(text, NOW);
  return read === undefined || 'problems' in read ? undefined : read;
}

function sorted(
  operations: readonly Operation[],
  numbers: ReadonlyMap<unknown, string> = new Map(),
): string[] {
  const words = operations.map((operation) =>
    wordsOf(operation).replaceAll(/#(\d+)/g, (whole, number: string) => {
      const key = numbers.get(Number(number));
      return key === undefined ? whole : `the new issue ${key}`;
    }),
  );
  return words.toSorted();
}
