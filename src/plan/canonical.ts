// Finds the issue that counts for a key among those that were observed.
import type { OwnIssue } from '../domain/observed.ts';
import type { Known } from '../domain/known.ts';

/** The lowest number, open or closed: everybody who races agrees on that one. */
export function canonical(issues: readonly OwnIssue[], key: string): OwnIssue | undefined {
  return issues.filter((issue) => issue.key === key).toSorted((a, b) => a.number - b.number)[0];
}

/** The value of a fact that is known. */
export function valueOf<T>(fact: Known<T>): T | undefined {
  return fact.known ? fact.value : undefined;
}
