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

/** Undefined when nobody looked: the duty that knows of them is off, could not read, or lacks something for the release, or for any. */
export function countOf(kind: string, { standing, heard, rows }: Told, version?: string): number | undefined {
  const knownBy = rows.find((one) => one.kind === kind)?.knownBy;
  const duty = heard.find(({ name }) => name === knownBy);
  if (duty === undefined || duty.why !== undefined) return undefined;
  // What others could not read of the kind is missing from the number as well.
  const lacks = heard.flatMap((one) =>
    (one.lacks ?? []).filter(({ kinds }) => kinds?.includes(kind) ?? one.name === knownBy),
  );
  if (lacks.some(({ release = version }) => version === undefined || release === version)) return undefined;
  return sumOf(distinct(standing).filter((one) => one.kind === kind));
}

/** Things of a kind that hold a milestone up already. */
export function redOf(kind: string, standing: readonly Standing[]): Standing[] {
  return distinct(standing).filter((one) => one.kind === kind && one.severity === 'red');
}
