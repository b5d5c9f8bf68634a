// The words of the section "Needs approval": a table per release, and what does not fit the process.
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { shorten } from '../../../text/shorten.ts';
import { markdownTable } from '../../../text/table.ts';
import { IN_PLAN, andMore } from '../../../text/more-words.ts';
import { countWords, dayWords } from '../../../text/words.ts';
import type { Oddity, Stray } from '../judge/strays.ts';
import type { Fault, Judged } from '../judge/verdict.ts';
import type { Digest, DigestRow } from './digest-rows.ts';

/** Rows and strays beyond are counted: the body of the issue has other things to hold. */
const MOST_ROWS = 40;
const MOST_STRAYS = 20;
const MOST_NAMES = 4;
const LONGEST_TITLE = 80;

const HEAD = ['Pull request', 'Approve by', 'Open for', 'Waiting for'];

/** Empty when nothing waits and nothing is odd. Names stand here without a ping. */
export function renderDigest({ rows, strays }: Digest): string {
  const table = rows.length === 0 ? [] : ['### Needs approval', tableOf(rows)];
  const more = andMore(rows.length - MOST_ROWS, IN_PLAN, 'rows');
  const odd =
    strays.length === 0
      ? []
      : ['### Needs attention', `Pull requests that don't fit the release process:\n\n${strayLines(strays)}`];
  return [...table, ...more, ...odd].filter((part) => part !== '').join('\n\n');
}

/** Without the column of teams where none of the rows has one. */
function tableOf(rows: readonly DigestRow[]): string {
  const shown = rows.slice(0, MOST_ROWS);
  if (rows.every(({ team }) => team === undefined)) return markdownTable(HEAD, shown.map(cellsOf));
  const cells = shown.map((row) => [
    row.team === undefined ? 'none' : escapeMarkdown(row.team),
    ...cellsOf(row),
  ]);
  return markdownTable(['Team', ...HEAD], cells);
}

function cellsOf({ judged, age }: DigestRow): string[] {
  return [
    pullWords(judged.pull),
    judged.deadline === undefined
      ? 'no deadline left'
      : `${dayWords(judged.deadline.day)}, ${escapeMarkdown(shorten(judged.deadline.title, LONGEST_TITLE))}`,
    age === 0 ? 'today' : countWords(age, 'working day'),
    waitsWords(judged),
  ];
}

function waitsWords({ verdict, pull }: Judged): string {
  switch (verdict.kind) {
    case 'waiting':
      return named(verdict.pending.asks.map(({ name }) => name));
    case 'with-author':
      return `its author ${escapeMarkdown(pull.author.login)}: ${faultWords(verdict.fault)}`;
    default:
      return 'no review requested yet';
  }
}

export function faultWords({ kind }: Fault): string {
  return { checks: 'required checks fail', conflict: 'it has conflicts', changes: 'changes were requested' }[
    kind
  ];
}

function strayLines(strays: readonly Stray[]): string {
  const lines = strays
    .slice(0, MOST_STRAYS)
    .map(({ pull, oddity }) => `- ${pullWords(pull)}: ${oddWords(oddity)}`);
  const more = moreLine(strays.length - MOST_STRAYS, 'pull request');
  return [...lines, ...(more === '' ? [] : [`- ${more}`])].join('\n');
}

function oddWords(oddity: Oddity): string {
  switch (oddity.kind) {
    case 'no-milestone':
      return `targets ${codeSpan(shorten(oddity.branch, LONGEST_TITLE))} and has no GitHub milestone`;
    case 'unmerged-source':
      return `takes a fix from ${oddity.numbers.map((number) => `#${number}`).join(', ')}, not merged yet`;
    case 'not-picked':
      return `merged and not cherry-picked to ${codeSpan(shorten(oddity.branch, LONGEST_TITLE))}`;
    case 'not-merged':
      return `approved ${countWords(oddity.workingDays, 'working day')} ago and not merged`;
  }
}

export function pullWords({ number, title }: Pick<Judged['pull'], 'number' | 'title'>): string {
  return `#${number} ${escapeMarkdown(shorten(title, LONGEST_TITLE))}`;
}

export function named(names: readonly string[]): string {
  const more = names.length > MOST_NAMES ? [`and ${names.length - MOST_NAMES} more`] : [];
  return [...names.slice(0, MOST_NAMES).map(escapeMarkdown), ...more].join(', ');
}

function moreLine(count: number, what: string): string {
  return count > 0 ? `and ${countWords(count, `more ${what}`)}` : '';
}
