// Any number of open pull requests at random, and by brute force who has to hear of which.
import * as fc from 'fast-check';
import type { GitHubSeed, PullSeed } from '../../packages/embedded-github/src/index.ts';

/** Ten working days before the freeze; the first reminder is due. */
export const CROWD_NOW = '2026-10-20T10:00:00Z';

const LONG_AGO = '2026-09-21T10:00:00Z';

const PEOPLE = ['alice', 'bob', 'carol', 'dave', 'erin', 'frank'] as const;
const MEMBERS = ['bob', 'carol'];

/** Owner of everything below a folder of the release branch. */
const OWNERS: Readonly<Record<string, string>> = {
  a: '@alice',
  b: '@bob',
  c: '@carol',
  d: '@dave',
  e: '@erin',
  f: '@frank',
  t: '@acme/api',
};

/** Mails to one person in seven days. */
export const CROWD_WEEK = 2;

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
approvals:
  labels: [release-blocker]
  remind: [10d]
  ceiling: { person: 50, pull: 5, week: ${CROWD_WEEK} }
limits: { operations: 500 }
`;

export function crowdSeed(pulls: readonly PullSeed[]): GitHubSeed {
  const codeowners = Object.entries(OWNERS).map(([folder, owner]) => `/${folder}/ ${owner}`);
  return {
    owner: 'acme',
    repo: 'demo',
    people: PEOPLE.map((login) => ({ login, permission: login === 'alice' ? 'admin' : 'write' })),
    teams: [{ slug: 'api', members: MEMBERS }],
    files: { '.github/relcomms.yml': CONFIG, 'README.md': '# demo\n' },
    branches: { 'release-1.10': { '.github/CODEOWNERS': `${codeowners.join('\n')}\n` }, next: {} },
    rules: { 'release-1.10': { requiredReviews: 1, requiredChecks: ['build'] } },
    app: { webhookSecret: 'crowd' },
    pulls,
  };
}

const person = fc.constantFrom(...PEOPLE);
const often = (of: number) => fc.integer({ min: 1, max: of }).map((number) => number === 1);

const pull: fc.Arbitrary<PullSeed> = fc
  .record({
    author: person,
    base: fc.constantFrom('release-1.10', 'main', 'main', 'next', 'next'),
    draft: often(8),
    folder: fc.constantFrom(...Object.keys(OWNERS), 'free'),
    blocker: often(10),
    named: often(15),
    person: fc.option(person, { freq: 3 }),
    team: often(8),
    review: fc.option(fc.record({ author: person, good: fc.boolean() }), { freq: 2 }),
    build: fc.constantFrom('success', 'success', 'success', 'failure'),
    lint: fc.constantFrom('success', 'failure'),
    number: fc.nat(),
  })
  .map((given) => ({
    title: `Change ${given.number}`,
    author: given.author,
    base: given.base,
    draft: given.draft,
    files: [`${given.folder}/file-${given.number}.ts`],
    labels: given.blocker ? ['release-blocker'] : [],
    ...(given.named ? { milestone: '1.10.0' } : {}),
    people: given.person === null || given.person === given.author ? [] : [given.person],
    teams: given.team ? ['api'] : [],
    reviews:
      given.review === null || given.review.author === given.author
        ? []
        : [{ author: given.review.author, state: given.review.good ? 'APPROVED' : 'CHANGES_REQUESTED' }],
    checks: [
      { name: 'build', conclusion: given.build },
      { name: 'lint', conclusion: given.lint },
    ],
    createdAt: LONG_AGO,
  }));

export function crowd(size: number, seed: number): PullSeed[] {
  return fc.sample(pull, { numRuns: size, seed });
}

/**
 * Who has to hear of a pull request: its author when a required check fails, else one who may unblock it.
 * Empty: nobody has to act, or nobody can be named. Written from the rules, without a look at the program.
 */
export function crowdExpects(one: PullSeed): readonly string[] {
  const inRelease = one.base === 'release-1.10';
  if (!inRelease && !(one.labels ?? []).includes('release-blocker') && one.milestone === undefined) return [];
  if (one.draft === true) return [];
  const [review] = one.reviews ?? [];
  if (review !== undefined) return [];
  const fails = one.checks?.some(({ name, conclusion }) => name === 'build' && conclusion === 'failure');
  if (inRelease && fails === true) return [one.author];
  const folder = one.files[0]?.split('/')[0] ?? '';
  const owner = inRelease ? OWNERS[folder]?.slice(1) : undefined;
  // While an owner has to approve, nobody else unblocks it; else one of those asked is enough, people first.
  if (owner !== undefined && owner !== one.author) return [owner];
  return [...(one.people ?? []), ...(one.teams ?? []).map((slug) => `acme/${slug}`)].slice(0, 1);
}

/** Whether it shows that it waits for an approval, or for somebody who could give it. */
export function crowdLabels(one: PullSeed): boolean {
  const inRelease = one.base === 'release-1.10';
  if (!inRelease && !(one.labels ?? []).includes('release-blocker') && one.milestone === undefined)
    return false;
  const fails = one.checks?.some(({ name, conclusion }) => name === 'build' && conclusion === 'failure');
  return one.draft !== true && (one.reviews ?? []).length === 0 && !(inRelease && fails === true);
}
