// The tables of docs/requirements.md: what is asked, what carries it, and what becomes of it by itself.
import { alignedTable } from './aligned-table.ts';
import type { Asked } from './asked.ts';
import type { Carried, DutyFolder } from './duty-folder.ts';

/** Duties come last, in the order of the registry. `on` are the sections that are on with the preset alone. */
export function requirementTable(
  asked: readonly Asked[],
  folders: readonly DutyFolder[],
  on: readonly string[],
): string {
  return alignedTable(
    ['number', 'what it asks', 'carried by', 'relcomms'],
    asked.map((one) => {
      const { number, asks, carriers } = one;
      const duties = folders.filter(({ carries }) => carries.some((own) => own.number === number));
      const all = [...carriers, ...duties.map(({ name }) => `duty ${name}`)];
      return [number, asks, all.map((name) => `\`${name}\``).join(', '), stateOf(one, duties, on)];
    }),
  );
}

function stateOf(
  { number, carriers, planned }: Asked,
  duties: readonly DutyFolder[],
  on: readonly string[],
): string {
  const acting = duties.filter(({ carries }) => carries.some((own) => acts(own, number)));
  const later =
    planned === undefined || duties.some(({ name }) => name === planned) ? '' : ', more is planned';
  if (acting.some(({ section }) => on.includes(section))) return `acts${later}`;
  if (acting.length > 0) return `acts when on${later}`;
  return carriers.some((carrier) => carrier.startsWith('task ')) ? `reminds${later}` : `shows${later}`;
}

function acts(own: Carried, number: string): boolean {
  return own.number === number && own.proof !== undefined;
}

/** Which duty does what for which number. Throws for a number that nobody asks. */
export function carriedTable(asked: readonly Asked[], folders: readonly DutyFolder[]): string {
  const known = new Set(asked.map(({ number }) => number));
  const rows = folders.flatMap(({ name, carries }) =>
    carries.map(({ number, how, proof }) => [
      name,
      number,
      how,
      proof === undefined ? 'none' : linkTo(proof),
    ]),
  );
  const strange = rows.find(([, number = '']) => !known.has(number));
  if (strange !== undefined) throw new Error(`nobody asks ${strange.slice(1, 3).join(': ')}`);
  return alignedTable(['duty', 'number', 'what it does', 'proven by'], rows);
}

/** From `docs/`. */
function linkTo(path: string): string {
  return `[${path.split('/').at(-1)?.replace('.test.ts', '') ?? ''}](../${path})`;
}
