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

/** Aliased fields for each branch, and the variables that they use. */
export function branchFields(branches: readonly string[]): {
  readonly parts: string[];
  readonly variables: Record<string, string>;
} {
  const parts = branches.flatMap((_, index) => [
    `branch${index}: ref(qualifiedName: $branch${index}) { refUpdateRule { requiredStatusCheckContexts } }`,
    ...PLACES.map(
      (__, place) =>
        `owners${index}at${place}: object(expression: $owners${index}at${place}) { ... on Blob { text isTruncated } }`,
    ),
  ]);
  const variables = branches.flatMap((branch, index) => [
    [`branch${index}`, `refs/heads/${branch}`],
    ...PLACES.map((path, place) => [`owners${index}at${place}`, `refs/heads/${branch}:${path}`]),
  ]);
  return { parts, variables: Object.fromEntries(variables) as Record<string, string> };
}

/** The code owners of each branch, from the first place that has them. */
export function decodeOwners(
  answer: PartialAnswer,
  branches: readonly string[],
): Known<Observed['branchOwners']> {
  return { known: true, value: branches.map((branch, index) => ownersOf(answer, branch, index)) };
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

/** The checks that each branch requires; none when no rule says so. */
export function decodeRequired(answer: PartialAnswer, branches: readonly string[]): RequiredChecks {
  return new Map(
    branches.flatMap((branch, index): [string, readonly string[]][] => {
      const alias = `branch${index}`;
      if (answer.failed.has(alias) || answer.failed.has('*')) return [];
      const ref = answer.data[alias] as { refUpdateRule: RawRule | null } | null | undefined;
      const contexts = ref?.refUpdateRule?.requiredStatusCheckContexts ?? [];
      return [[branch, contexts.flatMap((name) => name ?? [])]];
    }),
  );
}

interface RawRule {
  readonly requiredStatusCheckContexts: readonly (string | null)[] | null;
}
