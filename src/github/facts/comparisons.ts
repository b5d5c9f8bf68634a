// The fact `comparisons`: which files changed between two tags; asked once for each pair of commits.
import * as z from 'zod';
import {
  type AskedComparison,
  type Compared,
  type Comparison,
  MOST_LISTED,
  comparisonOf,
  readComparisons,
} from '../../domain/comparison.ts';
import type { Known } from '../../domain/known.ts';
import { failureWords } from '../failure.ts';
import { valueAt } from '../graphql.ts';
import { isHeld } from '../held.ts';
import { sideBySide } from '../side-by-side.ts';
import { type FactSource, type Look, known } from './fact.ts';
import { NAME, NAMES, aliases, namedBy, union } from './name-list.ts';
import { needing } from './needing.ts';

declare module '../../domain/observed.ts' {
  interface Observed {
    /** Of the pairs asked for, in their order. */
    readonly comparisons: readonly FoundComparison[];
  }
}

declare module '../../domain/questions.ts' {
  interface Questions {
    readonly comparisons?: readonly AskedComparison[] | undefined;
  }
}

export interface FoundComparison {
  readonly asked: AskedComparison;
  readonly found: Known<Compared>;
}

/** https://docs.github.com/en/rest/commits/commits#compare-two-commits: the files stand on the first page, whatever its size. */
export const comparisons: FactSource<'comparisons', 'comparisons'> = {
  question: 'comparisons',
  facts: ['comparisons'],
  permission: 'contents: read',
  after: ['files'],
  isKept: true,
  bare: [],
  shape: z.array(z.strictObject({ from: NAMES, to: NAMES, branch: NAME, path: NAME })).max(1000),
  join: (a, b) => [...a, ...b.filter((one) => !a.some((other) => isSame(one, other)))],
  count: (asked) => asked.length,
  fields: (asked) => {
    const tags = tagsIn(asked);
    return {
      parts: aliases('comparedTag', tags).map(
        (alias) =>
          `${alias}: ref(qualifiedName: $${alias}) { name target { oid ... on Tag { target { oid } } } }`,
      ),
      variables: namedBy(
        'comparedTag',
        tags.map((tag) => `refs/tags/${tag}`),
      ),
    };
  },
  read: async (look) => {
    const all = look.question.map((asked) => async (): Promise<FoundComparison> => ({
      asked,
      found: await findOne(asked, look),
    }));
    return { comparisons: known(await sideBySide(all)) };
  },
};

function isSame(a: AskedComparison, b: AskedComparison): boolean {
  return JSON.stringify(words(a)) === JSON.stringify(words(b));
}

function words({ from, to, branch, path }: AskedComparison) {
  return [from, to, branch, path];
}

function tagsIn(asked: readonly AskedComparison[]): string[] {
  return asked.reduce<string[]>((tags, { from, to }) => union(tags, [...from, ...to]), []);
}

/** What can't be read says why. */
async function findOne(asked: AskedComparison, look: Look<'comparisons'>): Promise<Known<Compared>> {
  try {
    const from = commitOf(asked.from, look);
    const to = commitOf(asked.to, look);
    if (from === undefined || to === undefined) return known(undefined);
    return known(
      keptOf(asked, look).find((one) => one.from === from && one.to === to) ??
        (await compare(from, to, look)),
    );
  } catch (error) {
    if (isHeld(error)) throw error;
    return { known: false, why: needing(failureWords(error), 'contents: read') };
  }
}

/** A file that can't be read keeps nothing: then it is compared anew. */
function keptOf({ branch, path }: AskedComparison, { found: { files } }: Look<'comparisons'>): Comparison[] {
  if (!files.known) return [];
  const file = files.value.find((one) => one.branch === branch && one.path === path);
  return file?.text?.known === true ? readComparisons(file.text.value ?? '') : [];
}

interface RawTag {
  /** A tag with a message has an object of its own, which points to the commit. */
  readonly target: { readonly oid: string; readonly target?: { readonly oid: string } } | null;
}

/** The commit of the first of these tags that is there. */
function commitOf(tags: readonly string[], { answer, asked }: Look<'comparisons'>): string | undefined {
  const found = aliases('comparedTag', tags, tagsIn(asked)).flatMap((alias) => {
    const target = (valueAt(answer, alias) as RawTag | null)?.target;
    return target?.target?.oid ?? target?.oid ?? [];
  });
  return found[0];
}

/** Where the later commit does not follow the earlier one, the list leaves out what only the earlier one has. */
async function compare(
  from: string,
  to: string,
  { github: { request, owner, repo } }: Look<'comparisons'>,
): Promise<Comparison> {
  const { data } = await request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    owner,
    repo,
    basehead: `${from}...${to}`,
    per_page: 1,
  });
  if (data.status !== 'ahead' && data.status !== 'identical') return { from, to, why: 'diverged' };
  if (data.files === undefined) throw new Error('GitHub lists no files of the comparison');
  // Old names beside new ones are more than the files that GitHub counts.
  if (data.files.length >= MOST_LISTED) return { from, to, why: 'too-many' };
  const files = data.files.flatMap(({ filename, previous_filename: before }) =>
    before === undefined ? [filename] : [filename, before],
  );
  return comparisonOf(from, to, files);
}
