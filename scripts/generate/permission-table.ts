// The table of rights in docs/operations.md.
import type { Permission } from '../../src/duties/permission.ts';
import { alignedTable } from './aligned-table.ts';

/** Nothing in it holds a pipe. */
export function permissionTable(all: readonly Permission[]): string {
  return alignedTable(
    ['permission', 'for', 'without it'],
    all.map((one) => [nameOf(one), one.for, one.without]),
  );
}

function nameOf({ name, rights }: Permission): string {
  return (
    name ??
    Object.entries(rights)
      .map(([right, access]) => `${right}: ${access}`)
      .join(', ')
  );
}
