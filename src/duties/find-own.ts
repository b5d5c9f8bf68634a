// Finds an issue of ours among those that people see.
import { readMarker } from '../text/marker.ts';
import type { SeenComment, SeenIssue } from './view.ts';

/** By the key of its marker; a copy of the marker that a person wrote counts for nothing. */
export function findOwn(issues: readonly SeenIssue[], key: string): SeenIssue | undefined {
  return issues.find((issue) => isOwn(issue) && readMarker(issue.body) === key);
}

/** Whether an App wrote it: in a simulation and in the sandbox there is no other than ours. */
export function isOwn({ author }: SeenComment): boolean {
  return author.endsWith('[bot]');
}
