// Finds the task that a person means: by number, by id, or by words of its title.
import { nearest } from '../../domain/nearest.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Release, Task } from '../../domain/release.ts';
import { findWords } from './render-command.ts';
import { type Unit, unitKey, unitsOf } from './units.ts';

/** What a command is about: checkboxes, and the unit whose issue they share, if they have one. */
export interface Target {
  readonly items: readonly Task[];
  readonly unit: Unit | undefined;
}

export type Found = Target | { readonly problem: string };

/**
 * `words` may be `#12`, an id, or a part of the title; nothing means the task of the issue that the command stands on.
 * A problem is Markdown, its words from outside escaped.
 */
export function findTarget(
  words: readonly string[],
  issueKey: string,
  release: Release,
  issues: readonly OwnIssue[],
): Found {
  const units = unitsOf(release);
  const text = words.join(' ');
  if (text === '') return ofIssue(units, issueKey, release) ?? { problem: findWords.which() };
  const [, sign, number] = /^(#?)(\d+)$/.exec(text) ?? [];
  if (number !== undefined) {
    const key = issues.find((issue) => issue.number === Number(number))?.key ?? '';
    const found = ofIssue(units, key, release);
    if (found !== undefined || sign === '#') return found ?? { problem: findWords.noTaskIssue(number) };
  }
  return byId(units, text, release) ?? byTitle(units, text, release);
}

function ofIssue(units: readonly Unit[], key: string, release: Release): Found | undefined {
  const unit = units.find((candidate) => unitKey(release, candidate) === key);
  return unit === undefined ? undefined : { items: unit.items, unit };
}

function byId(units: readonly Unit[], text: string, release: Release): Found | undefined {
  const unit = units.find((candidate) => candidate.id === text.toLowerCase());
  if (unit !== undefined) return { items: unit.items, unit };
  const task = release.tasks.find((candidate) => candidate.id === text.toLowerCase());
  return task === undefined ? undefined : oneItem(units, task);
}

/** The whole title counts before a part of one: it may be the beginning of another. */
function byTitle(units: readonly Unit[], text: string, release: Release): Found {
  const wanted = text.toLowerCase();
  const having = release.tasks.filter((task) => task.title.toLowerCase().includes(wanted));
  const whole = having.filter((task) => task.title.toLowerCase() === wanted);
  const matches = whole.length > 0 ? whole : having;
  const [first] = matches;
  if (first === undefined) {
    const ids = [...units.map((unit) => unit.id), ...release.tasks.map((task) => task.id)];
    return { problem: findWords.none(nearest(text, ids)) };
  }
  return matches.length === 1 ? oneItem(units, first) : { problem: findWords.several(matches) };
}

function oneItem(units: readonly Unit[], task: Task): Target {
  return { items: [task], unit: units.find((unit) => unit.items.includes(task)) };
}
