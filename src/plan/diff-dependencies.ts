// Says on GitHub what an issue waits for, once, and takes it back when it does so no longer.
import type { Instant } from '../domain/day.ts';
import type { DesiredIssue } from '../domain/desired.ts';
import type { OwnIssue } from '../domain/observed.ts';
import type { Operation } from '../domain/operation.ts';
import { refOf, triesOf } from './diff-parent.ts';

/** What is closed waits for nothing any more, and stays as it is. */
export function diffDependencies(
  duty: string,
  { key, dependencies = [] }: DesiredIssue,
  found: OwnIssue | undefined,
  issues: readonly OwnIssue[],
  now: Instant,
): Operation[] {
  return dependencies.map(({ key: other, entry, wanted }): Operation => {
    const issue = found === undefined ? { key } : { number: found.number };
    const shared = { issue, blockedBy: refOf(other, issues), entry, duty };
    return wanted
      ? {
          kind: 'add-dependency',
          ...shared,
          ...triesOf(found === undefined ? 0 : now - found.createdAt),
          why: 'the config says that it comes after that task',
        }
      : {
          kind: 'remove-dependency',
          ...shared,
          why: 'the config no longer says that it comes after that task',
        };
  });
}
