// Compares a file that should be on a branch with what is there.
import type { DesiredFile } from '../domain/desired.ts';
import type { BranchFile } from '../domain/observed.ts';
import type { Operation } from '../domain/operation.ts';
import { blobId } from '../text/blob-id.ts';

export function diffFile(duty: string, desired: DesiredFile, files: readonly BranchFile[]): Operation[] {
  const { kind: _, ...file } = desired;
  const there = files.find(({ branch, path }) => branch === file.branch && path === file.path);
  if (there?.oid === blobId(file.content)) return [];
  return [{ kind: 'put-file', ...file, seen: there?.oid, duty }];
}
