// What a pull request changes, in GraphQL's words.
import { type FileDiff, compare } from '../change/compare.ts';
import type { Json } from '../model/json-object.ts';
import type { PullFacts } from '../model/pull.ts';
import type { Issue } from '../model/repo.ts';
import type { World } from '../model/world.ts';

export interface ChangedFile {
  readonly path: string;
  readonly changeType: 'ADDED' | 'DELETED' | 'MODIFIED' | 'RENAMED';
}

const TYPES: Readonly<Record<FileDiff['status'], ChangedFile['changeType']>> = {
  added: 'ADDED',
  removed: 'DELETED',
  modified: 'MODIFIED',
  renamed: 'RENAMED',
};

/** In order of path. A file that moved is told by its new path only, as GitHub does it. */
export async function changedFiles(world: World, issue: Issue, pull: PullFacts): Promise<ChangedFile[]> {
  const shaOf = (end: 'base' | 'head'): string => String((pull.json[end] as Json)['sha']);
  const between = await compare(world, issue.repo, shaOf('base'), shaOf('head'));
  const files = between?.files ?? [];
  return files
    .map(({ filename, status }) => ({ path: filename, changeType: TYPES[status] }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
