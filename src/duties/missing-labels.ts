// Labels that a config names and that the repository does not have: nothing can carry them.
import type { RepositoryLabel } from '../domain/observed.ts';
import type { Lack } from '../domain/standing.ts';

export interface NamedLabels {
  /** Where the config names them: `report.blockers`. */
  readonly key: string;
  readonly names: readonly string[];
  /** What the key says by itself; a label of these that does not exist was named by nobody. */
  readonly byDefault: readonly string[];
  /** Kinds of rows that are found by them. */
  readonly kinds: readonly string[];
}

/** The labels to be looked for. */
export function labelsToFind(named: readonly NamedLabels[]): string[] {
  return named.flatMap(({ names, byDefault }) => names.filter((name) => !byDefault.includes(name)));
}

/** One for each label. GitHub tells labels apart without regard to capitals. */
export function missingLabels(named: readonly NamedLabels[], existing: readonly RepositoryLabel[]): Lack[] {
  const found = existing.map(({ name }) => name.toLowerCase());
  return named.flatMap(({ key, names, byDefault, kinds }) =>
    names
      .filter((name) => !byDefault.includes(name) && !found.includes(name.toLowerCase()))
      .map((name) => ({
        kinds,
        why: `the repository has no label "${name}"`,
        lost: 'nothing can carry it',
        fix: `Create the label, or name another one in "${key}".`,
      })),
  );
}
