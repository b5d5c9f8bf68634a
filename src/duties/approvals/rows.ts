// What is said of pull requests that wait for approval or to be picked where they stand in the way.
import type { StandingKind } from '../../domain/standing.ts';

export const rows: readonly StandingKind[] = [
  {
    kind: 'approval',
    rank: 30,
    title: 'Missing approvals',
    one: 'waiting approval',
    many: 'waiting approvals',
  },
  { kind: 'cherry-pick', rank: 31, title: 'Cherry-picks', one: 'cherry-pick', many: 'cherry-picks' },
];
