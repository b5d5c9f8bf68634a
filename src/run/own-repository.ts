// What a config may say of the repository that it is in: only there is it known whether it names itself.
import { isSameRepository } from '../domain/other-repository.ts';
import type { LocatedProblem, Path, Problem } from '../domain/problem.ts';
import type { ScheduleSpec } from '../domain/spec.ts';
import type { RepositoryName } from '../github/client.ts';

/** A name that is wrong by which repository the config is of. */
interface Named<P> {
  readonly name: string;
  /** `own`: it is wrong where it is the name of this repository; `other`: where it is that of any other. */
  readonly wrongAs: 'own' | 'other';
  readonly problem: P;
}

export type NamedRepository = Named<LocatedProblem>;

/** At the top and in the plan of each release. */
export function namedRepositories(schedule: ScheduleSpec): Named<Problem>[] {
  const plans = new Map(
    schedule.releases.flatMap(({ plan }) => (plan === undefined ? [] : [[plan.path.join(), plan]])),
  );
  return [{ path: [], ...schedule }, ...plans.values()].flatMap(({ path, repositories = [] }) =>
    repositories.flatMap((one, index): Named<Problem>[] => {
      const at = [...path, 'repositories', index];
      const unlisted = one.after.filter(
        (name) => !repositories.some((other) => isSameRepository(other.name, name)),
      );
      return [
        { name: one.name, wrongAs: 'own', problem: itself(one.name, at) },
        ...unlisted.map((name) => ({
          name,
          wrongAs: 'other' as const,
          problem: unknown(name, [...at, 'after']),
        })),
      ];
    }),
  );
}

/** Everything that is wrong with it in this repository, in order of line. */
export function inRepository(
  { named }: { readonly named: readonly NamedRepository[] },
  { owner, repo }: RepositoryName,
): LocatedProblem[] {
  const wrong = named.filter(
    ({ name, wrongAs }) => isSameRepository(name, `${owner}/${repo}`) === (wrongAs === 'own'),
  );
  const problems = new Map(wrong.map(({ problem }) => [`${problem.line} ${problem.message}`, problem]));
  return [...problems.values()].toSorted((a, b) => a.line - b.line || a.column - b.column);
}

function itself(name: string, path: Path): Problem {
  return {
    code: 'own-repository',
    severity: 'error',
    path,
    message: `${name} is this repository: relcomms looks at it anyway.`,
    fix: 'Delete it here. Others may name it under "after".',
  };
}

function unknown(name: string, path: Path): Problem {
  return {
    code: 'unknown-repository',
    severity: 'error',
    path,
    message: `${name} is neither this repository nor one under "repositories".`,
    fix: 'Correct the name, or add the repository.',
  };
}
