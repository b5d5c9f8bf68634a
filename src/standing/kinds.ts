// The kinds of things that stand in the way: their order, what they are called, and which duty knows of them.
import type { StandingKind } from '../domain/standing.ts';

interface KindWords {
  readonly kind: StandingKind;
  readonly title: string;
  readonly one: string;
  readonly many: string;
  /** The duty without which nobody looks for them; absent where any may name them. */
  readonly knownBy?: string;
  /** What is said when that duty is switched off. */
  readonly unseen?: string;
}

/** In the order in which they are told. */
export const KINDS: readonly KindWords[] = [
  {
    kind: 'blocker',
    title: 'Blockers',
    one: 'blocker',
    many: 'blockers',
    knownBy: 'blockers',
    unseen: 'blockers (section `report`)',
  },
  {
    kind: 'failing-test',
    title: 'Failing tests',
    one: 'failing test',
    many: 'failing tests',
    knownBy: 'failing-tests',
    unseen: 'failing tests (section `failing-tests`)',
  },
  {
    kind: 'approval',
    title: 'Waiting for approval',
    one: 'waiting approval',
    many: 'waiting approvals',
    knownBy: 'approvals',
    unseen: 'approvals and cherry-picks (section `approvals`)',
  },
  { kind: 'cherry-pick', title: 'Cherry-picks', one: 'cherry-pick', many: 'cherry-picks' },
  {
    kind: 'task',
    title: 'Tasks',
    one: 'task',
    many: 'tasks',
    knownBy: 'tracking-issue',
    unseen: 'tasks (section `tracking-issue`)',
  },
  { kind: 'milestone', title: 'Milestones', one: 'milestone', many: 'milestones' },
];
