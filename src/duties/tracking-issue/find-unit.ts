// Finds the task that a person means: by number, by id, or by words of its title.
import type { OwnIssue } from '../../domain/observed.ts';
import type { Release, Task } from '../../domain/release.ts';
import { type Unit, unitKey, unitsOf } from './units.ts';

/** What a command is about: checkboxes, and the unit whose issue they share, if they have one. */
export interface Target {
  readonly items: readonly Task[];
  readonly unit: Unit | undefined;
}

export type Found = Target | { readonly problem: string };

/** `words` may be `#12`, an id, or a part of the title; nothing means the task of the issue that the command stands on. */
export function findTarget(
  words: readonly string[],
  issueKey: string,
  release: Release,
  issues: readonly OwnIssue[],
): Found {
  const units = unitsOf(release);
  const text = words.join(' ');
  if (text === '')
    return (
      ofIssue(units, issueKey, release) ?? {
        problem: 'Which task? Write a part of its title, or #12 for its issue.',
      }
    );
  const number = /^#(\d+)$/.exec(text)?.[1];
  if (number !== undefined) {
    const key = issues.find((issue) => issue.number === Number(number))?.key ?? '';
    return ofIssue(units, key, release) ?? { problem: `#${number} is not the issue of a task.` };
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

function byTitle(units: readonly Unit[], text: string, release: Release): Found {
  const wanted = text.toLowerCase();
  const matches = release.tasks.filter((task) => task.title.toLowerCase().includes(wanted));
  const titles = new Set(matches.map((task) => task.title));
  const [first] = matches;
  if (first === undefined) return { problem: 'No task has these words in its title.' };
  if (titles.size > 1)
    return { problem: `${titles.size} tasks have these words in their titles; write more of it.` };
  if (matches.length > 1)
    return {
      problem: `The title stands ${matches.length} times in the checklist; write the id of one, such as ${first.id}.`,
    };
  return oneItem(units, first);
}

function oneItem(units: readonly Unit[], task: Task): Target {
  return { items: [task], unit: units.find((unit) => unit.items.includes(task)) };
}
