// Finds the task that a person means: by number, by id, or by words of its title.
import { nearest } from '../../../domain/nearest.ts';
import type { OwnIssue } from '../../../domain/observed.ts';
import type { Release, Task } from '../../../domain/release.ts';
import { findWords } from './render-command.ts';
import { type Unit, unitKey, unitsOf } from '../../units.ts';

/** What a command is about: checkboxes, and the unit whose issue they share, if they have one. */
export interface Target {
  readonly items: readonly Task[];
  readonly unit: Unit | undefined;
}

export type Found = Target | { readonly problem: string };

/** Chooses among the occurrences of one series, which are in order of their days. */
export type Choice = (occurrences: readonly Task[]) => Task | undefined;

/**
 * `words` may be `#12`, an id, or a part of the title; nothing means the task of the issue that the command stands on.
 * Where they mean a whole series, `choose` says which occurrence. A problem is Markdown, its words from outside escaped.
 */
export function findTarget(
  words: readonly string[],
  issueKey: string,
  release: Release,
  issues: readonly OwnIssue[],
  choose: Choice,
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
  return (
    byId(units, text, release) ??
    bySeries(units, text, release, choose) ??
    byTitle(units, text, release, choose)
  );
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

function bySeries(units: readonly Unit[], text: string, release: Release, choose: Choice): Found | undefined {
  const occurrences = release.tasks.filter(({ occurrence }) => occurrence?.of === text.toLowerCase());
  const chosen = choose(occurrences);
  return chosen === undefined ? undefined : oneItem(units, chosen);
}

/** The whole title counts before a part of one: it may be the beginning of another. */
function byTitle(units: readonly Unit[], text: string, release: Release, choose: Choice): Found {
  const wanted = text.toLowerCase();
  const having = release.tasks.filter((task) => task.title.toLowerCase().includes(wanted));
  const whole = having.filter((task) => task.title.toLowerCase() === wanted);
  const matches = whole.length > 0 ? whole : having;
  const [first] = matches;
  if (first === undefined) {
    const ids = [...units.map((unit) => unit.id), ...release.tasks.map((task) => task.id)];
    return { problem: findWords.none(nearest(text, ids)) };
  }
  const series = first.occurrence?.of;
  const isSeries = series !== undefined && matches.every(({ occurrence }) => occurrence?.of === series);
  const chosen = matches.length === 1 ? first : isSeries ? choose(matches) : undefined;
  return chosen === undefined ? { problem: findWords.several(matches) } : oneItem(units, chosen);
}

function oneItem(units: readonly Unit[], task: Task): Target {
  return { items: [task], unit: units.find((unit) => unit.items.includes(task)) };
}
