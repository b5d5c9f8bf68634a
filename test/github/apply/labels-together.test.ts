// Labels of many pull requests go in few requests; each is put on, taken off or refused by itself.
import type { EmbeddedGitHub, FaultRule } from '../../../packages/embedded-github/src/index.ts';
import { ACTIONS_BOT } from '../../../packages/embedded-github/src/index.ts';
import { day } from '../../../src/domain/day.ts';
import type { Operation } from '../../../src/domain/operation.ts';
import type { Applied } from '../../../src/domain/outcome.ts';
import { apply } from '../../../src/github/apply/apply.ts';
import { BARE_PULLS } from '../../../src/github/facts/pulls/question.ts';
import { observe } from '../../../src/github/observe.ts';
import { expectNoViolations, startTestGitHub } from '../../support/github.ts';
import { defaultSeed } from '../../support/github-seed.ts';
import { clientOf, instant } from '../../support/runs.ts';

const COUNT = 25;
const NUMBERS = Array.from({ length: COUNT }, (_, index) => index + 1);
const LABEL = 'release-blocker';
const SETTING = { accounts: [ACTIONS_BOT], since: day('2019-01-01'), now: instant('2020-01-15T12:00:00Z') };
const ASKED = { pulls: BARE_PULLS, labels: [LABEL], branchOwners: { branches: [], main: true } };
const WHO = { duty: 'approvals', why: 'a test' };

let github: EmbeddedGitHub;

beforeEach(async () => {
  const pulls = NUMBERS.map((number) => ({
    title: `Change ${number}`,
    author: 'alice',
    files: [`${number}.md`],
  }));
  github = await startTestGitHub({ seed: { ...defaultSeed, pulls } });
});

afterEach(async () => {
  expectNoViolations(github);
  await github.close();
});

const isTogether: FaultRule['match'] = ({ operation }) => operation === 'RelcommsLabels';

interface Done {
  readonly applied: readonly Applied[];
  /** Operations of GraphQL, and routes, of what was written, each with its pieces. */
  readonly written: readonly string[];
}

async function carryOut(operations: readonly Operation[]): Promise<Done> {
  const client = clientOf(github);
  const observation = await observe(client, ASKED, SETTING);
  const from = github.journal.length;
  const applied = await apply(client, operations, { setting: SETTING, observation });
  const written = github.journal
    .slice(from)
    .filter(({ write }) => write)
    .map(({ operation, pieces }) => `${operation} ${pieces ?? 1}`);
  return { applied, written };
}

const putOn = (number: number, label = LABEL): Operation => ({
  kind: 'add-labels',
  number,
  labels: [label],
  ...WHO,
});
const takeOff = (number: number): Operation => ({ kind: 'remove-label', number, label: LABEL, ...WHO });

/** Numbers of those that wear the label. */
function wearing(): number[] {
  const issues = github.state()[0]?.issues ?? [];
  return issues.filter(({ labels }) => labels.includes(LABEL)).map(({ number }) => number);
}

const outcomes = ({ applied }: Done): string[] => [...new Set(applied.map(({ outcome }) => outcome))];

test('25 are two requests, and so is taking them off again', async () => {
  const on = await carryOut(NUMBERS.map((number) => putOn(number)));
  expect(outcomes(on)).toEqual(['done']);
  expect(on.written).toEqual(['RelcommsLabels 20', 'RelcommsLabels 5']);
  expect(wearing()).toEqual(NUMBERS);
  const off = await carryOut(NUMBERS.map(takeOff));
  expect(outcomes(off)).toEqual(['done']);
  expect(off.written).toEqual(['RelcommsLabels 20', 'RelcommsLabels 5']);
  expect(wearing()).toEqual([]);
});

test('one that GitHub refuses fails alone, in its own words, and the others stand', async () => {
  github.fault({ kind: 'refuse-field', field: 3, times: 1, match: isTogether });
  const { applied } = await carryOut(NUMBERS.map((number) => putOn(number)));
  expect(applied.filter(({ outcome }) => outcome !== 'done')).toEqual([
    {
      operation: putOn(4),
      outcome: 'failed',
      detail: 'Resource not accessible by integration (403); it needs issues: write',
    },
  ]);
  expect(wearing()).toEqual(NUMBERS.filter((number) => number !== 4));
});

test.each(['error-before', 'error-after', 'drop', 'drop-after'] as const)(
  'an answer that is lost (%s): the same is sent once more, and nothing failed',
  async (kind) => {
    github.fault({ kind, times: 1, match: isTogether });
    const done = await carryOut(NUMBERS.slice(0, 8).map((number) => putOn(number)));
    expect(outcomes(done)).toEqual(['done']);
    expect(wearing()).toEqual(NUMBERS.slice(0, 8));
  },
);

test('a label that this run has made goes the same way', async () => {
  const make: Operation = { kind: 'create-label', name: 'late', color: 'ffffff', description: '', ...WHO };
  const { applied, written } = await carryOut([make, putOn(1, 'late'), putOn(2, 'Late')]);
  expect(applied.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
  expect(written.at(-1)).toBe('RelcommsLabels 2');
});

test('what has no id that is known goes alone', async () => {
  const { applied, written } = await carryOut([putOn(1, 'unheard of'), putOn(2), putOn(3)]);
  expect(applied.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
  expect(written.toSorted()).toEqual([
    'POST /repos/{owner}/{repo}/issues/{issue_number}/labels 1',
    'RelcommsLabels 2',
  ]);
});
