// Another repository that takes part in a release, as the config says it.

/** As written: `{version}` and `{minor}` are filled in. */
export interface OtherRepositorySpec {
  /** `acme/cli`. */
  readonly name: string;
  readonly branch?: string | undefined;
  /** Absent: the version. */
  readonly tag?: string | undefined;
  /** Names of repositories that are released before it. */
  readonly after: readonly string[];
}

export interface OtherRepository {
  /** `acme/cli`. */
  readonly name: string;
  /** Of the lines of a train each, once; empty where the config names none. */
  readonly branches: readonly string[];
  /** Tags that it gets, with or without a `v` in front; in a train one for each line. */
  readonly tags: readonly string[];
  /** Names of repositories that are released before it; one that is not in the list is the repository of the config. */
  readonly after: readonly string[];
}

/** GitHub's names know no difference between small and capital letters. */
export function isSameRepository(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
