// Reads what belongs to a base branch: its file of code owners and the checks that it requires.
import type { BranchOwners } from '../../domain/pull.ts';
import type { PartialAnswer } from '../graphql.ts';

/** Where GitHub looks for code owners, in this order ("About code owners"). */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

interface RawOwners {
  readonly text: string | null;
  readonly isTruncated: boolean;
}

/** What is known of some branches. */
export interface BranchFacts {
  readonly owners: readonly BranchOwners[];
  /** Names of the required checks by branch; one that is missing could not be read. */
  readonly required: RequiredChecks;
}

export type RequiredChecks = ReadonlyMap<string, readonly string[]>;

/** `HEAD` stands for the default branch, whose name GitHub tells. */
export const DEFAULT_BRANCH = 'HEAD';

/** Aliased fields under the repository for each branch, and the variables that they use. */
export function branchFields(branches: readonly string[]): {
  readonly parts: string[];
  readonly variables: Record<string, string>;
} {
  const rule = 'name refUpdateRule { requiredStatusCheckContexts }';
  const parts = branches.flatMap((branch, index) => [
    branch === DEFAULT_BRANCH
      ? `branch${index}: defaultBranchRef { ${rule} }`
      : `branch${index}: ref(qualifiedName: $branch${index}) { ${rule} }`,
    ...PLACES.map(
      (_, place) =>
        `owners${index}at${place}: object(expression: $owners${index}at${place}) { ... on Blob { text isTruncated } }`,
    ),
  ]);
  const variables = branches.flatMap((branch, index) => [
    ...(branch === DEFAULT_BRANCH ? [] : [[`branch${index}`, `refs/heads/${branch}`]]),
    ...PLACES.map((path, place) => [
      `owners${index}at${place}`,
      `${branch === DEFAULT_BRANCH ? branch : `refs/heads/${branch}`}:${path}`,
    ]),
  ]);
  return { parts, variables: Object.fromEntries(variables) as Record<string, string> };
}

/** What an answer to these fields says. */
export function decodeBranches(answer: PartialAnswer, branches: readonly string[]): BranchFacts {
  const named = branches.flatMap((branch, index): [string, number][] => {
    const name = branch === DEFAULT_BRANCH ? branchOf(answer, index)?.name : branch;
    return name === undefined ? [] : [[name, index]];
  });
  return {
    owners: named.map(([branch, index]) => ownersOf(answer, branch, index)),
    required: new Map(
      named.flatMap(([branch, index]): [string, readonly string[]][] => {
        if (answer.failed.has(`branch${index}`) || answer.failed.has('*')) return [];
        const contexts = branchOf(answer, index)?.refUpdateRule?.requiredStatusCheckContexts ?? [];
        return [[branch, contexts.flatMap((name) => name ?? [])]];
      }),
    ),
  };
}

function branchOf({ data }: PartialAnswer, index: number): RawBranch | undefined {
  return (data[`branch${index}`] as RawBranch | null | undefined) ?? undefined;
}

function ownersOf(answer: PartialAnswer, branch: string, index: number): BranchOwners {
  for (const [place, path] of PLACES.entries()) {
    const alias = `owners${index}at${place}`;
    const failed = answer.failed.get(alias) ?? answer.failed.get('*');
    if (failed !== undefined) return { branch, file: { known: false, why: failed } };
    const blob = answer.data[alias] as RawOwners | null | undefined;
    if (blob?.isTruncated === true)
      return { branch, file: { known: false, why: `${path} is too large to be read` } };
    const text = blob?.text ?? undefined;
    if (text !== undefined) return { branch, file: { known: true, value: { path, text } } };
  }
  return { branch, file: { known: true, value: undefined } };
}

interface RawBranch {
  readonly name: string;
  readonly refUpdateRule: {
    readonly requiredStatusCheckContexts: readonly (string | null)[] | null;
  } | null;
}
