// The words about a share: how many mutations were noticed, by what, and which were not.
import type { Result } from './results.ts';
import type { Site } from './sites.ts';

/** A mutation and what became of it; undefined where it was not tried yet. */
export interface Judged {
  readonly site: Site;
  readonly how: Result['how'] | 'equivalent' | undefined;
}

/** `src/plan/limit.ts:20`, then the line as it is and as it would be. */
export function placeOf({ file, line, from, to }: Site): string {
  return `${file}:${line}\n  - ${from}\n  + ${to}`;
}

/** Lines for the end of a run. Equivalent mutations and those not tried are no part of the share killed. */
export function renderReport(all: readonly Judged[]): string {
  const count = (how: Judged['how']): number => all.filter((one) => one.how === how).length;
  const places = (how: Judged['how']): string[] =>
    all.filter((one) => one.how === how).map(({ site }) => placeOf(site));
  const [survivors, quick] = [places('survived'), places('quick')];
  const killed = count('unit') + count('types') + count('scenario') + count('time');
  const tried = killed + survivors.length;
  const percent = tried === 0 ? 100 : Math.floor((1000 * killed) / tried) / 10;
  return [
    ...survivors,
    ...(quick.length === 0 ? [] : ['got past the quick part, scenarios not asked yet:', ...quick]),
    `killed ${killed} of ${tried} (${percent} %)`,
    `by unit tests ${count('unit')}, by the compiler ${count('types')}, by scenarios ${count('scenario')}, by the clock ${count('time')}`,
    `survived ${survivors.length}, equivalent ${count('equivalent')}, not tried to the end yet ${count(undefined) + quick.length}`,
  ].join('\n');
}
