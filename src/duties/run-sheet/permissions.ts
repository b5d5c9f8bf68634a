// The rights at GitHub that the run sheet needs.
import type { Permission } from '../permission.ts';

export const permissions: readonly Permission[] = [
  {
    rights: { actions: 'read' },
    for: 'the proof that a workflow succeeded, with the section `run-sheet`',
    without: 'that proof is not known; people check the box',
  },
];
