// What of a release nobody looks at: what is off, and what a section that is on lacks.
import type { HeardDuty, StandingRow } from '../domain/standing.ts';
import { listWords } from '../text/words.ts';

export interface Unwatched {
  /** What is not looked at: `Failing tests`, `Flaky tests`. */
  readonly titles: readonly string[];
  readonly kinds: readonly string[];
  /** Plain text: `"failing-tests" is off`. */
  readonly why: string;
  /** Whether the config or a preset of it asks for it: then nothing is green without it. */
  readonly isAsked: boolean;
  /** It was looked for and could not be read. */
  readonly isUnread?: true | undefined;
}

/** Each reason once, what is asked for first. */
export function unwatchedOf(
  version: string,
  rows: readonly StandingRow[],
  heard: readonly HeardDuty[],
): Unwatched[] {
  const all = [...lacking(version, rows, heard), ...off(rows, heard)];
  return joined(all).toSorted((a, b) => Number(b.isAsked) - Number(a.isAsked));
}

/** The reasons for which the same is not watched, such as for the branches of a train, are told at once. */
function joined(all: readonly Unwatched[]): Unwatched[] {
  return all.reduce((before: Unwatched[], one) => {
    const at = before.findIndex((other) => isAbout(other, one));
    const other = before[at];
    return other === undefined
      ? [...before, one]
      : before.with(at, { ...other, why: `${other.why}; ${one.why}` });
  }, []);
}

function isAbout(a: Unwatched, b: Unwatched): boolean {
  if (a.isUnread === true || b.isUnread === true || a.isAsked !== b.isAsked) return false;
  return a.titles.join('\n') === b.titles.join('\n');
}

/** `failing tests and flaky tests (1.14.0 has no branch)`, `acme/cli could not be read: …`; plain text. */
export function unwatchedWords({ titles, why, isUnread }: Unwatched): string {
  if (isUnread === true) return why;
  return `${listWords(titles.map((title) => title.toLowerCase()))} (${why})`;
}

/** Whether somebody looks for anything that can hold a milestone up. Late tasks alone say little. */
export function watchesAny(rows: readonly StandingRow[], heard: readonly HeardDuty[]): boolean {
  return rows.some(
    ({ knownBy, gate = 'threatens' }) => gate === 'threatens' && heard.some(({ name }) => name === knownBy),
  );
}

/** A duty without rows watches nothing, whatever it lacks, unless it names kinds that others know of as well. */
function lacking(version: string, rows: readonly StandingRow[], heard: readonly HeardDuty[]): Unwatched[] {
  return heard.flatMap(({ name, lacks = [] }) =>
    lacks
      .filter(({ release = version }) => release === version)
      .flatMap(({ why, kinds, isUnread }) => {
        const own = rows.filter(({ knownBy, kind }) => kinds?.includes(kind) ?? knownBy === name);
        const unread = isUnread === undefined ? {} : { isUnread };
        return own.length === 0 ? [] : [{ ...namesOf(own), why, isAsked: true, ...unread }];
      }),
  );
}

function off(rows: readonly StandingRow[], heard: readonly HeardDuty[]): Unwatched[] {
  const missing = rows.filter(({ knownBy }) => heard.every(({ name }) => name !== knownBy));
  const sections = [...new Set(missing.flatMap(({ section }) => section ?? []))];
  return sections.map((section) => {
    const own = missing.filter((row) => row.section === section);
    return {
      ...namesOf(own),
      why: `"${section}" is off`,
      isAsked: own.some(({ isAsked }) => isAsked === true),
    };
  });
}

function namesOf(rows: readonly StandingRow[]): Pick<Unwatched, 'titles' | 'kinds'> {
  return { titles: rows.map(({ title }) => title), kinds: rows.map(({ kind }) => kind) };
}
