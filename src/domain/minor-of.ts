// The first two numbers of a version.

/** `1.10` of `v1.10.3`; the whole version when it has fewer. */
export function minorOf(version: string): string {
  return /\d+\.\d+/.exec(version)?.[0] ?? version;
}

/** A branch as written, with `{version}` and `{minor}` filled in. */
export function filledBranch(branch: string, version: string): string {
  return branch.replaceAll('{version}', version).replaceAll('{minor}', minorOf(version));
}
