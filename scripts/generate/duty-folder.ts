// What the folder of a duty says of itself: its promise, what it carries, and its files.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { AnyDuty } from '../../src/duties/duty.ts';
import { alignedTable } from './aligned-table.ts';

/** What a duty does for one number. */
export interface Carried {
  readonly number: string;
  readonly how: string;
  /** The test that fails without it, from the top of the repository; absent: it acts in no way of its own. */
  readonly proof?: string;
}

export interface DutyFolder {
  readonly name: string;
  readonly title: string;
  /** From the top of the repository. */
  readonly path: string;
  /** Items of a Markdown list for docs/features.md, with links as they are there; absent: none. */
  readonly promise?: string;
  /** What the duty does for the requirements. */
  readonly carries: readonly Carried[];
  /** The config section that switches it on. */
  readonly section: string;
  /** A table of its files, in order of their paths. */
  readonly files: string;
}

/** Absent for a duty that lies in the folder of another. */
export function dutyFolder(
  { name, title, section = name }: AnyDuty,
  rooms: readonly string[],
): DutyFolder | undefined {
  const folder = rooms.map((room) => posix.join(room, name)).find((path) => existsSync(path));
  if (folder === undefined) return undefined;
  const promise = textOf(folder, 'promise.md');
  return {
    name,
    title,
    path: folder,
    ...(promise === undefined ? {} : { promise: fromDocs(promise.trim(), folder) }),
    section,
    carries: carriedIn(textOf(folder, 'README.md') ?? '', folder),
    files: fileTable(folder),
  };
}

function textOf(folder: string, file: string): string | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Relative links lead on from the folder of the page. */
function fromDocs(text: string, folder: string): string {
  return text.replaceAll(
    /\]\((\.\.?\/[^)]+)\)/g,
    (_, link: string) => `](${posix.relative('docs', posix.join(folder, link))})`,
  );
}

/** The rows of its table of numbers. */
function carriedIn(readme: string, folder: string): Carried[] {
  const rows = readme.matchAll(/^\| ([KY]\d+) +\| (.+?) +\|(?: (.+?) +\|)?$/gm);
  return [...rows].map(([, number = '', how = '', proof = '']): Carried => {
    const link = /^\[[^\]]+\]\(([^)]+)\)$/.exec(proof)?.[1];
    return link === undefined ? { number, how } : { number, how, proof: posix.join(folder, link) };
  });
}

/** The first line of a file says what it is for. */
function fileTable(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts'))
    .toSorted();
  const rows = files.map((path) => [`[${path}](${path})`, purposeOf(join(folder, path))]);
  return alignedTable(['file', 'what it is for'], rows);
}

function purposeOf(path: string): string {
  const [first = ''] = readFileSync(path, 'utf8').split('\n', 1);
  return first
    .replace(/^\/\/ /, '')
    .replace(/\.$/, '')
    .replaceAll('|', '\\|');
}
