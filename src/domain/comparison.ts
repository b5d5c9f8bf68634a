// What changed between the tags of two candidates, and how a file keeps it: the comparison of two commits never changes.

/** Files that GitHub lists of a comparison at most; a longer one is cut without a word. */
export const MOST_LISTED = 300;

/** Characters of all paths that are kept; beyond, the comparison counts as too long. */
const MOST_CHARACTERS = 100_000;

/** Comparisons that the file keeps. */
const MOST_KEPT = 50;

/** Two tags to be compared, and the file that keeps what came of it. */
export interface AskedComparison {
  /** Names that the tag of the earlier candidate may have; the first that is there counts. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  readonly branch: string;
  readonly path: string;
}

/** Of two commits. Old and new names of changed files, or why these say nothing: too many, or neither follows the other. */
export type Comparison = {
  readonly from: string;
  readonly to: string;
} & (
  | { readonly files: readonly string[] }
  | { readonly files?: undefined; readonly why: 'too-many' | 'diverged' }
);

/** Undefined: one of the two tags is not there. */
export type Compared = Comparison | undefined;

/** A comparison that fits into the file. */
export function comparisonOf(from: string, to: string, files: readonly string[]): Comparison {
  const characters = files.reduce((sum, path) => sum + path.length, 0);
  return characters > MOST_CHARACTERS
    ? { from, to, why: 'too-many' }
    : { from, to, files: [...new Set(files)].toSorted() };
}

/** The text of the file: a line for each comparison. */
export function renderComparisons(all: readonly Comparison[]): string {
  return all
    .map((one) => `${JSON.stringify(one)}\n`)
    .toSorted()
    .slice(0, MOST_KEPT)
    .join('');
}

/** What the file keeps. A line that is none of ours is as good as not there: it is asked for again. */
export function readComparisons(text: string): Comparison[] {
  return text
    .split('\n')
    .slice(0, MOST_KEPT)
    .flatMap((line) => readLine(line) ?? []);
}

function readLine(line: string): Comparison | undefined {
  const value = parsed(line);
  if (value === undefined) return undefined;
  const { from, to, files, why } = value;
  if (!isCommit(from) || !isCommit(to)) return undefined;
  if (why === 'too-many' || why === 'diverged') return { from, to, why };
  return isPaths(files) ? comparisonOf(from, to, files) : undefined;
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

function isCommit(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(value);
}

function isPaths(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((path) => typeof path === 'string');
}
