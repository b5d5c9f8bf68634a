// One pacer for each installation: GitHub counts the writes of an account, over all its repositories.
import { type Clock, type Pacer, startPacer } from '../github/pacer.ts';

export type PacerOf = (installation: number) => Pacer | undefined;

/** Kept as long as the process runs; without a clock there are none. `stop`: see `startPacer`. */
export function pacersByInstallation(clock: Clock | undefined, stop?: AbortSignal): PacerOf {
  const pacers = new Map<number, Pacer>();
  return (installation) => {
    if (clock === undefined) return undefined;
    const pacer = pacers.get(installation) ?? startPacer(clock, stop);
    pacers.set(installation, pacer);
    return pacer;
  };
}
