// By when the fixes that nobody has picked have to be on their branches.
import type { Milestone } from '../../../domain/release.ts';
import { type Need, openNeeds } from '../../../picks/needs.ts';
import { deadlinesOf } from './deadline.ts';
import type { ApprovalsInput } from '../input.ts';

export interface Unpicked extends Need {
  /** By when it has to be there. */
  readonly deadline: Milestone;
}

export interface Picks {
  /** By number of the fix, then by release. */
  readonly lacking: readonly Unpicked[];
  /** Of which nobody can tell whether the branch has them. */
  readonly unsure: readonly Need[];
}

export function picksOf(input: ApprovalsInput): Picks {
  const { lacking, unsure } = openNeeds(input);
  return { lacking: lacking.flatMap((one) => withDeadline(one, input)), unsure };
}

/** After the last milestone that counts, release day is what it is missing for. */
function withDeadline(need: Need, { config, now }: ApprovalsInput): Unpicked[] {
  const { release, branch } = need;
  const day = release.milestones.find(({ id }) => id === 'release');
  const deadline = deadlinesOf({ base: branch }, release, true, config, now).next ?? day;
  return deadline === undefined ? [] : [{ ...need, deadline }];
}
