// Reads merged pull requests whose label asks for a cherry-pick, and what was merged to the release branches of late.
import type { BranchPicks, Fix, Fixes } from '../../../domain/pull.ts';
import type { Author } from '../../accounts.ts';
import { authorOf } from '../../author-of.ts';
import type { PartialAnswer } from '../../graphql.ts';
import { instantOf } from './decode-pull.ts';
import { present } from '../../present.ts';

/** The newest with one label; whoever leaves the label on for good is not told of older ones. */
const FIXES = 50;
/** The newest that were merged to one branch. */
const MERGED = 100;

export interface FixFields {
  /** Aliased fields under the repository. */
  readonly parts: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  readonly names: readonly string[];
}

/** Nothing is asked while no release has a branch, or no label is named. */
export function fixFields(labels: readonly string[], branches: readonly string[]): FixFields {
  if (labels.length === 0 || branches.length === 0) return { parts: [], variables: {}, names: [] };
  const newest = 'orderBy: { field: UPDATED_AT, direction: DESC }';
  const fixes = labels.map(
    (_, index) =>
      `fixes${index}: pullRequests(states: [MERGED], labels: [$fixLabel${index}], first: ${FIXES}, ${newest}) {
      nodes { number title baseRefName mergedAt author { __typename login } milestone { title } }
    }`,
  );
  const merged = branches.flatMap((_, index) => [
    `pickRef${index}: ref(qualifiedName: $pickRef${index}) { name }`,
    `picks${index}: pullRequests(states: [MERGED], baseRefName: $pickBranch${index}, first: ${MERGED}, ${newest}) {
      nodes { title body headRefName updatedAt }
    }`,
  ]);
  return {
    parts: [...fixes, ...merged],
    variables: Object.fromEntries([
      ...labels.map((label, index) => [`fixLabel${index}`, label]),
      ...branches.flatMap((branch, index) => [
        [`pickRef${index}`, `refs/heads/${branch}`],
        [`pickBranch${index}`, branch],
      ]),
    ]) as Record<string, string>,
    names: [
      ...labels.map((_, index) => `fixes${index}`),
      ...branches.flatMap((_, index) => [`pickRef${index}`, `picks${index}`]),
    ],
  };
}

interface RawFix {
  readonly number: number;
  readonly title: string;
  readonly baseRefName: string;
  readonly mergedAt: string | null;
  readonly author: Author | null;
  readonly milestone: { readonly title: string } | null;
}

interface RawMerged {
  readonly title: string;
  readonly body: string;
  readonly headRefName: string;
  readonly updatedAt: string;
}

interface Found<T> {
  readonly nodes: readonly (T | null)[] | null;
}

/** Each fix once, by number; branches that are not there yet have nothing to be picked to. */
export function decodeFixes(
  { data }: PartialAnswer,
  labels: readonly string[],
  branches: readonly string[],
): Fixes {
  const raw = labels.flatMap((_, index) =>
    present((data[`fixes${index}`] as Found<RawFix> | undefined)?.nodes),
  );
  const fixes = new Map(raw.map((one): [number, Fix] => [one.number, fixOf(one)]));
  return {
    fixes: [...fixes.values()].toSorted((a, b) => a.number - b.number),
    branches: branches.flatMap((branch, index): BranchPicks[] => {
      if ((data[`pickRef${index}`] ?? undefined) === undefined) return [];
      return [picksOf(branch, present((data[`picks${index}`] as Found<RawMerged>).nodes))];
    }),
  };
}

/** The last touched come first: what was merged after the last touch of the oldest one is all there. */
function picksOf(branch: string, raw: readonly RawMerged[]): BranchPicks {
  const oldest = raw.length < MERGED ? undefined : raw.at(-1);
  return {
    branch,
    since: oldest && instantOf(oldest.updatedAt),
    merged: raw.map(({ title, body, headRefName }) => ({ title, body, head: headRefName })),
  };
}

function fixOf({ number, title, baseRefName, mergedAt, author, milestone }: RawFix): Fix {
  return {
    number,
    title,
    author: authorOf(author),
    base: baseRefName,
    milestone: milestone?.title,
    mergedAt: instantOf(mergedAt ?? ''),
  };
}
