// Names of the sheets of a workbook: those of components, fit for every program.
export const SUMMARY = 'Summary';
/** Holds what the workbook began with, for the next import. Hidden from people. */
export const BASE = 'relcomms';

/** Characters of a name at most, in Excel. */
const LONGEST = 31;

/** A name for each component, none twice, in the order of the ids. Programs don't tell names apart by case. */
export function sheetNames(components: readonly string[]): ReadonlyMap<string, string> {
  // Excel keeps "History" for itself.
  const taken = new Set([SUMMARY.toLowerCase(), BASE.toLowerCase(), 'history']);
  const names = new Map<string, string>();
  for (const component of [...components].toSorted()) {
    const name = freeName(component, taken);
    taken.add(name.toLowerCase());
    names.set(component, name);
  }
  return names;
}

function freeName(component: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const tail = count === 1 ? '' : `-${count}`;
    const name = `${component.slice(0, LONGEST - tail.length)}${tail}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
