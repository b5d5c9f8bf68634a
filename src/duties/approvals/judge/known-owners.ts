// The owners of a file who can approve: GitHub ignores whoever it does not know, who may not write, and foreign teams.
import type { BranchOwners } from '../../../domain/pull.ts';
import { type OwnersFile, parseCodeowners } from '../../../owners/parse-codeowners.ts';
import { kindOf, sameName } from '../../../people/names.ts';
import type { Owners } from './groups.ts';

/** An owner who is left out, and where the file names them. */
export interface LeftOwner {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
  readonly name: string;
  readonly because: 'unknown' | 'foreign';
}

export interface KnownOwners {
  readonly owners: Owners;
  readonly left: readonly LeftOwner[];
}

/** `repository` is `acme/demo`; absent while it is not known, so that no team counts as foreign. */
export function knownOwners(
  {
    file,
    unknownOwners = [],
  }: Pick<BranchOwners, 'unknownOwners'> & {
    readonly file: { readonly path: string; readonly text: string } | undefined;
  },
  repository: string | undefined,
): KnownOwners {
  if (file === undefined) return { owners: undefined, left: [] };
  const { path, text } = file;
  const read = parseCodeowners(text);
  const left = read.rules.flatMap(({ line, owners }) =>
    owners.flatMap((name): LeftOwner[] => {
      if (isForeign(name, repository)) return [{ path, line, name, because: 'foreign' }];
      const isUnknown = unknownOwners.some((one) => one.line === line && sameName(one.name, name));
      return isUnknown ? [{ path, line, name, because: 'unknown' }] : [];
    }),
  );
  return { owners: { path, file: without(read, left) }, left };
}

/** A team owns files in the repositories of its own organization only. */
function isForeign(name: string, repository: string | undefined): boolean {
  if (repository === undefined || kindOf(name) !== 'team') return false;
  return !sameName(name.split('/')[0] ?? '', repository.split('/')[0] ?? '');
}

/** The line counts all the same: what it takes belongs to no line before it. */
function without(file: OwnersFile, left: readonly LeftOwner[]): OwnersFile {
  const rules = file.rules.map((rule) => ({
    ...rule,
    owners: rule.owners.filter((name) => !left.some((one) => one.line === rule.line && one.name === name)),
  }));
  return { ...file, rules };
}
