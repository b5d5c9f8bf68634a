// Days that nobody knows yet: the weekly digest asks the release leads to set them.
import { LEADING_ROLES } from '../../commands/rights.ts';
import { type Instant, addDays, dayAt } from '../../domain/day.ts';
import type { Release } from '../../domain/release.ts';
import type { StandingReminder } from '../../domain/standing.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { shorten } from '../../text/shorten.ts';
import { dayWords, listWords } from '../../text/words.ts';

/** Days before the release from which they are asked: six weeks. */
const FROM = 42;

/** So many in one line. */
const MOST = 5;
const LONGEST_TITLE = 60;

/** Undefined where every day is set, nobody leads, or there is time. */
export function daysToSet(
  release: Release,
  now: Instant,
): Pick<StandingReminder, 'names' | 'text'> | undefined {
  const { undated, roles, timezone } = release;
  const names = LEADING_ROLES.flatMap((role) => roles[role] ?? []);
  if (undated === undefined || undated.milestones.length === 0 || names.length === 0) return undefined;
  if (dayAt(now, timezone) < addDays(release.release, -FROM)) return undefined;
  const titles = undated.milestones
    .slice(0, MOST)
    .map(({ title }) => escapeMarkdown(shorten(title, LONGEST_TITLE)));
  const more = undated.milestones.length - titles.length;
  const what = listWords([...titles, ...(more > 0 ? [`${more} more`] : [])]);
  return {
    names: [...new Set(names)],
    text: `set the day of ${what} in the config; the release is on ${dayWords(release.release)}`,
  };
}
