// The words of one operation, for reports, checks and simulations.
import { CANDIDATE_CHECK } from '../domain/check-name.ts';
import { BOOK_FILE, RESULTS_FILE } from '../domain/manual-book.ts';
import type { NoticeTarget } from '../domain/notice.ts';
import type { SendNotice } from '../domain/log-operation.ts';
import type { Operation } from '../domain/operation.ts';
import { commentWords } from './comment-words.ts';
import { countWords, dayWords } from './words.ts';

type Words = {
  readonly [Kind in Operation['kind']]: (operation: Extract<Operation, { kind: Kind }>) => string;
};

const WORDS: Words = {
  'create-label': (operation) => `create the label ${operation.name}`,
  'create-milestone': (operation) =>
    `create the GitHub milestone ${operation.title}, due ${dayWords(operation.dueOn)}`,
  'move-milestone': movedWords,
  'close-milestone': (operation) => `close the GitHub milestone ${operation.title}`,
  'create-issue': (operation) => `open the issue ${operation.title}`,
  'write-body': (operation) => `update ${issueWords(operation.issue)}`,
  'close-issue': (operation) => `close #${operation.number}`,
  'reopen-issue': (operation) => `reopen #${operation.number}`,
  'add-sub-issue': (operation) =>
    `add ${issueWords(operation.issue)} as a sub-issue of ${issueWords(operation.parent)}`,
  'remove-label': (operation) => `remove the label ${operation.label} from #${operation.number}`,
  'open-pull': (operation) => `open a pull request: ${operation.title}`,
  'update-pull': ({ number, file }) =>
    file === undefined ? `update the text of #${number}` : `update #${number}: ${file.message}`,
  'add-reaction': (operation) =>
    `answer a command with ${operation.content === '+1' ? 'a thumbs-up' : 'a confused face'}`,
  'create-comment': (operation) => `comment on ${issueWords(operation.issue)}${commentWords(operation.body)}`,
  'create-pull-comment': (operation) => `comment on #${operation.number}${commentWords(operation.body)}`,
  'edit-comment': (operation) => `update the comment on #${operation.number}`,
  'put-back': (operation) => `restore the text of a relcomms comment on #${operation.number}`,
  'fold-ledger': (operation) => `merge the two activity logs of #${operation.number}`,
  'fold-record': (operation) => `merge the two test records in #${operation.number}`,
  'minimise-comment': (operation) => `hide a comment on #${operation.number}`,
  'close-duplicate': (operation) => `close #${operation.number}, a duplicate of #${operation.of}`,
  'add-dependency': (operation) =>
    `mark ${issueWords(operation.issue)} as blocked by ${issueWords(operation.blockedBy)}`,
  'remove-dependency': (operation) =>
    `remove the mark that ${issueWords(operation.issue)} is blocked by ${issueWords(operation.blockedBy)}`,
  'add-labels': (operation) => `add labels to #${operation.number}: ${operation.labels.join(', ')}`,
  'set-milestone': (operation) =>
    `add ${issueWords(operation.issue)} to the GitHub milestone ${operation.title}`,
  'rename-issue': (operation) => `rename #${operation.number} to ${operation.title}`,
  'set-target-date': (operation) =>
    `move the Target date of #${operation.number} from ${dayWords(operation.from)} to ${dayWords(operation.day)}`,
  'add-assignee': (operation) => `assign ${operation.login} to ${issueWords(operation.issue)}`,
  'pin-issue': (operation) => `pin ${issueWords(operation.issue)}`,
  'unpin-issue': (operation) => `unpin #${operation.number}`,
  'create-check': ({ name, pull, title }) =>
    name === CANDIDATE_CHECK
      ? `set the check ${name} of #${pull}: ${title}`
      : `check the config of #${pull}: ${title}`,
  'set-status': ({ number, context, state }) => `set the status ${context} of #${number} to ${state}`,
  'send-notice': noticeWords,
  'put-file': (operation) => `write ${operation.path} to the branch ${operation.branch}`,
  'put-book': ({ folder, branch, wish }) =>
    `write ${folder}/${wish === undefined ? RESULTS_FILE : BOOK_FILE} to the branch ${branch}`,
  'delete-label': (operation) => `delete the label ${operation.name}`,
  'close-pull': (operation) => `close the pull request #${operation.number}`,
  'delete-branch': (operation) => `delete the branch ${operation.branch}`,
  'take-back': ({ what }) =>
    what.kind === 'slack'
      ? `unpin a message on Slack${what.workspace === undefined ? '' : ` (${what.workspace})`}`
      : `remove the part of relcomms from the wiki page ${what.page}`,
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
  const what = update === undefined ? 'send' : 'update';
  return `${what}${tries > 1 && update === undefined ? ' again' : ''} “${notice.title}” ${placeWords(notice.target)}`;
}

function recordWords({ seen, issue, isShown }: Extract<Operation, { kind: 'write-record' }>): string {
  const what = isShown === true ? 'the comment with the votes' : 'the test record';
  return `${seen === undefined ? 'start' : 'update'} ${what} on ${issueWords(issue)}`;
}

function ledgerWords({ entries, issue }: Extract<Operation, { kind: 'write-ledger' }>): string {
  return entries.length === 0
    ? `save the state in the activity log of ${issueWords(issue)}`
    : `add ${countWords(entries.length, 'entry', 'entries')} to the activity log of ${issueWords(issue)}`;
}

function issueWords(issue: { readonly number: number } | { readonly key: string }): string {
  return 'number' in issue ? `#${issue.number}` : `the new issue ${issue.key}`;
}

function placeWords(target: NoticeTarget): string {
  switch (target.kind) {
    case 'slack':
      return `in ${target.channel} on Slack${target.workspace === undefined ? '' : ` (${target.workspace})`}`;
    case 'mail':
      return `by email to ${countWords(target.to.length, 'address', 'addresses')}`;
    case 'webhook':
      return `to the webhook ${target.name}`;
    case 'wiki':
      return `on the wiki page ${target.page}`;
    case 'discussion':
      return `in the discussions of ${target.category}`;
  }
}
