// Compares what should exist with what was observed: the one place where operations come from.
import type { Instant } from '../domain/day.ts';
import type { Desired, DesiredComment, DesiredLabel, DesiredMilestone } from '../domain/desired.ts';
import type { Observation, OwnIssue } from '../domain/observed.ts';
import type { IssueRef } from '../domain/issue-ref.ts';
import type { Operation } from '../domain/operation.ts';
import { canonical, valueOf } from './canonical.ts';
import type { Wanted } from './desire.ts';
import { diffBook } from './diff-book.ts';
import { diffCheck } from './diff-check.ts';
import { diffFile } from './diff-file.ts';
import { diffIssue } from './diff-issue.ts';
import { diffLedgers, foldLedgers } from './diff-ledger.ts';
import { diffNotice, untoldNotices } from './diff-notice.ts';
import { diffPullComment, diffPullLabel, diffStatus } from './diff-pull.ts';
import { diffRecord, foldRecords } from './diff-record.ts';
import { diffSlipPull } from './diff-slip-pull.ts';
import { putBacks } from './put-backs.ts';
import { waitForCompany } from './wait-for-company.ts';
import { withSections } from './with-sections.ts';

/** Labels and milestones first, then issues, then what belongs to them, the ledger and our answers last. */
const ORDER: readonly Operation['kind'][] = [
  'put-back',
  'fold-ledger',
  'fold-record',
  'create-label',
  'create-milestone',
  'move-milestone',
  'close-milestone',
  'create-issue',
  'close-duplicate',
  // What was seen stands before what follows from it: another run in between must not see the one without the other.
  'write-record',
  // On the commit that was seen: a file of the same branch comes after it.
  'put-book',
  'put-file',
  'write-body',
  'add-sub-issue',
  'add-dependency',
  'remove-dependency',
  'add-labels',
  'remove-label',
  'set-milestone',
  'rename-issue',
  'set-target-date',
  'add-assignee',
  'pin-issue',
  'unpin-issue',
  'open-pull',
  'update-pull',
  'create-comment',
  'create-pull-comment',
  'edit-comment',
  'minimise-comment',
  'set-status',
  'close-issue',
  'reopen-issue',
  'create-check',
  // What is told outside stands on GitHub by then.
  'send-notice',
  'write-ledger',
  // An answer says that it is done and noted: without it the command is carried out once more.
  'add-reaction',
];

/** The operations that make the observed world the wanted one, in the order to carry them out. */
export function diff(all: readonly Wanted[], observation: Observation, now: Instant): Operation[] {
  const issues = valueOf(observation.ownIssues) ?? [];
  const wanted = withSections(waitForCompany(all, issues), issues);
  const opening = new Set(wanted.flatMap(({ desired }) => opens(desired, issues)));
  const untold = untoldNotices(wanted, issues, now);
  const operations = [
    ...putBacks(observation),
    ...duplicates(issues),
    ...foldLedgers(issues),
    ...foldRecords(issues),
    ...inTurn(wanted).flatMap((wish) => diffOne(wish, observation, opening, now)),
    ...diffLedgers(
      wanted.filter((wish) => !isUntold(wish, untold)),
      issues,
    ),
  ];
  return unique(operations).toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
}

/** What a run says on an issue is one comment: an alarm or a welcome stands above the rest. */
function inTurn(wanted: readonly Wanted[]): readonly Wanted[] {
  return wanted.toSorted((a, b) => Number(isFirst(b)) - Number(isFirst(a)));
}

function isFirst({ desired }: Wanted): boolean {
  return desired.kind === 'comment' && desired.isFirst === true;
}

/** A log says of no message that it was told which did not go out and does not go out now. */
function isUntold({ desired }: Wanted, untold: ReadonlySet<string>): boolean {
  return desired.kind === 'entry' && untold.has(desired.key);
}

