// Which task issues GitHub shows as blocked by which: what `after` says, where both tasks have an issue.
import type { DesiredIssue } from '../../../domain/desired.ts';
import type { LedgerState } from '../../../domain/observed.ts';
import type { Release } from '../../../domain/release.ts';
import { type Unit, unitKey, unitsOf } from '../../units.ts';

interface Input {
  readonly release: Release;
  readonly done: ReadonlySet<string>;
  /** `task/task` of what was said before, and by whom. */
  readonly blocked: Readonly<Record<string, string>>;
}

type Dependencies = NonNullable<DesiredIssue['dependencies']>;

/** Who said it: what `people` said before us stays when the config says it no longer. */
const OURS = 'relcomms';

/** What is new is added once, so that people may take it away; what we added goes with its `after`. */
export function dependenciesOf(unit: Unit, kept: readonly Unit[], input: Input): Dependencies {
  const { release, done, blocked } = input;
  const wanted = unit.items.every(({ id }) => done.has(id)) ? [] : blockersOf(unit, release);
  const added = kept
    .filter(({ id }) => wanted.includes(id) && !Object.hasOwn(blocked, `${unit.id}/${id}`))
    .map((one) => ({ key: unitKey(release, one), entry: `blocked:${unit.id}/${one.id}`, wanted: true }));
  const still = blockersOf(unit, release);
  const gone = kept
    .filter(({ id }) => blocked[`${unit.id}/${id}`] === OURS && !still.includes(id))
    .map((one) => ({ key: unitKey(release, one), entry: `unblocked:${unit.id}/${one.id}`, wanted: false }));
  return [...added, ...gone];
}

/** For the log: what was said before and still holds, and what this run says. Absent when there is nothing. */
export function blockedState(
  all: readonly Dependencies[],
  { release, blocked }: Input,
): Pick<LedgerState, 'blocked'> {
  const holds = new Set(
    unitsOf(release).flatMap((unit) => blockersOf(unit, release).map((id) => `${unit.id}/${id}`)),
  );
  const before = Object.entries(blocked).filter(([pair]) => holds.has(pair));
  const added = all
    .flat()
    .filter(({ wanted }) => wanted)
    .map(({ entry }): [string, string] => [entry.slice('blocked:'.length), OURS]);
  const pairs = [...before, ...added].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return pairs.length === 0 ? {} : { blocked: Object.fromEntries(pairs) };
}

/** Ids of the units that it comes after. */
function blockersOf(unit: Unit, release: Release): string[] {
  const names = new Set(unit.items.flatMap(({ after = [] }) => after));
  return unitsOf(release)
    .filter(({ id, items }) => id !== unit.id && items.some((item) => names.has(item.id)))
    .map(({ id }) => id);
}
