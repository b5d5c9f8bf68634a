// Decides what is done when the checkbox, the task issue and the memory of the last run disagree.
import type { OwnIssue } from '../domain/observed.ts';
import type { Release } from '../domain/release.ts';
import { readTicks } from '../body/ticks.ts';
import { type Unit, unitKey, unitsOf } from './units.ts';

export interface Doneness {
  /** Ids of all items that are done. */
  readonly done: ReadonlySet<string>;
  /** Boxes to set or clear, since the task issue was closed or reopened. */
  readonly ticks: ReadonlyMap<string, boolean>;
}

/**
 * What changed since the last run wins; done wins where that can't be told. So a tick closes the task issue,
 * a closed issue ticks the box, and likewise for clearing and reopening. A person who closed or reopened the
 * issue after people edited the checklist last has the last word, whatever the last run remembered. A state of the
 * issue that we set ourselves is nobody's word: then the box is right. What a command `said` goes before all.
 */
export function doneness(
  release: Release,
  tracking: OwnIssue | undefined,
  issues: readonly OwnIssue[],
  said: ReadonlyMap<string, boolean> = new Map(),
): Doneness {
  const lines = readTicks(tracking?.body ?? '');
  const last = tracking?.ledger?.state === undefined ? undefined : new Set(tracking.ledger.state.done);
  // A line that people deleted comes back as it was.
  const done = new Set(
    release.tasks.filter(({ id }) => lines.get(id) ?? last?.has(id) ?? false).map(({ id }) => id),
  );
  const ticks = new Map([...done].filter((id) => !lines.has(id)).map((id) => [id, true]));
  for (const unit of unitsOf(release)) {
    const key = unitKey(release, unit);
    const issue = issues.find((candidate) => candidate.key === key);
    if (issue === undefined) continue;
    // A line that people deleted says nothing, so there the issue counts whoever set it.
    if (issue.stateBy === 'us' && unit.items.every(({ id }) => lines.has(id))) continue;
    const known = isLastWord(issue, tracking) ? knownBefore(unit, issue.state === 'open') : last;
    settle(unit, issue.state === 'closed', known, done, ticks);
  }
  for (const [id, isDone] of said) {
    if (isDone) done.add(id);
    else done.delete(id);
    ticks.set(id, isDone);
  }
  return { done, ticks };
}

/** Within the same second nobody can tell. */
function isLastWord({ stateBy, stateAt }: OwnIssue, tracking: OwnIssue | undefined): boolean {
  if (stateBy !== 'people' || stateAt === undefined || tracking?.editedAt === undefined) return false;
  return stateAt > tracking.editedAt;
}

/** What must have been remembered for the issue to be what has changed. */
function knownBefore({ items }: Unit, done: boolean): ReadonlySet<string> {
  return new Set(done ? items.map(({ id }) => id) : []);
}

function settle(
  unit: Unit,
  closed: boolean,
  last: ReadonlySet<string> | undefined,
  done: Set<string>,
  ticks: Map<string, boolean>,
): void {
  const allTicked = unit.items.every(({ id }) => done.has(id));
  if (allTicked === closed) return;
  const wasDone = last !== undefined && unit.items.every(({ id }) => last.has(id));
  if (!wasDone) return closed ? tickAll(unit, done, ticks) : undefined;
  // It was done and one side no longer is: that side was changed by a person. A cleared box needs nothing here.
  const newest = unit.items.at(-1);
  if (closed || newest === undefined) return;
  done.delete(newest.id);
  ticks.set(newest.id, false);
}

function tickAll(unit: Unit, done: Set<string>, ticks: Map<string, boolean>): void {
  for (const { id } of unit.items) {
    if (done.has(id)) continue;
    done.add(id);
    ticks.set(id, true);
  }
}
