// What a look would find once the check of a candidate's pull request is made.
import type { Candidates } from '../domain/candidates.ts';
import type { CreateCheck } from '../domain/pull-operation.ts';

export function foreseeCheck(found: Candidates, { head, externalId }: CreateCheck): Candidates {
  if (!found.pulls.known) return found;
  return {
    ...found,
    pulls: {
      known: true,
      value: found.pulls.value.map((pull) =>
        pull.head === head ? { ...pull, check: { known: true, value: { externalId } } } : pull,
      ),
    },
  };
}
