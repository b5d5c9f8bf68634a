// Releases that nobody may see before they are out: in a public repository nothing is done for them.
import type { LocatedProblem, Problem } from '../domain/problem.ts';
import type { Release } from '../domain/release.ts';

/** What is wrong with each of them where everybody sees the repository. */
export function secretsIn(releases: readonly Release[]): Problem[] {
  return releases
    .filter((release) => release.private === true)
    .map(({ version }) => ({
      code: 'private-in-public',
      severity: 'warning',
      path: ['releases', version],
      message: `${version} is private, and this repository is public: everyone can read this line. relcomms does nothing for this release.`,
      fix: 'Delete it here, and add it to the config of a private repository.',
    }));
}

interface Told {
  readonly releases: readonly Release[];
  readonly warnings: readonly LocatedProblem[];
  /** Warnings that hold in a public repository only. */
  readonly secrets: readonly LocatedProblem[];
}

/** A config as it counts in this repository. */
export function inSight<T extends Told>(prepared: T, isPrivate: boolean): T {
  const { releases, warnings, secrets } = prepared;
  if (isPrivate || secrets.length === 0) return prepared;
  const told: readonly LocatedProblem[] = [...warnings, ...secrets];
  return {
    ...prepared,
    releases: releases.filter((release) => release.private !== true),
    warnings: told.toSorted((a, b) => a.line - b.line || a.column - b.column),
  };
}
