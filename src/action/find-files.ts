// Finds the files of the workspace that patterns name; never leaves it, and never follows a symbolic link.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Glob, LONGEST_PATTERN, globMatches, parseGlob } from '../owners/glob.ts';

export interface FoundFiles {
  /** Paths from the root with `/` between names, sorted. */
  readonly files: readonly string[];
  /** What is odd, a line each with its fix, unescaped: patterns that name no file, and all that is missing. */
  readonly trouble: readonly string[];
  /** Why there may be more files than those: what could not be looked at. */
  readonly missing: readonly string[];
}

export interface FindLimits {
  readonly files: number;
  /** Files and folders that are looked at. */
  readonly entries: number;
}

const FIND_LIMITS: FindLimits = { files: 2000, entries: 200_000 };

/** Big, and never the place of reports; a pattern that names them is obeyed. */
const LEFT_OUT: ReadonlySet<string> = new Set(['.git', 'node_modules']);

interface Pattern {
  /** As written. */
  readonly text: string;
  readonly negated: boolean;
  readonly glob: Glob;
  /** The names before the first wildcard: nothing elsewhere can fit. */
  readonly start: readonly string[];
}

/**
 * Patterns count from the root: `*` and `?` stop at a slash, `**` does not, a folder stands for all that is in it.
 * One that begins with `!` takes away what those before it found. A path into the root itself may be written whole.
 */
export async function findFiles(
  root: string,
  patterns: readonly string[],
  limits: FindLimits = FIND_LIMITS,
): Promise<FoundFiles> {
  const read = patterns.map((text) => readPattern(text, root));
  const missing = read.flatMap((pattern) => ('trouble' in pattern ? [pattern.trouble] : []));
  const usable = read.flatMap((pattern) => ('trouble' in pattern ? [] : [pattern]));
  const walk: Walk = { root, patterns: usable, limits, files: [], missing, looked: 0, full: false };
  if (usable.some(({ negated }) => !negated)) await walkFolder(walk, []);
  return { files: walk.files, trouble: [...missing, ...idle(walk)], missing };
}

/** A pattern that finds nothing may hide a job that did not run. */
function idle({ patterns, files }: Walk): string[] {
  const paths = files.map((file) => file.split('/'));
  const names = patterns.filter(
    ({ glob, negated }) => !negated && !paths.some((path) => globMatches(glob, path)),
  );
  return names.map(
    ({ text }) => `the pattern ${text} found no file. Correct it, or let a step before write them.`,
  );
}

function readPattern(text: string, root: string): Pattern | { readonly trouble: string } {
  const negated = text.startsWith('!');
  const written = (negated ? text.slice(1) : text).trim();
  const inside = written.startsWith(`${root}/`) ? written.slice(root.length + 1) : written;
  const names = inside.split('/').filter((name) => name !== '' && name !== '.');
  if (inside.startsWith('/') || names.includes('..'))
    return { trouble: `the pattern ${text} leads out of the workspace. Write it from its root.` };
  if (names.length === 0 || text.length > LONGEST_PATTERN)
    return {
      trouble: `the pattern ${text.slice(0, 80)} names no files. Write one such as reports/**/*.xml.`,
    };
  const folder = inside.endsWith('/') ? '/' : '';
  const wild = names.findIndex((name) => /[*?\\]/.test(name));
  const start = wild === -1 ? names : names.slice(0, wild);
  return { text, negated, glob: parseGlob(`/${names.join('/')}${folder}`), start };
}

interface Walk {
  readonly root: string;
  readonly patterns: readonly Pattern[];
  readonly limits: FindLimits;
  readonly files: string[];
  /** As in what is found. */
  readonly missing: string[];
  looked: number;
  full: boolean;
}

async function walkFolder(walk: Walk, folder: readonly string[]): Promise<void> {
  for (const entry of await entriesOf(walk, folder)) {
    const path = [...folder, entry.name];
    walk.looked += 1;
    if (walk.looked > walk.limits.entries || walk.files.length >= walk.limits.files) stop(walk);
    if (walk.full) return;
    // A symbolic link is neither a file nor a folder here.
    if (entry.isFile() && isNamed(walk.patterns, path)) walk.files.push(path.join('/'));
    // oxlint-disable-next-line no-await-in-loop -- one folder after the other, so that the limits hold
    if (entry.isDirectory() && mayHold(walk.patterns, path)) await walkFolder(walk, path);
  }
}

async function entriesOf({ root, missing }: Walk, folder: readonly string[]) {
  try {
    const entries = await readdir(join(root, ...folder), { withFileTypes: true });
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    missing.push(`the folder ${folder.join('/') || root} can't be read. Check its permissions.`);
    return [];
  }
}

/** Said once, however many folders are left. */
function stop(walk: Walk): void {
  if (walk.full) return;
  walk.full = true;
  const { files, entries } = walk.limits;
  walk.missing.push(
    `the search ended after ${walk.looked > entries ? `${entries} entries` : `${files} files`}. Narrow the patterns.`,
  );
}

function isNamed(patterns: readonly Pattern[], path: readonly string[]): boolean {
  const last = patterns.findLast(({ glob }) => globMatches(glob, path));
  return last !== undefined && !last.negated;
}

function mayHold(patterns: readonly Pattern[], folder: readonly string[]): boolean {
  const leftOut = LEFT_OUT.has(folder.at(-1) ?? '');
  return patterns.some(({ negated, start }) => {
    const named = start.length >= folder.length;
    return (
      !negated && (named || !leftOut) && folder.every((name, at) => at >= start.length || start[at] === name)
    );
  });
}
