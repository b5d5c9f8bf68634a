// How much stands in the way, as numbers for programs and for the trend; what is not known has none.
import type { HeardDuty, Standing, StandingKind } from '../domain/standing.ts';
import { distinct } from './distinct.ts';
import { KINDS, sumOf } from './kinds.ts';

/** Undefined when the duty that knows of them could not look. One that is switched off finds none. */
export function countOf(
  kind: StandingKind,
  standing: readonly Standing[],
  heard: readonly HeardDuty[],
): number | undefined {
  const knownBy = KINDS.find((one) => one.kind === kind)?.knownBy;
  if (heard.some(({ name, why }) => name === knownBy && why !== undefined)) return undefined;
  return sumOf(distinct(standing).filter((one) => one.kind === kind));
}

/** Things of a kind that hold a milestone up already. */
export function redOf(kind: StandingKind, standing: readonly Standing[]): Standing[] {
  return distinct(standing).filter((one) => one.kind === kind && one.severity === 'red');
}
