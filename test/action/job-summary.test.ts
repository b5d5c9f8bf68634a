// The summary of a job fits, and the gate on blockers opens only when somebody looked.
import { blockerProblem } from '../../src/action/blocker-problem.ts';
import { SUMMARY_LIMIT, cutToBytes, jobSummary } from '../../src/action/job-summary.ts';
import type { HeardDuty, Standing } from '../../src/domain/standing.ts';
import type { Run } from '../../src/run/reconcile.ts';
import { HOSTILE } from '../duties/approvals/hostile.ts';
import { read } from '../duties/approvals/markdown.ts';
import { HEARD, RELEASE, ROWS, item } from '../standing/world.ts';
import { instant } from '../support/runs.ts';

const NOW = instant('2026-11-03T10:00:00Z');

function run(
  standing: readonly Standing[],
  heard: readonly HeardDuty[] = HEARD,
  skips: readonly string[] = [],
): Run {
  const plan = {
    operations: [],
    left: [],
    unknown: [],
    skips: skips.map((why) => ({ duty: 'x', what: 'x', why })),
  };
  const config = { teams: { api: {} } };
  return {
    kind: 'applied',
    plan,
    applied: [],
    warnings: [],
    releases: [RELEASE],
    standing,
    heard,
    rows: ROWS,
    config,
  } as unknown as Run;
}

test('it says what the run did, then what stands before the next milestone', () => {
  const text = jobSummary(run([item('b', { text: '#12 Login fails' })]), NOW);
  expect(
    text.startsWith(
      '## relcomms\n\n**Nothing to change.** Nothing was written.\n\n### Autumn release\n\n**Red:** 1 blocker',
    ),
  ).toBe(true);
  expect(text).toContain('- #12 Login fails; owner: alice\n');
  expect(jobSummary(run([]), instant('2026-12-24T10:00:00Z'))).not.toContain('###');
});

test('with hostile words everywhere it stays below the limit, whole and dead', () => {
  const long = [...HOSTILE, ...Array.from({ length: 3000 }, () => 'word '.repeat(80))];
  const text = jobSummary(run([], HEARD, long), NOW);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(SUMMARY_LIMIT);
  expect(text).toContain('**The rest is left out:**');
  const found = read(text.slice(0, 20_000));
  expect(['link', 'image', 'html', 'table'].map((type) => found.count(type))).toEqual([0, 0, 0, 0]);
  expect(text).not.toMatch(/^\s*(?:::|##\[)/m);
});

test('what fits stays as it is, and a cut is between lines', () => {
  expect(cutToBytes('a\nb', 3)).toBe('a\nb');
  const cut = cutToBytes('💥💥\n'.repeat(100), 300);
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(300);
  expect(cut).toMatch(/^(?:💥💥\n)+\n\*\*The rest/);
});

test('a gate on blockers names them, passes without any, and never passes blind', () => {
  expect(blockerProblem(run([]))).toBeUndefined();
  expect(blockerProblem(run([item('blocker/12')]))).toBe('A blocker is open: #12.');
  expect(blockerProblem(run([item('blocker/12', { severity: 'amber' })]))).toBeUndefined();
  const many = Array.from({ length: 12 }, (_, index) => item(`blocker/${index + 1}`));
  expect(blockerProblem(run(many))).toMatch(/^12 blockers are open: #1, .*#10 and 2 more\.$/);
  expect(blockerProblem(run([], HEARD.slice(0, 2)))).toContain('has no section `report`');
});
