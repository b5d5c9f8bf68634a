// What the words of a check have to hold of an operation that a run did, told apart from how the check finds them.
import type { IssueRef } from '../../src/domain/issue-ref.ts';
import type { Operation } from '../../src/domain/operation.ts';
import { describe as wordsOf } from '../../src/text/describe-operation.ts';

/** Zero-width signs and escapes aside, as people read it. */
export function readable(summary: string): string {
  return summary.replaceAll('&#8203;', '').replaceAll('\\', '');
}

/** `titles` are those of the issues that the run opened, by their numbers and by their keys. */
export function saidOf(operation: Operation, titles: ReadonlyMap<number | string, string>): string {
  const titleOf = (ref: IssueRef): string | undefined => titles.get('key' in ref ? ref.key : ref.number);
  const nameOf = (ref: IssueRef): string => titleOf(ref) ?? ('number' in ref ? `#${ref.number}` : ref.key);
  switch (operation.kind) {
    case 'create-issue':
      return `- Opens ${operation.title}`;
    case 'create-label':
      return `\`${operation.name}\``;
    case 'create-milestone':
      return `Creates the GitHub milestone ${operation.title}`;
    case 'move-milestone':
      return `Moves the GitHub milestone ${operation.title}`;
    case 'add-assignee':
      return `| \`${operation.login}\` |`;
    case 'create-comment':
      return `- Comments on ${nameOf(operation.issue)}`;
    case 'create-pull-comment':
      return `- Comments on ${nameOf(operation)}`;
    case 'send-notice':
      return `“${operation.notice.title}”`;
    default: {
      const issue = 'issue' in operation ? operation.issue : 'number' in operation ? operation : undefined;
      const title = issue === undefined ? undefined : titleOf(issue);
      // What belongs to an issue that opens is said with that.
      if (title !== undefined) return `- Opens ${title}`;
      if (operation.kind === 'write-body') return `Updates`;
      if (operation.kind === 'write-ledger')
        return operation.entries.length === 0 ? '' : 'Adds to the activity log of';
      return wordsOf(operation).replace(/^\w+ /, '');
    }
  }
}
