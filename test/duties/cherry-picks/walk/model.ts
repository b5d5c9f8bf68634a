// What is so after each step of a walk, by brute force over what people did: no text is read.
import { BRANCHES, type Original, type Take, type World } from './walk.ts';

/** Lines, sorted: `missing #101 on release-0.4`, `open #120`, `in #118`, `twice #131`. */
export function modelOf(world: World): string[] {
  const picks = world.takes.filter(({ form }) => form.picks === 'yes');
  const holding = picks.filter(({ state }) => state === 'open' || state === 'merged');
  const has = (one: Original, branch: string) =>
    holding.some((pick) => pick.of === one && pick.branch === branch);
  const lines = BRANCHES.flatMap((branch) => [
    ...world.originals
      .filter((one) => one.state === 'merged' && wanted(one).includes(branch) && !has(one, branch))
      .map((one) => `${one.isReverted ? 'reverted' : 'missing'} #${one.number} on ${branch}`),
    ...holding
      .filter((pick) => pick.branch === branch)
      .flatMap((pick) => [
        `${pick.state === 'open' ? 'open' : 'in'} #${pick.number}`,
        ...faults(pick, holding, has).map((fault) => `${fault} #${pick.number}`),
      ]),
  ]);
  return lines.toSorted();
}

function wanted({ labels, milestone }: Original): readonly string[] {
  return milestone === undefined ? labels : [milestone];
}

function faults(
  pick: Take,
  holding: readonly Take[],
  has: (one: Original, branch: string) => boolean,
): string[] {
  const { of, branch, number } = pick;
  const others = holding.filter(
    (other) =>
      other !== pick &&
      other.of === of &&
      other.branch === branch &&
      (other.state === 'merged' || other.number < number),
  );
  const isAsked =
    of.labels.length > 0 ? of.labels.includes(branch) : of.milestone === undefined || of.milestone === branch;
  const isElsewhere = of.labels.length > 0 || (of.milestone !== undefined && !has(of, of.milestone));
  return [
    ...(of.state === 'open' ? ['open-source'] : []),
    ...(of.state === 'closed' ? ['closed-source'] : []),
    ...(of.isReverted ? ['reverted-source'] : []),
    ...(pick.state === 'open' && others.length > 0 ? ['twice'] : []),
    // What is not merged is no fix yet: nobody knows where it has to go.
    ...(of.state === 'merged' && !isAsked && isElsewhere ? ['wrong-branch'] : []),
  ];
}
