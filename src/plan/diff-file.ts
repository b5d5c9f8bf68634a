// Compares a file that should be on a branch with what is there.
import { createHash } from 'node:crypto';
import type { DesiredFile } from '../domain/desired.ts';
import type { BranchFile } from '../domain/observed.ts';
import type { Operation } from '../domain/operation.ts';

export function diffFile(duty: string, desired: DesiredFile, files: readonly BranchFile[]): Operation[] {
  const { kind: _, ...file } = desired;
  const there = files.find(({ branch, path }) => branch === file.branch && path === file.path);
  if (there?.oid === blobId(file.content)) return [];
  return [{ kind: 'put-file', ...file, seen: there?.oid, duty }];
}

/** The name that git gives to these bytes. */
export function blobId(content: string): string {
  const bytes = Buffer.from(content, 'utf8');
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
