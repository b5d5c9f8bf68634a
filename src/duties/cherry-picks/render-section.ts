// The words of the section "Cherry-picks": how long the branch takes them, and a table of what is still to be done.
import type { Instant } from '../../domain/day.ts';
import { branchWords } from '../../picks/render.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { IN_PLAN, andMore } from '../../text/more-words.ts';
import { shorten } from '../../text/shorten.ts';
import { markdownTable } from '../../text/table.ts';
import { clockWords, dayWords } from '../../text/words.ts';
import type { Picture } from './judge/picture.ts';
import { type PickWindow, isClosed, isCut } from './window.ts';

/** Rows beyond are counted: the body of the issue has other things to hold. */
const MOST_ROWS = 40;
const LONGEST_TITLE = 80;

export interface SectionRow {
  /** Id of the team in the config; absent where none is known. */
  readonly team?: string | undefined;
  /** All of these are Markdown, escaped. */
  readonly pull: string;
  readonly branch: string;
  readonly state: string;
  readonly owner: string;
}

export function renderSection(picture: Picture, rows: readonly SectionRow[], now: Instant): string {
  const { window, picked, unread } = picture;
  const known =
    unread === undefined
      ? `Cherry-picked so far: ${picked.length}.${rows.length === 0 ? ' Nothing is left to do.' : ''}`
      : `What was cherry-picked, and what is missing, is unknown: ${escapeMarkdown(unread)}.`;
  return [
    '### Cherry-picks',
    `${windowWords(window, now)} ${known}`,
    ...(rows.length === 0 ? [] : [tableOf(rows)]),
    ...andMore(rows.length - MOST_ROWS, IN_PLAN, 'rows'),
  ].join('\n\n');
}

/** `release-1.0 takes cherry-picks until Thu 10 Dec 2026, Cherry-pick deadline.` */
export function windowWords(window: PickWindow, now: Instant): string {
  const { branches, cut, deadline, release } = window;
  const names = branchWords(...branches);
  const verb = branches.length === 1 ? 'takes' : 'take';
  if (deadline === undefined)
    return `${names} ${verb} cherry-picks until ${escapeMarkdown(release.version)} is out.`;
  const day = `${dayWords(deadline.day)}${clockWords(deadline)}, ${titleOf(deadline)}`;
  if (isClosed(window, now)) return `${names} no longer ${verb} cherry-picks, since ${day}.`;
  const from = cut === undefined || isCut(window, now) ? '' : `from ${dayWords(cut.day)}, ${titleOf(cut)}, `;
  return `${names} ${verb} cherry-picks ${from}until ${day}.`;
}

export function titleOf({ title }: { readonly title: string }): string {
  return escapeMarkdown(shorten(title, LONGEST_TITLE));
}

/** Without the column of teams where none of the rows has one. */
function tableOf(rows: readonly SectionRow[]): string {
  const shown = rows.slice(0, MOST_ROWS);
  const cells = shown.map(({ pull, branch, state, owner }) => [pull, branch, state, owner]);
  const head = ['Pull request', 'Branch', 'State', 'Owner'];
  if (rows.every(({ team }) => team === undefined)) return markdownTable(head, cells);
  const teams = shown.map(({ team }) => (team === undefined ? 'none' : escapeMarkdown(team)));
  return markdownTable(
    ['Team', ...head],
    cells.map((row, index) => [teams[index] ?? '', ...row]),
  );
}
