// When the App checks what a config needs: on first contact, after a change, and once a day at most.
import type { Instant } from '../../src/domain/day.ts';
import type { Budget } from '../../src/github/budget.ts';
import type { Run } from '../../src/run/reconcile.ts';
import { startCheckups } from '../../src/server/checkups.ts';
import { type Finding, startFindings } from '../../src/server/findings.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-10-20T12:00:00Z') as Instant;
const HINT = { installation: 1, owner: 'acme', repo: 'demo' };
const LABEL: Finding = { what: 'Names: label hold', found: 'it does not exist', lost: [] };
const budgetOf = (remaining: number): readonly Budget[] => [
  { resource: 'graphql', remaining, limit: 5000, reset: (NOON + HOUR) as Instant },
];

const applied = (text: string, setting = {}): Run => ({ kind: 'applied', text, setting }) as unknown as Run;

/** A world in which time, permissions and what is missing are said by hand. */
function world() {
  const state = { now: NOON, permissions: 'a', missing: [LABEL], asked: 0, fails: false };
  const lines: string[] = [];
  const findings = startFindings();
  const checkups = startCheckups({
    findings,
    now: () => state.now,
    timer: () => () => {},
    gap: 60_000,
    permissionsOf: () => Promise.resolve(state.permissions),
    examine: () => {
      state.asked += 1;
      return state.fails ? Promise.reject(new Error('GitHub is away')) : Promise.resolve(state.missing);
    },
    warn: (repository, line) => void lines.push(`${repository}: ${line}`),
  });
  const meet = async (run: Run, hours = 0, budget = budgetOf(4000)): Promise<number> => {
    state.now = (state.now + hours * HOUR) as Instant;
    checkups.met(HINT, run, budget);
    await checkups.idle();
    return state.asked;
  };
  return { state, lines, findings, meet };
}

test('once on first contact, and again when config or permissions changed, a day later at the soonest', async () => {
  const { state, meet } = world();
  state.missing = [];
  expect(await meet(applied('one'))).toBe(1);
  expect(await meet(applied('two'), 1)).toBe(1);
  expect(await meet(applied('two'), 24)).toBe(2);
  expect(await meet(applied('two'), 48)).toBe(2);
  state.permissions = 'b';
  expect(await meet(applied('two'))).toBe(3);
});

test('what is missing is looked for every day until it is there, and said once', async () => {
  const { state, lines, findings, meet } = world();
  await meet(applied('one'));
  expect(await meet(applied('one'), 25)).toBe(2);
  expect(lines).toEqual(['acme/demo: Names: label hold: it does not exist.']);
  expect(findings.count()).toEqual({ repositories: 1, things: 1 });
  state.missing = [];
  expect(await meet(applied('one'), 25)).toBe(3);
  expect(findings.count()).toEqual({ repositories: 0, things: 0 });
  expect(await meet(applied('one'), 25)).toBe(3);
});

test('not by a run of a few pull requests, not without a config, and not from the last half of a budget', async () => {
  const { findings, meet } = world();
  expect(await meet(applied('one', { narrow: { numbers: [1] } }))).toBe(0);
  expect(await meet({ kind: 'broken-config', path: 'x', problems: [] })).toBe(0);
  expect(await meet(applied('one'), 0, budgetOf(2000))).toBe(0);
  expect(await meet(applied('one'))).toBe(1);
  await meet({ kind: 'no-config', path: 'x' });
  expect(findings.count().repositories).toBe(0);
});

test('one that fails is said, and not tried again on the same day', async () => {
  const { state, lines, meet } = world();
  state.fails = true;
  expect(await meet(applied('one'))).toBe(1);
  expect(await meet(applied('one'), 1)).toBe(1);
  expect(lines).toEqual(['acme/demo: what the config needs could not be checked: GitHub is away']);
  state.fails = false;
  expect(await meet(applied('one'), 25)).toBe(2);
});
