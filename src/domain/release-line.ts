// The lines of a train: versions that are released together, each from its branch; a release without a train is its own line.

/** One version of a train. */
export interface ReleaseLine {
  readonly version: string;
  /** Absent: it is not made in this repository. */
  readonly branch?: string | undefined;
}

interface Lined extends ReleaseLine {
  /** Absent: the release is no train. */
  readonly lines?: readonly ReleaseLine[] | undefined;
}

/** What is published: the lines of a train, else the release itself. */
export function linesOf({ version, branch, lines }: Lined): readonly ReleaseLine[] {
  return lines ?? [{ version, branch }];
}

/** The branches that it is made from, each once. */
export function branchesOf(release: Lined): string[] {
  return [...new Set(linesOf(release).flatMap(({ branch }) => branch ?? []))];
}

/** Whether two versions have the same tag: `1.17.5` and `v1.17.5` do. */
export function isSameVersion(a: string, b: string): boolean {
  return tagName(a) === tagName(b);
}

function tagName(version: string): string {
  return version.trim().replace(/^v(?=\d)/, '');
}
