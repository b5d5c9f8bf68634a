// A text about the previous release in the first release of a rule, before which the config has none.
import { type LintRule, releasePath } from './subject.ts';

const NAMED = /(?<!\{)\{previous\}/;

export const firstOfRule: LintRule = {
  code: 'no-previous-release',
  find: (subject) => {
    const { spec, written, release } = subject;
    const isBefore = (other: { readonly release: string }): boolean => other.release < written.release;
    const isFirst =
      written.beside !== undefined && ![...spec.releases, ...written.beside].some((one) => isBefore(one));
    const isGiven = { ...spec.vars, ...written.vars }['previous'] !== undefined;
    const texts = JSON.stringify([spec.tasks, spec.milestones, written.milestones]);
    if (!isFirst || isGiven || !NAMED.test(texts)) return [];
    return [
      {
        severity: 'warning',
        path: releasePath(subject),
        message: `${release.version} is the first release of its rule, so {previous} reads "the previous release".`,
        fix: `Add "{ version: ${release.version}, vars: { previous: … } }" to "releases".`,
      },
    ];
  },
};
