// Reads what belongs to a base branch: its file of code owners and the checks that it requires.
import type { Known, Observed } from '../../domain/observed.ts';
import type { BranchOwners } from '../../domain/pull.ts';
import type { PartialAnswer } from '../graphql.ts';
import type { RequiredChecks } from './observe-pulls.ts';

/** Where GitHub looks for code owners, in this order ("About code owners"). */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

interface RawOwners {
  readonly text: string | null;
  readonly isTruncated: boolean;
}

/** Aliased fields for each branch and for the default branch, and the variables that they use. */
export function branchFields(branches: readonly string[]): {
  readonly parts: string[];
  readonly variables: Record<string, string>;
} {
  const rule = 'refUpdateRule { requiredStatusCheckContexts }';
  const parts = [
    `defaultBranch: defaultBranchRef { name ${rule} }`,
    ...branches.map((_, index) => `branch${index}: ref(qualifiedName: $branch${index}) { ${rule} }`),
    ...places(branches).map(
      ({ alias }) => `${alias}: object(expression: $${alias}) { ... on Blob { text isTruncated } }`,
    ),
  ];
  const variables = [
    ...branches.map((branch, index) => [`branch${index}`, `refs/heads/${branch}`]),
    ...places(branches).map(({ alias, expression }) => [alias, expression]),
  ];
  return { parts, variables: Object.fromEntries(variables) as Record<string, string> };
}

function places(branches: readonly string[]): { readonly alias: string; readonly expression: string }[] {
  const revisions = ['HEAD', ...branches.map((branch) => `refs/heads/${branch}`)];
  return revisions.flatMap((revision, index) =>
    PLACES.map((path, place) => ({ alias: aliasOf(index, place), expression: `${revision}:${path}` })),
  );
}

/** The default branch is number 0. */
function aliasOf(index: number, place: number): string {
  return `owners${index}at${place}`;
}

/** The code owners of each branch, and of the default branch, from the first place that has them. */
export function decodeOwners(
  answer: PartialAnswer,
  branches: readonly string[],
): Known<Observed['branchOwners']> {
  return {
    known: true,
    value: named(answer, branches).map(([branch, index]) => ownersOf(answer, branch, index)),
  };
}

/** Each branch with its number; the default branch only where GitHub told its name. */
function named(answer: PartialAnswer, branches: readonly string[]): [string, number][] {
  const name = (answer.data['defaultBranch'] as RawBranch | null | undefined)?.name;
  const others = branches.map((branch, index): [string, number] => [branch, index + 1]);
  return name === undefined || branches.includes(name) ? others : [[name, 0], ...others];
}

function ownersOf(answer: PartialAnswer, branch: string, index: number): BranchOwners {
  for (const [place, path] of PLACES.entries()) {
    const alias = aliasOf(index, place);
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

/** The checks that each branch requires; none when no rule says so. */
export function decodeRequired(answer: PartialAnswer, branches: readonly string[]): RequiredChecks {
  return new Map(
    named(answer, branches).flatMap(([branch, index]): [string, readonly string[]][] => {
      const alias = index === 0 ? 'defaultBranch' : `branch${index - 1}`;
      if (answer.failed.has(alias) || answer.failed.has('*')) return [];
      const rule = (answer.data[alias] as RawBranch | null | undefined)?.refUpdateRule;
      return [[branch, (rule?.requiredStatusCheckContexts ?? []).flatMap((name) => name ?? [])]];
    }),
  );
}

interface RawBranch {
  readonly name?: string;
  readonly refUpdateRule: RawRule | null;
}

interface RawRule {
  readonly requiredStatusCheckContexts: readonly (string | null)[] | null;
}
