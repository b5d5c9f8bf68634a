// The words of the pull request that a finished cycle leaves to the next: what it changes, and what is asked of people.
import type { Release } from '../../../domain/release.ts';
import { weekName } from '../../../domain/task-edit.ts';
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { markdownTable } from '../../../text/table.ts';
import { countWords, dayWords } from '../../../text/words.ts';
import type { AddedTask } from './hand-over.ts';
import type { NextChecklist } from './next-checklist.ts';
import { shortTitle } from './render-hand-over.ts';
import type { Concerned } from './proposal.ts';

/** Longest part of the list of what is only mentioned. */
const LIST_LIMIT = 10;

type Row = readonly [what: string, why: string];

/** GitHub takes titles of 256 characters. */
export function renderProposalTitle({ version }: Release): string {
  return `Checklist: what ${version} leaves to the next cycle`.slice(0, 250);
}

export function renderProposal(
  release: Release,
  next: NextChecklist,
  concerned: readonly Concerned[],
  tracking: number,
): string {
  return [
    `The cycle of **${escapeMarkdown(release.title)}** is over: #${tracking} says how it went. For the checklist of the next cycles this proposes to ${proposed(next)}. Nothing changes until somebody merges it.`,
    markdownTable(['Proposed', 'Why'], changes(next)),
    '### To decide',
    markdownTable(['What', 'Why'], asked(next, concerned)),
    ...section('### Unchanged, but check these', remarks(next)),
  ].join('\n\n');
}

function proposed({ adds, drops }: NextChecklist): string {
  const parts = [
    ...(adds.length === 0 ? [] : [`add ${countWords(adds.length, 'task')}`]),
    ...(drops.length === 0 ? [] : [`leave out ${countWords(drops.length, 'task')}`]),
  ];
  return parts.join(' and ');
}

function changes({ adds, drops }: NextChecklist): Row[] {
  return [
    ...adds.map(({ edit, line }): Row => [
      `New in week ${weekName(edit.week)}: **${shortTitle(edit.title)}** (${codeSpan(edit.id)})`,
      `added by hand in week ${line.week}, ${line.ticked ? 'done' : 'not done'}`,
    ]),
    ...drops.map(({ edit, title, skipped }): Row => [
      `Leave out: **${shortTitle(title)}** (${codeSpan(edit.id)})`,
      `skipped by ${escapeMarkdown(skipped.by)}: ${escapeMarkdown(skipped.because)}`,
    ]),
  ];
}

function asked({ adds, drops }: NextChecklist, concerned: readonly Concerned[]): Row[] {
  const single: Row = [
    'Remove tasks that only this release needed',
    'every release of this file has the same checklist',
  ];
  const roles: Row = [
    `Give ${adds.length === 1 ? 'the' : 'each'} new task a ${codeSpan('role')}`,
    'nobody wrote down who does it, so it belongs to nobody in particular',
  ];
  const wait = concerned.map(({ release, overdue }): Row => [
    `Decide whether to wait until the cycle of ${escapeMarkdown(release.title)} is over, on ${dayWords(release.end)}`,
    `its cycle runs, and its checklist changes with this one${overdue === 0 ? '' : `: ${countWords(overdue, 'new task')} would be overdue there at once`}`,
  ]);
  return [...(adds.length + drops.length > 0 ? [single] : []), ...(adds.length > 0 ? [roles] : []), ...wait];
}

function remarks({ late, open, unplaced, own }: NextChecklist): Row[] {
  return [
    ...few(late).map(({ task, workingDays }): Row => [
      shortTitle(task.title),
      `${countWords(workingDays, 'working day')} late: is its day correct?`,
    ]),
    ...few(open).map((task): Row => [shortTitle(task.title), 'never done: is it still needed?']),
    ...few(own).map(({ task, by, because }): Row => [
      `${shortTitle(task.title)} (${codeSpan(task.id)})`,
      `skipped by ${escapeMarkdown(by)}: ${escapeMarkdown(because)}. It is in this file: delete it there if you no longer need it`,
    ]),
    ...few(unplaced).map((line): Row => [shortTitle(line.title), notProposed(line)]),
    ...more([late, open, own, unplaced]),
  ];
}

function notProposed({ week }: AddedTask): string {
  return week === undefined ? 'added by hand, but under no week' : 'added by hand, one of very many';
}

function few<T>(all: readonly T[]): readonly T[] {
  return all.slice(0, LIST_LIMIT);
}

function more(lists: readonly (readonly unknown[])[]): Row[] {
  const count = lists.reduce((sum, list) => sum + Math.max(0, list.length - LIST_LIMIT), 0);
  return count === 0 ? [] : [[`and ${count} more`, 'the tracking issue has them all']];
}

function section(heading: string, rows: readonly Row[]): string[] {
  return rows.length === 0 ? [] : [heading, markdownTable(['What', 'Why'], rows)];
}
