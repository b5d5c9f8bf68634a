// The words of one operation, for reports, checks and simulations.
import type { NoticeTarget } from '../domain/notice.ts';
import type { Operation, SendNotice } from '../domain/operation.ts';
import { countWords, dayWords } from './words.ts';

type Words = {
  readonly [Kind in Operation['kind']]: (operation: Extract<Operation, { kind: Kind }>) => string;
};

const WORDS: Words = {
  'create-label': (operation) => `make the label ${operation.name}`,
  'create-milestone': (operation) =>
    `make the GitHub milestone ${operation.title}, due ${dayWords(operation.dueOn)}`,
  'move-milestone': movedWords,
  'close-milestone': (operation) => `close the GitHub milestone ${operation.title}`,
  'create-issue': (operation) => `open the issue ${operation.title}`,
  'write-body': (operation) => `bring the text of ${issueWords(operation.issue)} up to date`,
  'close-issue': (operation) => `close #${operation.number}`,
  'reopen-issue': (operation) => `reopen #${operation.number}`,
  'add-sub-issue': (operation) => `put ${issueWords(operation.issue)} below ${issueWords(operation.parent)}`,
  'remove-label': (operation) => `take the label ${operation.label} off #${operation.number}`,
  'open-pull': (operation) => `open a pull request: ${operation.title}`,
  'add-reaction': (operation) =>
    `answer a command with ${operation.content === '+1' ? 'a thumbs-up' : 'a confused face'}`,
  'create-comment': (operation) => `comment on ${issueWords(operation.issue)}`,
  'create-pull-comment': (operation) => `comment on #${operation.number}`,
  'edit-comment': (operation) => `bring the comment on #${operation.number} up to date`,
  'put-back': (operation) => `put the comment on #${operation.number} back as relcomms wrote it`,
  'fold-ledger': (operation) => `bring the log of #${operation.number} together, which was begun twice`,
  'fold-record': (operation) => `bring a record in #${operation.number} together, which was begun twice`,
  'minimise-comment': (operation) => `fold a comment on #${operation.number} away`,
  'close-duplicate': (operation) => `close #${operation.number}, a duplicate of #${operation.of}`,
  'add-labels': (operation) => `label #${operation.number} ${operation.labels.join(', ')}`,
  'set-milestone': (operation) =>
    `put ${issueWords(operation.issue)} into the GitHub milestone ${operation.title}`,
  'rename-issue': (operation) => `rename #${operation.number} to ${operation.title}`,
  'set-target-date': (operation) =>
    `move the Target date of #${operation.number} from ${dayWords(operation.from)} to ${dayWords(operation.day)}`,
  'add-assignee': (operation) => `assign ${operation.login} to ${issueWords(operation.issue)}`,
  'pin-issue': (operation) => `pin ${issueWords(operation.issue)}`,
  'unpin-issue': (operation) => `unpin #${operation.number}`,
  'create-check': (operation) => `check the config of #${operation.pull}: ${operation.title}`,
  'send-notice': noticeWords,
  'put-file': (operation) => `write ${operation.path} to the branch ${operation.branch}`,
  'write-record': recordWords,
  'write-ledger': ledgerWords,
};

/** What the operation does, in a few words without its reason. */
export function describe(operation: Operation): string {
  const words = WORDS[operation.kind] as (one: Operation) => string;
  return words(operation);
}

function movedWords({ title, from, dueOn }: Extract<Operation, { kind: 'move-milestone' }>): string {
  const before = from === undefined ? '' : ` from ${dayWords(from)}`;
  return `move the GitHub milestone ${title}${before} to ${dayWords(dueOn)}`;
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
