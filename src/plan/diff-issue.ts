// Compares one issue that should exist with the one that does.
import type { Instant } from '../domain/day.ts';
import type { DesiredIssue } from '../domain/desired.ts';
import type { Observation, OwnIssue } from '../domain/observed.ts';
import type { IssueRef } from '../domain/issue-ref.ts';
import type { Operation } from '../domain/operation.ts';
import { mergeBody } from '../body/merge-body.ts';
import { linkedKeys, resolveLinks } from '../body/resolve-links.ts';
import { canonical, valueOf } from './canonical.ts';
import { diffDependencies } from './diff-dependencies.ts';
import { diffParent } from './diff-parent.ts';
import { writtenBefore } from './written-before.ts';

/** `opening` are the keys of the issues that the same plan opens. */
export function diffIssue(
  duty: string,
  desired: DesiredIssue,
  observation: Observation,
  opening: ReadonlySet<string>,
  now: Instant,
): Operation[] {
  const issues = valueOf(observation.ownIssues) ?? [];
  const found = canonical(issues, desired.key);
  const added = additions(duty, desired, found, observation, now);
  if (found === undefined) {
    if (desired.state === 'closed') return [];
    const links = linkedKeys(desired.body).some((key) => opening.has(key));
    const link = links ? [writeBody(duty, desired, { key: desired.key })] : [];
    return [creation(duty, desired), ...added, ...link];
  }
  if (desired.state === 'closed' && found.state === 'closed')
    return unpinning(duty, desired, found, observation);
  return [
    ...bodyChange(duty, desired, found, issues, opening),
    ...added,
    ...stateChange(duty, desired, found),
  ];
}

function creation(duty: string, desired: DesiredIssue): Operation {
  const { key, title, body, labels, milestone, targetDate, why } = desired;
  return {
    kind: 'create-issue',
    key,
    title,
    body,
    labels,
    milestone,
    targetDate: targetDate?.day,
    duty,
    why,
  };
}

function writeBody(duty: string, desired: DesiredIssue, issue: IssueRef): Operation {
  return {
    kind: 'write-body',
    issue,
    body: desired.body,
    entry: desired.closing,
    answers: desired.answers,
    ...(desired.after === undefined ? {} : { after: desired.after }),
    duty,
    why: desired.whyBody,
  };
}

/** A write when the merged body differs, or when it will link to issues that this plan opens. */
function bodyChange(
  duty: string,
  desired: DesiredIssue,
  found: OwnIssue,
  issues: readonly OwnIssue[],
  opening: ReadonlySet<string>,
): Operation[] {
  const resolved = resolveLinks(desired.body, (key) => canonical(issues, key)?.number);
  const changed = mergeBody(found.body, resolved, writtenBefore(found)) !== found.body;
  const links = linkedKeys(desired.body).some((key) => opening.has(key));
  return changed || links ? [writeBody(duty, desired, { number: found.number })] : [];
}

function stateChange(duty: string, desired: DesiredIssue, found: OwnIssue): Operation[] {
  if (desired.state === found.state) return [];
  const { number } = found;
  if (desired.state === 'closed') {
    return [
      {
        kind: 'close-issue',
        number,
        ...(desired.notPlanned === true ? { notPlanned: true } : {}),
        entry: desired.closing,
        duty,
        why: desired.whyClosed ?? desired.why,
      },
    ];
  }
  const why = desired.whyReopened ?? 'its box in the tracking issue was cleared';
  return desired.reopen === true ? [{ kind: 'reopen-issue', number, duty, why }] : [];
}

/** Labels, milestone, people, parent and pin: added, and only labels of an exclusive kind taken away. */
function additions(
  duty: string,
  desired: DesiredIssue,
  found: OwnIssue | undefined,
  observation: Observation,
  now: Instant,
): Operation[] {
  const issue: IssueRef = found === undefined ? { key: desired.key } : { number: found.number };
  const pins = valueOf(observation.pins) ?? [];
  const operations: Operation[] = desired.assignees
    .filter(({ login }) => found?.assignees.includes(login) !== true)
    .map(({ login, entry, why }) => ({ kind: 'add-assignee', issue, login, entry, duty, why }));
  if (desired.pin && (found === undefined || !pins.includes(found.number))) {
    operations.push({ kind: 'pin-issue', issue, duty, why: desired.why });
  }
  if (found !== undefined) operations.push(...unpinning(duty, desired, found, observation));
  const issues = valueOf(observation.ownIssues) ?? [];
  operations.push(...diffParent(duty, desired, found, issues, now));
  operations.push(...diffDependencies(duty, desired, found, issues, now));
  if (found === undefined) return operations;
  return [
    ...operations,
    ...labelChanges(duty, desired, found),
    ...milestoneChange(duty, desired, found),
    ...titleChange(duty, desired, found),
    ...targetDateChange(duty, desired, found),
  ];
}

function unpinning(
  duty: string,
  desired: DesiredIssue,
  { number }: OwnIssue,
  observation: Observation,
): Operation[] {
  const isPinned = valueOf(observation.pins)?.includes(number) === true;
  if (desired.unpin !== true || !isPinned) return [];
  const why = desired.whyClosed ?? desired.why;
  return [{ kind: 'unpin-issue', number, entry: desired.closing, duty, why }];
}

function labelChanges(duty: string, desired: DesiredIssue, found: OwnIssue): Operation[] {
  const { number } = found;
  const wanted = new Set(desired.labels.map((name) => name.toLowerCase()));
  const has = new Set(found.labels.map((name) => name.toLowerCase()));
  const labels = desired.labels.filter((name) => !has.has(name.toLowerCase()));
  const exclusive = desired.exclusive ?? [];
  const stale = found.labels.filter(
    (name) => exclusive.some((prefix) => name.startsWith(prefix)) && !wanted.has(name.toLowerCase()),
  );
  const add: Operation[] =
    labels.length === 0 ? [] : [{ kind: 'add-labels', number, labels, duty, why: 'the config names them' }];
  const why = 'another of its kind has taken its place';
  return [...add, ...stale.map((label): Operation => ({ kind: 'remove-label', number, label, duty, why }))];
}

function milestoneChange(duty: string, desired: DesiredIssue, found: OwnIssue): Operation[] {
  if (desired.milestone === undefined) return [];
  if (found.milestone !== undefined && found.milestone !== desired.movesFrom) return [];
  const why = 'it belongs to the release';
  return [{ kind: 'set-milestone', issue: { number: found.number }, title: desired.milestone, duty, why }];
}

/** What is done is past: the title says what is due. */
function titleChange(duty: string, { title, otherTitles = [] }: DesiredIssue, found: OwnIssue): Operation[] {
  if (found.title === title || !otherTitles.includes(found.title)) return [];
  const { number, title: from } = found;
  return [{ kind: 'rename-issue', number, from, title, duty, why: 'this part of it is due next' }];
}

/** What people put into the field stays until the day itself moves. */
function targetDateChange(duty: string, { targetDate, state }: DesiredIssue, found: OwnIssue): Operation[] {
  if (targetDate?.told === undefined || targetDate.told === targetDate.day || state === 'closed') return [];
  const { day, told: from, entry } = targetDate;
  const why = 'the day on which it is due has moved';
  return [{ kind: 'set-target-date', number: found.number, from, day, entry, duty, why }];
}
