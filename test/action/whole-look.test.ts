// When the Action has everything looked at that its config needs.
import { isWholeDue } from '../../src/action/whole-look.ts';
import { heartbeatWords } from '../../src/memory/heartbeat.ts';
import { instant } from '../support/runs.ts';

type Run = Parameters<typeof isWholeDue>[0];

/** Tuesday. */
const NOW = instant('2026-11-03T09:00:00Z');

interface Given {
  readonly kind?: string;
  /** Of each tracking issue: when it was last looked after. */
  readonly checks?: readonly string[];
  readonly state?: string;
  readonly made?: { readonly key: string; readonly outcome: string };
}

function runOf({ kind = 'applied', checks = [], state = 'open', made }: Given): Run {
  const value = checks.map((at) => ({ key: 'v1/tracking-issue', state, body: heartbeatWords(instant(at)) }));
  const applied = made && { operation: { kind: 'create-issue', key: made.key }, outcome: made.outcome };
  return {
    kind,
    applied: applied === undefined ? [] : [applied],
    observation: { ownIssues: { known: true, value } },
  } as unknown as Run;
}

test.each<[string, Given, string | undefined, boolean]>([
  ['the first run of a workflow', {}, '1', true],
  ['a later one before any release', {}, '2', false],
  ['one that opens a tracking issue', { made: { key: 'v1/tracking-issue', outcome: 'done' } }, '2', true],
  ['one that could not open it', { made: { key: 'v1/tracking-issue', outcome: 'failed' } }, '2', false],
  ['one that opens the issue of a task', { made: { key: 'v1/task/docs', outcome: 'done' } }, '2', false],
  ['the second of a day', { checks: ['2026-11-03T06:00:00Z'] }, '9', false],
  ['the first of a day', { checks: ['2026-11-02T06:00:00Z'] }, '9', false],
  ['the first of a week', { checks: ['2026-11-01T23:00:00Z'] }, '9', true],
  ['the newest check counts', { checks: ['2026-10-20T06:00:00Z', '2026-11-02T06:00:00Z'] }, '9', false],
  [
    'a closed issue is looked after no more',
    { checks: ['2026-10-20T06:00:00Z'], state: 'closed' },
    '9',
    false,
  ],
  ['a run that only plans', { kind: 'planned', checks: ['2026-11-01T23:00:00Z'] }, '1', false],
])('%s', (_, given, runNumber, expected) => {
  expect(isWholeDue(runOf(given), NOW, runNumber)).toBe(expected);
});
