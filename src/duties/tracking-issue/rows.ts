// What is said of tasks where they stand in the way.
import type { StandingKind } from '../../domain/standing.ts';

export const rows: readonly StandingKind[] = [
  {
    kind: 'task',
    rank: 40,
    title: 'Tasks due or overdue',
    one: 'task due or overdue',
    many: 'tasks due or overdue',
    red: { title: 'Overdue tasks', one: 'overdue task', many: 'overdue tasks' },
    ahead: { title: 'Tasks due soon', one: 'task due soon', many: 'tasks due soon' },
    gate: 'belongs',
    isOnTop: true,
  },
];
