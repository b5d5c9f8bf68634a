// The names that the tag of a version may have.

/** Tags carry the version with or without a `v` in front. */
export function tagsOf(version: string): string[] {
  return /^v\d/.test(version) ? [version] : [`v${version}`, version];
}
