// The kinds of things that stand in the way: their order, what they are called, and which duty knows of them.
import type { Standing, StandingKind } from '../domain/standing.ts';

interface Words {
  readonly title: string;
  readonly one: string;
  readonly many: string;
}

interface KindWords extends Words {
  readonly kind: StandingKind;
  /** What they are called when all of them are red. */
  readonly red?: Words;
  /** The duty without which nobody looks for them; absent where any may name them. */
  readonly knownBy?: string;
  /** The config section that switches that duty on. */
  readonly section?: string;
}

/** In the order in which they are told. */
export const KINDS: readonly KindWords[] = [
  {
    kind: 'blocker',
    title: 'Blockers',
    one: 'blocker',
    many: 'blockers',
    knownBy: 'blockers',
    section: 'report',
  },
  {
    kind: 'failing-test',
    title: 'Failing tests',
    one: 'failing test',
    many: 'failing tests',
    knownBy: 'failing-tests',
    section: 'failing-tests',
  },
  {
    kind: 'flaky-test',
    title: 'Flaky tests',
    one: 'flaky test',
    many: 'flaky tests',
    knownBy: 'failing-tests',
  },
  {
    kind: 'approval',
    title: 'Waiting for approval',
    one: 'waiting approval',
    many: 'waiting approvals',
    knownBy: 'approvals',
    section: 'approvals',
  },
  { kind: 'cherry-pick', title: 'Cherry-picks', one: 'cherry-pick', many: 'cherry-picks' },
  {
    kind: 'task',
    title: 'Tasks due or overdue',
    one: 'task due or overdue',
    many: 'tasks due or overdue',
    red: { title: 'Overdue tasks', one: 'overdue task', many: 'overdue tasks' },
    knownBy: 'tracking-issue',
    section: 'tracking-issue',
  },
  { kind: 'milestone', title: 'Milestones', one: 'milestone', many: 'milestones' },
];

/** How many things these lines tell of. */
export function sumOf(items: readonly Standing[]): number {
  return items.reduce((sum, { count = 1 }) => sum + count, 0);
}

/** What these things of one kind are called. */
export function wordsFor(kind: StandingKind, items: readonly Standing[]): Words {
  const found = KINDS.find((one) => one.kind === kind) ?? { title: kind, one: kind, many: kind };
  const isRed = items.every(({ severity }) => severity === 'red');
  return (isRed && 'red' in found ? found.red : undefined) ?? found;
}
