// Fills the variables of a release into what its kind says beside tasks: labels, and steps of who takes or leaves a role.
import type { Problem } from '../../domain/problem.ts';
import type { Release, RoleTerm } from '../../domain/release.ts';
import type { BoardingStep, ReleaseSpec } from '../../domain/spec.ts';
import type { ReleaseTerms } from '../rotation/terms.ts';
import { planPath } from '../spec-of-release.ts';
import { type Variables, fillLink, fillText } from './fill.ts';

/** Both, as the release has them; absent without any. */
export function fillPlan(
  held: ReleaseTerms | undefined,
  release: ReleaseSpec,
  variables: Variables,
): { filled: Pick<Release, 'labels' | 'terms'>; problems: Problem[] } {
  const labels = fillLabels(release, variables);
  if (held === undefined) return labels;
  const { terms, problems } = fillBoarding(held, release, variables);
  return { filled: { ...labels.filled, terms }, problems: [...labels.problems, ...problems] };
}

/** Those of a kind, in the order in which they are written. */
function fillLabels(
  release: ReleaseSpec,
  variables: Variables,
): { filled: Pick<Release, 'labels'>; problems: Problem[] } {
  const problems: Problem[] = [];
  const place = {
    path: planPath(release, 'labels'),
    subject: `A label of ${release.version}`,
    tell: (problem: Problem): void => void problems.push(problem),
  };
  const labels = (release.plan?.labels ?? []).map((label, index) =>
    fillText(label, variables, { ...place, path: [...place.path, index] }),
  );
  return { filled: labels.length === 0 ? {} : { labels }, problems };
}

/** The steps of boarding, and those of leaving. */
function fillBoarding(
  { terms }: ReleaseTerms,
  release: ReleaseSpec,
  variables: Variables,
): { terms: readonly RoleTerm[] | undefined; problems: Problem[] } {
  const problems: Problem[] = [];
  const tell = (problem: Problem): void => void problems.push(problem);
  const steps = (all: readonly BoardingStep[], role: string, key: string): BoardingStep[] =>
    all.map(({ title, link }, index) => {
      const subject = `A step of the role "${role}" in ${release.version}`;
      const place = { path: planPath(release, 'roles', role, key, index), subject, tell };
      return {
        title: fillText(title, variables, place),
        ...(link === undefined ? {} : { link: fillLink(link, variables, place) }),
      };
    });
  const filled = terms?.map((term) => ({
    ...term,
    boarding: steps(term.boarding, term.role, 'boarding'),
    leaving: steps(term.leaving, term.role, 'leaving'),
  }));
  // Steps of leaving that nobody wrote are those of boarding: what these lack is told once.
  const told = problems.filter(
    ({ message }, at) => problems.findIndex((other) => other.message === message) === at,
  );
  return { terms: filled, problems: told };
}
