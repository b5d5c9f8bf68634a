// The releases beside a rule that are long over: nothing deletes them from the file but people.
import { type Instant, addDays, dayAt } from '../domain/day.ts';
import type { Release } from '../domain/release.ts';
import type { ReleaseSpec } from '../domain/spec.ts';
import { countWords, listWords } from '../text/words.ts';

/** A rule lists its own releases for so long after their last week. */
const WEEKS = 4;

/** One line; none where no rule is, or nothing that can be deleted. */
export function overWords(
  written: readonly Pick<ReleaseSpec, 'beside'>[],
  releases: readonly Pick<Release, 'version' | 'end' | 'timezone'>[],
  now: Instant,
): string[] {
  const hasRule = written.some(({ beside }) => beside !== undefined);
  const over = releases.filter(({ end, timezone }) => dayAt(now, timezone) > addDays(end, 7 * WEEKS));
  if (!hasRule || over.length === 0) return [];
  const names = listWords(over.map(({ version }) => version));
  const [verb, them] = over.length === 1 ? ['is', 'it'] : ['are', 'them'];
  return [
    `${names} ${verb} over for more than ${countWords(WEEKS, 'week')}: you can delete ${them} from "releases".`,
  ];
}
