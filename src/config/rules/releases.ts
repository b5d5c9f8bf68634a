// A config names its releases, be it that there are none.
import type { Problem } from '../../domain/problem.ts';
import type { Rule } from './rule.ts';

export const releaseRules: readonly Rule[] = [releasesGiven];

function releasesGiven({ merged }: Parameters<Rule>[0]): readonly Problem[] {
  const releases = merged.entries.get('releases')?.value;
  if (releases !== undefined && releases.kind !== 'nothing') return [];
  return [
    {
      code: 'no-releases',
      severity: 'error',
      path: ['releases'],
      message: `"releases" ${releases === undefined ? 'is missing' : 'has no value'}.`,
      fix: 'Add a release with "version" and "release", or write "releases: []" while none is planned.',
    },
  ];
}
