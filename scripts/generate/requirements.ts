// The tables of docs/requirements.md: what is asked, and what carries it.
import { alignedTable } from './aligned-table.ts';
import type { Asked } from './asked.ts';
import type { DutyFolder } from './duty-folder.ts';

/** Duties come last, in the order of the registry; one that is still to come is named as well. */
export function requirementTable(asked: readonly Asked[], folders: readonly DutyFolder[]): string {
  return alignedTable(
    ['number', 'what it asks', 'carried by', 'state'],
    asked.map(({ number, asks, carriers, planned }) => {
      const duties = folders.filter(({ carries }) => carries.some(([own]) => own === number));
      const missing = planned !== undefined && duties.every(({ name }) => name !== planned);
      const names = [...duties.map(({ name }) => name), ...(missing ? [planned] : [])];
      const all = [...carriers, ...names.map((name) => `duty ${name}`)];
      return [number, asks, all.map((one) => `\`${one}\``).join(', '), missing ? 'planned' : 'here'];
    }),
  );
}

/** Which duty does what for which number. Throws for a number that nobody asks. */
export function carriedTable(asked: readonly Asked[], folders: readonly DutyFolder[]): string {
  const known = new Set(asked.map(({ number }) => number));
  const rows = folders.flatMap(({ name, carries }) => carries.map(([number, how]) => [name, number, how]));
  const strange = rows.find(([, number = '']) => !known.has(number));
  if (strange !== undefined) throw new Error(`nobody asks ${strange.slice(1).join(': ')}`);
  return alignedTable(['duty', 'number', 'what it does'], rows);
}
