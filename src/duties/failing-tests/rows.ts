// What is said of failing and flaky tests where they stand in the way.
import type { StandingKind } from '../../domain/standing.ts';

export const rows: readonly StandingKind[] = [
  { kind: 'failing-test', rank: 20, title: 'Failing tests', one: 'failing test', many: 'failing tests' },
  { kind: 'flaky-test', rank: 21, title: 'Flaky tests', one: 'flaky test', many: 'flaky tests' },
];
