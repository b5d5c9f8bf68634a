// The fact `branchOwners`: the file of code owners of a base branch, and the checks that it requires.
import * as z from 'zod';
import type { BranchOwners, UnknownOwner } from '../../domain/pull.ts';
import type { PartialAnswer } from '../graphql.ts';
import { needing } from './needing.ts';
import { type FactSource, known } from './fact.ts';
import { NAMES, union } from './name-list.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** Of the branches asked for, and of those that open pull requests want to be merged into. */
    readonly branchOwners: readonly BranchOwners[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    readonly branchOwners?: BranchOwnersQuestion | undefined;
  }
}

export interface BranchOwnersQuestion {
  readonly branches: readonly string[];
  /** The default branch as well, whatever its name. */
  readonly main?: boolean | undefined;
}

export const branchOwners: FactSource<'branchOwners', 'branchOwners'> = {
  question: 'branchOwners',
  facts: ['branchOwners'],
  permission: 'contents: read',
  bare: { branches: [] },
  shape: z.strictObject({ branches: NAMES, main: z.boolean().optional() }),
  join: (a, b) => ({
    branches: union(a.branches, b.branches),
    ...(a.main === true || b.main === true ? { main: true } : {}),
  }),
  count: (question) => branchesOf(question).length * (2 + PLACES.length),
  fields: (question) => branchFields(branchesOf(question)),
  read: ({ question, asked, answer }) => ({
    branchOwners: known(decodeBranches(answer, branchesOf(question), branchesOf(asked))),
  }),
};

function branchesOf({ branches, main = false }: BranchOwnersQuestion): string[] {
  return main ? [DEFAULT_BRANCH, ...branches] : [...branches];
}

/** Where GitHub looks for code owners, in this order ("About code owners"). */
const PLACES = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];

interface RawOwners {
  readonly text: string | null;
  readonly isTruncated: boolean;
}

/** `HEAD` stands for the default branch, whose name GitHub tells. */
const DEFAULT_BRANCH = 'HEAD';

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
    `faults${index}: codeowners${branch === DEFAULT_BRANCH ? '' : `(refName: $faults${index})`} { errors { kind line column source } }`,
    ...PLACES.map(
      (_, place) =>
        `owners${index}at${place}: object(expression: $owners${index}at${place}) { ... on Blob { text isTruncated } }`,
    ),
  ]);
  const variables = branches.flatMap((branch, index) => [
    ...(branch === DEFAULT_BRANCH
      ? []
      : [
          [`branch${index}`, `refs/heads/${branch}`],
          [`faults${index}`, branch],
        ]),
    ...PLACES.map((path, place) => [
      `owners${index}at${place}`,
      `${branch === DEFAULT_BRANCH ? branch : `refs/heads/${branch}`}:${path}`,
    ]),
  ]);
  return { parts, variables: Object.fromEntries(variables) as Record<string, string> };
}

/** What an answer says of some of the branches that were asked for. */
export function decodeBranches(
  answer: PartialAnswer,
  branches: readonly string[],
  asked = branches,
): BranchOwners[] {
  return branches.flatMap((branch): BranchOwners[] => {
    const index = asked.indexOf(branch);
    const name = branch === DEFAULT_BRANCH ? branchOf(answer, index)?.name : branch;
    const hidden = answer.failed.get(`branch${index}`);
    if (name === undefined && hidden !== undefined) throw new Error(hidden);
    if (name === undefined) return [];
    return [
      {
        branch: name,
        file: ownersOf(answer, index),
        unknownOwners: unknownOwnersIn(answer, index),
        required: requiredOf(answer, index),
        ...unreadOf(answer, index),
      },
    ];
  });
}

function requiredOf(answer: PartialAnswer, index: number): string[] | undefined {
  if (answer.failed.has(`branch${index}`) || answer.failed.has('*')) return undefined;
  const contexts = branchOf(answer, index)?.refUpdateRule?.requiredStatusCheckContexts ?? [];
  return contexts.flatMap((name) => name ?? []);
}

function unreadOf({ failed }: PartialAnswer, index: number): Pick<BranchOwners, 'unread'> {
  const why = failed.get(`branch${index}`) ?? failed.get(`faults${index}`) ?? failed.get('*');
  return why === undefined ? {} : { unread: needing(why, 'contents: read') };
}

interface RawFaults {
  readonly errors: readonly RawFault[];
}

interface RawFault {
  readonly kind: string;
  readonly line: number;
  /** Of the owner in the line, counted from 1. */
  readonly column: number;
  readonly source: string;
}

/** GitHub's own words for who does not exist or may not write; undefined where it does not say. */
function unknownOwnersIn({ data, failed }: PartialAnswer, index: number): UnknownOwner[] | undefined {
  if (failed.has(`faults${index}`) || failed.has('*')) return undefined;
  const faults = data[`faults${index}`] as RawFaults | null | undefined;
  return (faults?.errors ?? []).flatMap(({ kind, line, column, source }) => {
    const name = /^@(\S+)/.exec(source.slice(column - 1))?.[1];
    return kind === 'Unknown owner' && name !== undefined ? [{ line, name }] : [];
  });
}

function branchOf({ data }: PartialAnswer, index: number): RawBranch | undefined {
  return (data[`branch${index}`] as RawBranch | null | undefined) ?? undefined;
}

function ownersOf(answer: PartialAnswer, index: number): BranchOwners['file'] {
  for (const [place, path] of PLACES.entries()) {
    const alias = `owners${index}at${place}`;
    const failed = answer.failed.get(alias) ?? answer.failed.get('*');
    if (failed !== undefined) return { known: false, why: failed };
    const blob = answer.data[alias] as RawOwners | null | undefined;
    if (blob?.isTruncated === true) return { known: false, why: `${path} is too large to be read` };
    const text = blob?.text ?? undefined;
    if (text !== undefined) return known({ path, text });
  }
  return known(undefined);
}

interface RawBranch {
  readonly name: string;
  readonly refUpdateRule: {
    readonly requiredStatusCheckContexts: readonly (string | null)[] | null;
  } | null;
}
