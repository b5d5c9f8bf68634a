// Finds in a file the dates that are copies of a release's milestones, and what each should say.
import type { Day } from '../domain/day.ts';
import { PAST, type Candidate } from './candidate.ts';
import type { CopiedMilestone, CopiedRelease, CopyFormat } from './copied-release.ts';
import { type FoundDay, decide } from './decide.ts';
import { milestoneFinder } from './find-milestone.ts';
import { icsCandidates } from './ics.ts';
import { markdownCandidates } from './markdown.ts';
import { type Edit, applyEdits } from './rewrite.ts';
import { treeCandidates } from './tree.ts';
import { aboutOf } from './versions.ts';

/** A date of a file that belongs to a milestone. Where `says` is `holds`, they agree, and nothing is to be changed. */
export interface FoundDate extends FoundDay {
  /** Counted from 1. */
  readonly line: number;
  /** Of all that is written of it; offsets count UTF-16 units in the text. */
  readonly start: number;
  readonly end: number;
  /** Id. */
  readonly milestone: string;
  /** As it is written now, and as it should be. */
  readonly written: string;
  readonly becomes: string;
}

export interface FoundAround {
  /** Path of the file: it may name a version. */
  readonly path: string;
  /** The other releases of the config. */
  readonly others: readonly CopiedRelease[];
}

/** Longer texts are not read: 512 KB in bytes of ASCII. */
export const LONGEST_TEXT = 512 * 1024;

/** A file with more dates is no list of a release's. */
const MOST_DATES = 5000;

/** In order; undefined: the text is too long, has too many dates, or is none of its format. Reads in time that grows with its length alone. */
export function findDates(
  text: string,
  format: CopyFormat,
  release: CopiedRelease,
  { path, others }: FoundAround,
): FoundDate[] | undefined {
  if (text.length > LONGEST_TEXT) return undefined;
  if (PAST.test((path.split('/').at(-1) ?? '').replaceAll('_', ' '))) return [];
  const lines = linesOf(text);
  const candidates = candidatesIn(text, format, lines, path);
  if (candidates === undefined || candidates.length > MOST_DATES) return undefined;
  const versions = { own: release.versions, others: others.flatMap((other) => other.versions) };
  const find = milestoneFinder(release);
  const finders = others.map(milestoneFinder);
  const isLong = writesLongMonths(text);
  const found = candidates.flatMap((candidate) => {
    const milestone = find(candidate.titles, candidate.mayBeBare);
    if (milestone === undefined) return [];
    const about = candidate.scopes.map((words) => aboutOf(words, versions)).find((one) => one !== undefined);
    if (about === 'other') return [];
    const rivals =
      about === 'own' ? [] : finders.flatMap((other) => other(candidate.titles, candidate.mayBeBare) ?? []);
    const day = decide(text, candidate, milestone, { isSure: about === 'own', rivals, isLong });
    return day === undefined ? [] : [{ candidate, milestone, day }];
  });
  return withoutTwins(found).map(({ day, milestone }) => ({
    ...day,
    line: lineAt(lines, day.start),
    milestone: milestone.id,
    written: text.slice(day.start, day.end),
    becomes: becomesOf(text, day),
  }));
}

interface Line {
  readonly text: string;
  readonly at: number;
}

function candidatesIn(
  text: string,
  format: CopyFormat,
  lines: readonly Line[],
  path: string,
): Candidate[] | undefined {
  const scopes = path.split('/').toReversed();
  if (format === 'ics') return icsCandidates(lines, scopes);
  if (format !== 'markdown') return treeCandidates(text, 0, scopes);
  const front = frontMatter(lines);
  const body = markdownCandidates(lines.slice(front), scopes);
  if (front === 0) return body;
  const [first, last] = [lines[1]?.at ?? 0, lines[front - 1]?.at ?? 0];
  // What stands between the dashes and is no YAML has no dates that anybody could tell.
  const head = treeCandidates(text.slice(first, last), first, scopes) ?? [];
  return [...head.map((one) => ({ ...one, group: -1 - one.group })), ...body];
}

/** How many lines the YAML in front of Markdown takes, its dashes included. */
function frontMatter(lines: readonly Line[]): number {
  if (!/^\ufeff?---\s*$/.test(lines[0]?.text ?? '')) return 0;
  const end = lines.findIndex(
    ({ text }, index) => index > 0 && index < 500 && /^(?:---|\.\.\.)\s*$/.test(text),
  );
  return end + 1;
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/([^\r\n]*)(?:\r\n|\n|\r|$)/g)].map(({ 1: line = '', index }) => ({
    text: line,
    at: index,
  }));
}

/** The number of the line that holds an offset. */
function lineAt(lines: readonly Line[], offset: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lines[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}

interface Found {
  readonly candidate: Candidate;
  readonly milestone: CopiedMilestone;
  readonly day: FoundDay;
}

/** In one table a milestone stands once: beside a row that agrees, or has its former day, others are of something else. */
function withoutTwins(all: readonly Found[]): Found[] {
  const nameOf = ({ candidate: { group, bound }, milestone }: Found): string =>
    `${group} ${bound ?? ''} ${milestone.id}`;
  const said = new Map<string, Set<Day>>();
  for (const one of all) said.set(nameOf(one), (said.get(nameOf(one)) ?? new Set()).add(one.day.says));
  return all.filter((one) => {
    const { says, holds } = one.day;
    return says === holds || one.milestone.before.includes(says) || said.get(nameOf(one))?.size === 1;
  });
}

function becomesOf(text: string, { start, end, edits }: FoundDay): string {
  const inside = edits.filter((edit) => edit.start >= start && edit.end <= end);
  return applyEdits(
    text.slice(start, end),
    inside.map((edit): Edit => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
}

/** `May` is as long as it is short: the other months of the text tell. */
function writesLongMonths(text: string): boolean {
  const count = (pattern: RegExp): number => [...text.matchAll(pattern)].length;
  const long = count(
    /\b(?:January|February|March|April|June|July|August|September|October|November|December)\b/g,
  );
  return long > count(/\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/g);
}
