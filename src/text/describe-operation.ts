// The words of one operation, for reports, checks and simulations.
import type { NoticeTarget } from '../domain/notice.ts';
import type { Operation, SendNotice } from '../domain/operation.ts';
import { countWords, dayWords } from './words.ts';

/** What the operation does, in a few words without its reason. */
export function describe(operation: Operation): string {
  switch (operation.kind) {
    case 'create-label':
      return `make the label ${operation.name}`;
    case 'create-milestone':
      return `make the GitHub milestone ${operation.title}, due ${dayWords(operation.dueOn)}`;
    case 'move-milestone': {
      const from = operation.from === undefined ? '' : ` from ${dayWords(operation.from)}`;
      return `move the GitHub milestone ${operation.title}${from} to ${dayWords(operation.dueOn)}`;
    }
    case 'create-issue':
      return `open the issue ${operation.title}`;
    case 'write-body':
      return `bring the text of ${issueWords(operation.issue)} up to date`;
    case 'close-issue':
      return `close #${operation.number}`;
    case 'reopen-issue':
      return `reopen #${operation.number}`;
    case 'add-sub-issue':
      return `put ${issueWords(operation.issue)} below ${issueWords(operation.parent)}`;
    case 'remove-label':
      return `take the label ${operation.label} off #${operation.number}`;
    case 'open-pull':
      return `open a pull request: ${operation.title}`;
    case 'add-reaction':
      return `answer a command with ${operation.content === '+1' ? 'a thumbs-up' : 'a confused face'}`;
    case 'create-comment':
      return `comment on ${issueWords(operation.issue)}`;
    case 'create-pull-comment':
      return `comment on #${operation.number}`;
    case 'edit-comment':
      return `bring the comment on #${operation.number} up to date`;
    case 'put-back':
      return `put the comment on #${operation.number} back as relcomms wrote it`;
    case 'minimise-comment':
      return `fold a comment on #${operation.number} away`;
    case 'close-duplicate':
      return `close #${operation.number}, a duplicate of #${operation.of}`;
    case 'add-labels':
      return `label #${operation.number} ${operation.labels.join(', ')}`;
    case 'set-milestone':
      return `put ${issueWords(operation.issue)} into the GitHub milestone ${operation.title}`;
    case 'rename-issue':
      return `rename #${operation.number} to ${operation.title}`;
    case 'set-target-date':
      return `move the Target date of #${operation.number} from ${dayWords(operation.from)} to ${dayWords(operation.day)}`;
    case 'add-assignee':
      return `assign ${operation.login} to ${issueWords(operation.issue)}`;
    case 'pin-issue':
      return `pin ${issueWords(operation.issue)}`;
    case 'create-check':
      return `check the config of #${operation.pull}: ${operation.title}`;
    case 'send-notice':
      return noticeWords(operation);
    case 'put-file':
      return `write ${operation.path} to the branch ${operation.branch}`;
    case 'write-record':
      return recordWords(operation);
    case 'write-ledger':
      return ledgerWords(operation);
  }
}

function noticeWords({ notice, update, tries }: SendNotice): string {
  const what = update === undefined ? 'send' : 'bring up to date';
  return `${what}${tries > 1 && update === undefined ? ' once more' : ''} “${notice.title}” ${placeWords(notice.target)}`;
}

function recordWords({ seen, issue }: Extract<Operation, { kind: 'write-record' }>): string {
  return seen === undefined
    ? `begin the record on ${issueWords(issue)}`
    : `bring the record on ${issueWords(issue)} up to date`;
}

function ledgerWords({ entries, issue }: Extract<Operation, { kind: 'write-ledger' }>): string {
  return entries.length === 0
    ? `remember the state in the log of ${issueWords(issue)}`
    : `note ${countWords(entries.length, 'line')} in the log of ${issueWords(issue)}`;
}

function issueWords(issue: { readonly number: number } | { readonly key: string }): string {
  return 'number' in issue ? `#${issue.number}` : `the new issue ${issue.key}`;
}

function placeWords(target: NoticeTarget): string {
  switch (target.kind) {
    case 'slack':
      return `in ${target.channel} on Slack${target.workspace === undefined ? '' : ` (${target.workspace})`}`;
    case 'mail':
      return `by mail to ${countWords(target.to.length, 'address', 'addresses')}`;
    case 'wiki':
      return `on the wiki page ${target.page}`;
    case 'discussion':
      return `in the discussions of ${target.category}`;
  }
}
