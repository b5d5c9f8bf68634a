// Which line of a CODEOWNERS file counts for which of the changed files.
import { globMatches } from './glob.ts';
import type { OwnerRule, OwnersFile } from './parse-codeowners.ts';

/** A line and the files that it counts for. */
export interface OwnedFiles {
  readonly rule: OwnerRule;
  readonly files: readonly string[];
}

/** The line that counts for a file: the last that takes it. Its owners may be none. */
export function ruleFor({ rules }: OwnersFile, path: string): OwnerRule | undefined {
  const names = path.split('/');
  return rules.findLast((rule) => globMatches(rule.glob, names));
}

/** The files by the line that counts for them, in order of the lines; files without an owner are left out. */
export function ownedFiles(owners: OwnersFile, paths: readonly string[]): OwnedFiles[] {
  const byRule = new Map<OwnerRule, string[]>();
  for (const path of paths) {
    const rule = ruleFor(owners, path);
    if (rule !== undefined && rule.owners.length > 0) byRule.set(rule, [...(byRule.get(rule) ?? []), path]);
  }
  return [...byRule]
    .map(([rule, files]) => ({ rule, files: files.toSorted() }))
    .toSorted((a, b) => a.rule.line - b.rule.line);
}