function diffOne(
  { duty, desired }: Wanted,
  observation: Observation,
  opening: ReadonlySet<string>,
  now: Instant,
): Operation[] {
  const issues = valueOf(observation.ownIssues) ?? [];
  switch (desired.kind) {
    case 'label':
      return diffLabel(duty, desired, observation);
    case 'milestone':
      return diffMilestone(duty, desired, observation);
    case 'issue':
      return diffIssue(duty, desired, observation, opening, now);
    case 'pull-comment':
      return diffPullComment(duty, desired, valueOf(observation.pulls) ?? []);
    case 'pull-label':
      return diffPullLabel(duty, desired, valueOf(observation.pulls) ?? []);
    case 'status':
      return diffStatus(duty, desired, valueOf(observation.listedPulls) ?? []);
    case 'check':
      return diffCheck(duty, desired, observation);
    case 'notice':
      return diffNotice(duty, desired, valueOf(observation.ownIssues) ?? [], now);
    case 'file':
      return diffFile(duty, desired, valueOf(observation.files) ?? []);
    case 'book':
      return diffBook(duty, desired, valueOf(observation.books) ?? []);
    case 'record':
      return diffRecord(duty, desired, issues);
    case 'comment':
      return diffComment(duty, desired, observation);
    case 'pull': {
      const { kind: _, ...pull } = desired;
      return [{ kind: 'open-pull', ...pull, duty }];
    }
    case 'slip-pull':
      return diffSlipPull(duty, desired, valueOf(observation.slipPulls) ?? []);
    case 'reaction': {
      const { commentId, content, entry, excuse, why } = desired;
      return [{ kind: 'add-reaction', commentId, content, entry, excuse, duty, why }];
    }
    case 'entry':
    case 'state':
    case 'section':
      return [];
  }
}

/** Keys of the issues that the plan will open. */
function opens(desired: Desired, issues: readonly OwnIssue[]): string[] {
  const isNew =
    desired.kind === 'issue' && desired.state === 'open' && canonical(issues, desired.key) === undefined;
  return isNew ? [desired.key] : [];
}

function diffLabel(duty: string, desired: DesiredLabel, observation: Observation): Operation[] {
  const known = valueOf(observation.labels) ?? [];
  const { name, color, description, why } = desired;
  const present = known.some((label) => label.name.toLowerCase() === name.toLowerCase());
  return present ? [] : [{ kind: 'create-label', name, color, description, duty, why }];
}

function diffMilestone(duty: string, desired: DesiredMilestone, observation: Observation): Operation[] {
  const known = valueOf(observation.githubMilestones) ?? [];
  const { title, description, dueOn, closing: entry, why } = desired;
  const found = known.find((milestone) => milestone.title.toLowerCase() === title.toLowerCase());
  if (entry !== undefined)
    return found?.state === 'open'
      ? [{ kind: 'close-milestone', number: found.number, title, entry, duty, why }]
      : [];
  if (found === undefined) return [{ kind: 'create-milestone', title, description, dueOn, duty, why }];
  if (found.dueOn === dueOn) return [];
  return [{ kind: 'move-milestone', number: found.number, title, from: found.dueOn, dueOn, duty, why }];
}

/** The ledger says which notices were made. */
function diffComment(duty: string, desired: DesiredComment, observation: Observation): Operation[] {
  const found = canonical(valueOf(observation.ownIssues) ?? [], desired.issue);
  if (found?.ledger?.entries.some((written) => written.key === desired.entry) === true) return [];
  const issue: IssueRef = found === undefined ? { key: desired.issue } : { number: found.number };
  const { key, entry, body, isAnswer, pull, why } = desired;
  return [{ kind: 'create-comment', issue, key, entry, body, isAnswer, pull, duty, why }];
}

/** Several issues with one key come from a race: the oldest stays, the others are closed. */
function duplicates(issues: readonly OwnIssue[]): Operation[] {
  return issues.flatMap((issue): Operation[] => {
    const first = canonical(issues, issue.key);
    if (first === undefined || first.number === issue.number || issue.state === 'closed') return [];
    const why = `#${first.number} is older and is the one that counts`;
    return [
      {
        kind: 'close-duplicate',
        number: issue.number,
        key: issue.key,
        of: first.number,
        duty: 'relcomms',
        why,
      },
    ];
  });
}

/** Two duties, or two releases, may want the same label. */
function unique(operations: readonly Operation[]): Operation[] {
  const seen = new Set<string>();
  return operations.filter((operation) => {
    if (operation.kind !== 'create-label') return true;
    const name = operation.name.toLowerCase();
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}
