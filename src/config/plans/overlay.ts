// Puts what a kind or a release says about its cycle over what it inherits.
import type { Path } from '../../domain/problem.ts';
import { nearest } from '../../domain/nearest.ts';
import type { PlacedProblem } from '../placed-problem.ts';
import { mergeMilestones, writtenOut } from '../merge-milestones.ts';
import { mergeNodes } from '../merge-nodes.ts';
import { mergeRoles } from '../merge-roles.ts';
import { mergeTasks } from '../merge-tasks.ts';
import { removal } from '../removal.ts';
import { quoted } from '../yaml/hidden.ts';
import { type Entry, type MapNode, type Node, textAt } from '../yaml/node.ts';

/** What a kind has in place of the top of the config. A release has milestones, tasks and roles of its own. */
const PLAN_KEYS = [
  'cycle',
  'candidates',
  'milestones',
  'tasks',
  'roles',
  'labels',
  'vars',
  'private',
  'repositories',
  'events',
] as const;

export function isPlanKey(key: string | number | undefined): boolean {
  return PLAN_KEYS.some((one) => one === key);
}

/** Claims and reasons belong to the day that they stand beside. */
const OF_THE_DAY = ['weekday', 'week', 'because'];

interface Overlaying {
  /** Of what is laid over: `['kinds', 'patch']`. */
  readonly path: Path;
  readonly problems: PlacedProblem[];
}

/** Only the keys of a plan. A task that is new and has no title is told, as a removal that takes nothing away is. */
export function overlay(base: MapNode, over: MapNode, { path, problems }: Overlaying): MapNode {
  const entries = new Map<string, Entry>();
  for (const key of PLAN_KEYS) {
    const before = base.entries.get(key);
    const entry = over.entries.get(key);
    if (before !== undefined) entries.set(key, before);
    if (entry === undefined) continue;
    const tell = removal({ path: [...path, key], brings: 'inherited', problems });
    const laid = {
      cycle: () => mergeNodes(withoutPhases(before?.value, entry.value), entry.value),
      candidates: () => mergeNodes(before?.value, entry.value),
      milestones: () => mergeMilestones(withoutClaims(before?.value, entry.value), entry.value, tell),
      tasks: () => mergeTasks(before?.value, entry.value, tell),
      roles: () => mergeRoles(before?.value, entry.value),
      labels: () => mergeNodes(before?.value, entry.value),
      vars: () => mergeNodes(before?.value, entry.value),
      private: () => entry.value,
      repositories: () => mergeNodes(before?.value, entry.value),
      events: () => mergeNodes(before?.value, entry.value),
    }[key]();
    if (key === 'tasks') problems.push(...untitled(before?.value, entry.value, laid, [...path, key]));
    entries.set(key, { key: entry.key, value: laid });
  }
  return { kind: 'map', entries, at: over.at };
}

/** Phases belong to the weeks that they name. */
function withoutPhases(base: Node | undefined, over: Node): Node | undefined {
  if (base?.kind !== 'map' || over.kind !== 'map') return base;
  return ['weeks', 'release-week'].some((key) => over.entries.has(key)) ? without(base, ['phases']) : base;
}

/** A milestone that gets another day keeps what it is, and nothing that is said of the old day. */
function withoutClaims(base: Node | undefined, over: Node): Node | undefined {
  if (base?.kind !== 'map' || over.kind !== 'map') return base;
  const entries = [...base.entries].map(([id, { key, value }]): [string, Entry] => {
    const own = over.entries.get(id)?.value;
    const later = own === undefined ? undefined : writtenOut(own);
    const moves = later?.kind === 'map' && textAt(later, 'on') !== undefined;
    return [id, { key, value: moves && value.kind === 'map' ? without(value, OF_THE_DAY) : value }];
  });
  return { ...base, entries: new Map(entries) };
}

function without(map: MapNode, keys: readonly string[]): MapNode {
  return { ...map, entries: new Map([...map.entries].filter(([key]) => !keys.includes(key))) };
}

/** A task without a title is most often meant to change an inherited one, whose id is misspelt. */
function untitled(base: Node | undefined, over: Node, laid: Node, path: Path): PlacedProblem[] {
  if (over.kind !== 'list' || laid.kind !== 'list') return [];
  const before = base?.kind === 'list' ? base.items.flatMap((task) => textAt(task, 'id') ?? []) : [];
  const fresh = new Set<Node>(over.items);
  return laid.items.flatMap((task) => {
    const id = textAt(task, 'id');
    const title = task.kind === 'map' ? task.entries.get('title')?.value : undefined;
    if (!fresh.has(task) || id === undefined || before.includes(id)) return [];
    if (title !== undefined && title.kind !== 'nothing') return [];
    const meant = nearest(id, before);
    const guess = meant === undefined ? '' : ` If it should change the task "${meant}", correct the id.`;
    const message = `The task ${quoted(id)} has no title, and no task of this id is inherited.`;
    const problem = {
      code: 'task-without-title',
      severity: 'error' as const,
      path: [...path, id],
      message,
      fix: `Give it a title.${guess}`,
    };
    return [{ problem, at: task.at }];
  });
}
