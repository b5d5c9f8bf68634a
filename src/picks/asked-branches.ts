// Which release branches the labels of a merged fix ask for.

/** A release branch, and the version that is made of it. */
export interface NamedBranch {
  readonly branch: string;
  readonly version: string;
}

/** What labels ask for: the branches that they name, and, where one of them names none, the branch that is next. */
export interface Asked {
  readonly branches: readonly string[];
  readonly next: boolean;
}

/** `cherry-pick/0.5`, `backport release-1.2` and `backport-to-1.2.x` name a branch, `needs-cherry-pick` none. */
export function askedBranches(labels: readonly string[], known: readonly NamedBranch[]): Asked {
  const branches = new Set<string>();
  let next = false;
  for (const label of labels) {
    const named = known.filter((one) => names(label, one));
    for (const { branch } of named) branches.add(branch);
    // A label with a version that no branch has asks for one that nobody releases from.
    if (named.length === 0 && versionIn(label) === undefined) next = true;
  }
  return { branches: [...branches], next };
}

function names(label: string, { branch, version }: NamedBranch): boolean {
  if (endsWithName(label.toLowerCase(), branch.toLowerCase())) return true;
  const asked = versionIn(label);
  return asked !== undefined && (asked === versionIn(branch) || asked === versionIn(version));
}

/** `backport release-1.2` ends with `release-1.2`, `backport-prerelease-1.2` does not. */
function endsWithName(label: string, name: string): boolean {
  return label.endsWith(name) && !/[\p{L}\p{N}.]$/u.test(label.slice(0, label.length - name.length));
}

/** `0.5` of `cherry-pick/v0.5.x`. */
function versionIn(text: string): string | undefined {
  const [found] = /(?<![\d.])\d{1,9}(?:\.(?:\d{1,9}|x))+(?![\d.])/i.exec(text) ?? [];
  return found?.replace(/(?:\.x)+$/i, '');
}
