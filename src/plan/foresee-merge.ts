// What a look would find once a pull request is merged: purely, from what was found before.
import type { Candidates } from '../domain/candidates.ts';
import type { Observation } from '../domain/observed.ts';

/** It is open no longer: nobody is asked for it, nobody's command on it is heard, and it holds no release up. */
export function foreseeMerge(observation: Observation, number: number): Observation {
  const { pulls, listedPulls, blockers, candidates } = observation;
  return {
    ...observation,
    pulls: pulls.known
      ? {
          known: true,
          value: pulls.value.map((pull) =>
            pull.number === number ? { ...pull, state: 'merged', commands: [] } : pull,
          ),
        }
      : pulls,
    listedPulls: listedPulls.known
      ? { known: true, value: listedPulls.value.filter((pull) => pull.number !== number) }
      : listedPulls,
    blockers: blockers.known
      ? { known: true, value: blockers.value.filter((blocker) => blocker.number !== number) }
      : blockers,
    candidates: candidates.known ? { known: true, value: merged(candidates.value, number) } : candidates,
  };
}

function merged(candidates: Candidates, number: number): Candidates {
  const { pulls } = candidates;
  if (!pulls.known || !pulls.value.some((pull) => pull.number === number)) return candidates;
  return {
    ...candidates,
    pulls: { known: true, value: pulls.value.filter((pull) => pull.number !== number) },
    merged: [...candidates.merged, number],
  };
}
