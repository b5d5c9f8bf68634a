// What things that stand in the way are called, kind by kind, in the order in which they are told.
import type { Standing, StandingRow, StandingWords } from '../domain/standing.ts';

/** Things of one kind. */
export interface KindGroup {
  readonly kind: string;
  readonly items: readonly Standing[];
}

/** The kinds that there are, in the order of the rows; what no row tells of comes last, so that nothing is hidden. */
export function groupsOf(items: readonly Standing[], rows: readonly StandingRow[]): KindGroup[] {
  const kinds = new Set([...rows, ...items].map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const own = items.filter((item) => item.kind === kind);
    return own.length === 0 ? [] : [{ kind, items: own }];
  });
}

/** How many things these lines tell of. */
export function sumOf(items: readonly Standing[]): number {
  return items.reduce((sum, { count = 1 }) => sum + count, 0);
}

/** What these things of one kind are called. */
export function wordsFor({ kind, items }: KindGroup, rows: readonly StandingRow[]): StandingWords {
  const found = rows.find((one) => one.kind === kind);
  const isRed = items.every(({ severity }) => severity === 'red');
  const isAhead = items.every((item) => item.isAhead === true);
  return (
    (isRed ? found?.red : isAhead ? found?.ahead : undefined) ??
    found ?? { title: kind, one: kind, many: kind }
  );
}
