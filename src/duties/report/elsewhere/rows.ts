// What is said of other repositories where they stand in the way.
import type { StandingKind } from '../../../domain/standing.ts';

/** Shared: where no release has another repository, nobody misses them. */
export const rows: readonly StandingKind[] = [
  {
    kind: 'missing-tag',
    rank: 6,
    title: 'Missing tags',
    one: 'missing tag',
    many: 'missing tags',
    isShared: true,
  },
  {
    kind: 'failing-branch',
    rank: 22,
    title: 'Failing branches of other repositories',
    one: 'failing branch of another repository',
    many: 'failing branches of other repositories',
    isShared: true,
  },
  {
    kind: 'other-pull',
    rank: 32,
    title: 'Pull requests in other repositories',
    one: 'pull request in another repository',
    many: 'pull requests in other repositories',
    isShared: true,
  },
];
