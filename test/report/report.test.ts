// The report: what was done, what was not and why, in words that stay words.
import { day } from '../../src/domain/day.ts';
import type { Operation } from '../../src/domain/operation.ts';
import { describe as words } from '../../src/text/describe-operation.ts';
import { changes, isGood, reportLines, reportMarkdown } from '../../src/report/report.ts';
import type { Run } from '../../src/run/reconcile.ts';
import { outputsOf, planFile } from '../../src/report/outputs.ts';
import { instant } from '../support/runs.ts';

const NOW = instant('2020-01-08T12:00:00Z');
const HOSTILE = '@alice <b>#1</b>\n::set-output name=x::y';

type Looked = Extract<Run, { plan: unknown }>;

const label: Operation = {
  kind: 'create-label',
  name: HOSTILE,
  color: '0e8a16',
  description: '',
  duty: 'tracking-issue',
  why: 'the config names it',
};
const move: Operation = {
  kind: 'move-milestone',
  number: 1,
  title: 'v2.0.0',
  from: day('2020-01-21'),
  dueOn: day('2020-01-28'),
  duty: 'tracking-issue',
  why: 'release day is Tue 28 Jan 2020',
};

/** A run with nothing in it, and changes. What a report does not read is left out. */
function run(
  given: Partial<Pick<Looked, 'kind' | 'applied'>> & { plan?: Partial<Looked['plan']> } = {},
): Run {
  const { kind = 'applied', applied = [], plan = {} } = given;
  const none = { operations: [], left: [], skips: [], unknown: [] };
  return {
    kind,
    path: '.github/relcomms.yml',
    plan: { ...none, ...plan },
    applied,
    releases: [],
    warnings: [],
    standing: [],
    heard: [],
    rows: [],
    observation: { ownIssues: { known: false, why: 'not looked' } },
  } as unknown as Run;
}

const problem = {
  code: 'bad-day',
  severity: 'error' as const,
  path: [],
  line: 3,
  column: 7,
  message: `There is no day ${HOSTILE}.`,
  fix: 'Use a day such as 2026-11-03.',
};
const broken: Run = { kind: 'broken-config', path: '.github/relcomms.yml', problems: [problem] };

test('a run that changed nothing says so, and a plan says that nothing was written', () => {
  expect(reportMarkdown(run())).toBe('**Nothing to change.** Nothing was written.\n');
  expect(reportMarkdown(run({ kind: 'planned' }))).toBe('**Nothing to change.**\n');
  expect(reportMarkdown(run({ kind: 'planned', plan: { operations: [move] } }))).toBe(
    '**Planned: 1 change.** Nothing was written.\n\n' +
      '- move the GitHub milestone v2.0.0 from Tue 21 Jan 2020 to Tue 28 Jan 2020 — release day is Tue 28 Jan 2020\n',
  );
});

test('each outcome has its words; what failed is counted on top', () => {
  const applied = (['done', 'already', 'failed', 'soft', 'not-tried'] as const).map((outcome) => ({
    operation: move,
    outcome,
    detail: outcome === 'failed' ? 'Server Error (502)' : undefined,
  }));
  const failed = run({ applied });
  const report = reportMarkdown(failed);
  expect(report).toMatch(/^\*\*1 change made, 1 failed\.\*\*/);
  expect(report.match(/^- (Already so|\*\*Failed|Not possible|Not tried|move)/gm)).toHaveLength(5);
  expect(report).toContain('; Server Error (502)');
  expect(isGood(failed)).toBe(false);
  expect(changes(failed)).toHaveLength(1);
  expect(isGood(run({ applied: applied.filter(({ outcome }) => outcome !== 'failed') }))).toBe(true);
});

test('what was left, skipped and not read is named with its reason', () => {
  const report = reportMarkdown(
    run({
      plan: {
        left: [move],
        skips: [{ duty: 'tracking-issue', what: 'Release v2.0.0', why: 'opens on Mon 6 Jan 2020' }],
        unknown: [{ duty: 'tracking-issue', fact: 'pins', why: 'Server Error (502)' }],
      },
    }),
  );
  expect(report).toContain('**Left for the next run**\n\n- move the GitHub milestone');
  expect(report).toContain('**Not done**\n\n- Release v2.0.0: opens on Mon 6 Jan 2020');
  expect(report).toContain(
    "**Couldn't be read**\n\n- tracking-issue was skipped: pins is unknown (Server Error (502))",
  );
});

test('a broken and a missing config are no good runs, and say where and what', () => {
  expect(reportMarkdown(broken)).toContain('`.github/relcomms.yml:3:7` error: There is no day');
  expect(reportMarkdown(broken)).toContain('relcomms changed nothing');
  expect(isGood(broken)).toBe(false);
  const missing: Run = { kind: 'no-config', path: 'x.yml' };
  expect(reportMarkdown(missing)).toContain('`x.yml` is not on the default branch');
  expect(reportLines(missing)).toEqual(['no config: x.yml is not on the default branch']);
  expect([isGood(missing), changes(missing)]).toEqual([false, []]);
});

test('text from outside is dead in Markdown and can not begin a line of the log', () => {
  const applied = [{ operation: label, outcome: 'failed' as const, detail: HOSTILE }];
  for (const report of [reportMarkdown(run({ applied })), reportMarkdown(broken)]) {
    expect(report).not.toContain('@alice');
    expect(report).not.toContain('<b>');
    expect(report).not.toMatch(/#1\b/);
    expect(report).not.toMatch(/^::/m);
  }
  for (const lines of [reportLines(run({ applied })), reportLines(broken)]) {
    expect(lines).toHaveLength(1);
    // A workflow command counts at the start of a line only.
    for (const line of lines) expect(line).not.toMatch(/\n|\r|^::/);
  }
});

test('outputs and plan file of a run without a look are empty, not wrong', () => {
  const unknown = { 'waiting-approvals': '', 'failing-tests': '', overdue: '' };
  expect(outputsOf(broken)).toEqual({ 'tracking-issues': '[]', changes: '0', ...unknown });
  expect(JSON.parse(planFile(broken, NOW))).toMatchObject({
    now: '2020-01-08T12:00:00.000Z',
    kind: 'broken-config',
    problems: [{ line: 3, column: 7 }],
  });
});

test('the plan file holds each operation with its words and its reason, and what became of it', () => {
  const file = planFile(
    run({ plan: { operations: [move] }, applied: [{ operation: move, outcome: 'done' }] }),
    NOW,
  );
  expect(JSON.parse(file)).toMatchObject({
    kind: 'applied',
    operations: [{ kind: 'move-milestone', what: words(move), why: move.why, duty: 'tracking-issue' }],
    applied: [{ kind: 'move-milestone', outcome: 'done' }],
  });
});
