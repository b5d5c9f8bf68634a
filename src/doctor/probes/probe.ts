// All probes of what GitHub answers here, side by side: each that fails leaves a line of its own.
import type { WikiPlace } from '../../channels/wiki/git.ts';
import type { Instant } from '../../domain/day.ts';
import type { RepositoryLook } from '../ask-repository.ts';
import type { Checkup } from '../checkup.ts';
import type { Where } from '../where.ts';
import { branchRuleCheckups } from './branch-rules.ts';
import { dependencyCheckups } from './dependencies.ts';
import { ownWordCheckups } from './own-words.ts';
import { type Place, unlessFailed } from './place.ts';
import { pullFieldCheckups } from './pull-fields.ts';
import { reportCheckups } from './reports.ts';
import { targetDateCheckups } from './target-date.ts';
import { watchedPathCheckups } from './watched-paths.ts';
import { wikiCheckups } from './wiki.ts';

interface Probed extends Omit<Place, 'where' | 'isOrganization'> {
  readonly asking: Where;
  readonly repository: RepositoryLook;
  readonly now: Instant;
  readonly wiki?: (() => Promise<WikiPlace>) | undefined;
}

export async function probe({
  asking,
  repository,
  now,
  wiki,
  ...asked
}: Probed): Promise<readonly Checkup[]> {
  const { isOrganization, hasWiki, defaultBranch } = repository;
  const place: Place = { ...asked, where: asking, isOrganization };
  const found = await Promise.all([
    unlessFailed('pull requests', () => pullFieldCheckups(place)),
    unlessFailed('texts of relcomms', () => ownWordCheckups(place)),
    unlessFailed(`rules of ${defaultBranch}`, () => branchRuleCheckups(place, defaultBranch)),
    unlessFailed('Target date', () => targetDateCheckups(place)),
    unlessFailed('issue dependencies', () => dependencyCheckups(place)),
    unlessFailed('artifacts', () => reportCheckups(place)),
    unlessFailed('watched paths', () => watchedPathCheckups(place)),
    unlessFailed('wiki', () => wikiCheckups(asked.prepared, now, hasWiki ? wiki : undefined, asking)),
  ]);
  return found.flat();
}
