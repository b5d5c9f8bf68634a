// Scenario: a log that was begun twice is brought together in the older comment, and none is begun a second time.
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { day } from '../../src/domain/day.ts';
import { readLedger, readState, renderLedger } from '../../src/memory/ledger.ts';
import { reconcile } from '../../src/run/reconcile.ts';
import { expectNoViolations, startTestGitHub } from '../support/github.ts';
import { clientOf, instant, runAction, writesSince } from '../support/runs.ts';
import { smallSeed } from '../support/small-cycle.ts';
import { issue, ledgersOf } from '../support/tracking.ts';

const NOW = instant('2020-01-08T12:00:00Z');
const NEXT_DAY = instant('2020-01-09T12:00:00Z');

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startTestGitHub({ seed: smallSeed() });
});

beforeEach(() => github.reset());

afterEach(() => expectNoViolations(github));

afterAll(() => github.close());

test('what both say counts, the older one gets it, the younger is folded away, and then nothing is written', async () => {
  await runAction(github, NOW);
  const [older] = ledgersOf(github, 1);
  const state = readState(older?.body ?? '');
  if (state === undefined) throw new Error('nothing is remembered');
  const entry = { key: 'v2.0.0/told/by-another-run', day: day('2020-01-08'), text: 'Told by another run.' };
  const younger = renderLedger('v2.0.0/tracking-issue', [entry], {
    ...state,
    assigned: [...state.assigned, 'erin'],
  });
  await clientOf(github).request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
    owner: 'acme',
    repo: 'demo',
    issue_number: 1,
    body: `${younger}\nA note of dave.\n`,
  });
  expect(ledgersOf(github, 1)).toHaveLength(2);

  const run = await runAction(github, NOW);
  if (run.kind !== 'applied') throw new Error(`the run ended as ${run.kind}`);
  expect(run.applied.map(({ operation, outcome }) => [operation.kind, outcome])).toContainEqual([
    'fold-ledger',
    'done',
  ]);
  const [left, ...more] = ledgersOf(github, 1);
  expect([left?.id, more]).toEqual([older?.id, []]);
  const keys = readLedger(left?.body ?? '').map(({ key }) => key);
  expect(keys).toEqual([...readLedger(older?.body ?? '').map(({ key }) => key), entry.key]);
  expect(readState(left?.body ?? '')?.assigned).toContain('erin');
  const folded = issue(github, 1).comments.find(({ body }) => body.includes('There are two of this log'));
  expect(folded?.minimized).toBe('duplicate');
  expect(folded?.body).toContain(`(#issuecomment-${older?.id})`);
  expect(folded?.body).toContain('A note of dave.');

  const before = github.journal.length;
  await runAction(github, NOW);
  expect(writesSince(github, before)).toEqual([]);
});

test('an answer without the comments begins no second log', async () => {
  await runAction(github, NOW);
  const emptied = ['RelcommsLook', 'RelcommsIssuesByNumber', 'RelcommsComments'];
  for (const name of emptied)
    github.fault({ kind: 'empty', times: 1, match: ({ operation }) => operation === name });
  const run = await runAction(github, NEXT_DAY, reconcile);
  expect(run.kind).toBe('applied');
  expect(ledgersOf(github, 1)).toHaveLength(1);
  github.clearFaults();
  await runAction(github, NEXT_DAY);
  const before = github.journal.length;
  await runAction(github, NEXT_DAY);
  expect(writesSince(github, before)).toEqual([]);
  const keys = readLedger(ledgersOf(github, 1)[0]?.body ?? '').map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});
