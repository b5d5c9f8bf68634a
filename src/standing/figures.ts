// How much stands in the way, as numbers for programs and for the trend; what is not known has none.
import type { HeardDuty, Standing, StandingRow } from '../domain/standing.ts';
import { distinct } from './distinct.ts';
import { sumOf } from './kinds.ts';

/** What the duties of a run said, and the kinds that they declare. */
export interface Told {
  readonly standing: readonly Standing[];
  readonly heard: readonly HeardDuty[];
  readonly rows: readonly StandingRow[];
}

/** Undefined when the duty that knows of them could not look. One that is switched off finds none. */
export function countOf(kind: string, { standing, heard, rows }: Told): number | undefined {
  const knownBy = rows.find((one) => one.kind === kind)?.knownBy;
  if (heard.some(({ name, why }) => name === knownBy && why !== undefined)) return undefined;
  return sumOf(distinct(standing).filter((one) => one.kind === kind));
}

/** Things of a kind that hold a milestone up already. */
export function redOf(kind: string, standing: readonly Standing[]): Standing[] {
  return distinct(standing).filter((one) => one.kind === kind && one.severity === 'red');
}
