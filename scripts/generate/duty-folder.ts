// What the folder of a duty says of itself: its promise, what it carries, and its files.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { AnyDuty } from '../../src/duties/duty.ts';
import { alignedTable } from './aligned-table.ts';

export interface DutyFolder {
  readonly name: string;
  readonly title: string;
  /** From the top of the repository. */
  readonly path: string;
  /** Items of a Markdown list for the README of the project, with links as they stand there; absent: none. */
  readonly promise?: string;
  /** Number of a requirement, and what the duty does for it. */
  readonly carries: readonly (readonly [string, string])[];
  /** A table of its files, in order of their paths. */
  readonly files: string;
}

/** Absent for a duty that lies in the folder of another. */
export function dutyFolder({ name, title }: AnyDuty, rooms: readonly string[]): DutyFolder | undefined {
  const folder = rooms.map((room) => posix.join(room, name)).find((path) => existsSync(path));
  if (folder === undefined) return undefined;
  const promise = textOf(folder, 'promise.md');
  return {
    name,
    title,
    path: folder,
    ...(promise === undefined ? {} : { promise: fromTop(promise.trim(), folder) }),
    carries: carriedIn(textOf(folder, 'README.md') ?? ''),
    files: fileTable(folder),
  };
}

function textOf(folder: string, file: string): string | undefined {
  const path = join(folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** Relative links lead on from the top of the repository. */
function fromTop(text: string, folder: string): string {
  return text.replaceAll(/\]\((\.\.?\/[^)]+)\)/g, (_, link: string) => `](${posix.join(folder, link)})`);
}

/** The rows of its table of numbers. */
function carriedIn(readme: string): (readonly [string, string])[] {
  return [...readme.matchAll(/^\| ([KY]\d+) +\| (.+?) +\|$/gm)].map(
    ([, number = '', how = '']) => [number, how] as const,
  );
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
