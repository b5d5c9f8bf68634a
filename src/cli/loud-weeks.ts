// Plays a config through, and finds the weeks in which somebody would get too many emails.
import { addDays } from '../domain/day.ts';
import type { Prepared } from '../run/prepare.ts';
import type { PersonWeek } from '../../sandbox/simulate/loud-weeks.ts';
import { firstDay, lastDay } from '../../sandbox/simulate/span.ts';
import { countWords, spanWords } from '../text/words.ts';
import type { Io } from './command.ts';

/** Emails a person and week, beyond own assignments and answers to commands. */
export const CEILING = 2;

/** Weeks that are listed; the rest is counted. */
const MOST = 10;

/** Weeks above the ceiling, the loudest first, with a team that does its tasks. */
export async function loudWeeks(prepared: Prepared, io: Io): Promise<readonly PersonWeek[]> {
  const from = firstDay(prepared);
  const to = lastDay(prepared.releases);
  if (from === undefined || to === undefined) return [];
  // The embedded GitHub is large; other commands start without it.
  const { simulate } = await import('../../sandbox/simulate/simulate.ts');
  const { personWeeks } = await import('../../sandbox/simulate/loud-weeks.ts');
  io.progress?.('Playing the cycle');
  const { events } = await simulate({ prepared, from, to, team: 'scripted' });
  io.progress?.('');
  return personWeeks(events).filter(({ emails }) => emails.length > CEILING);
}

export function loudWords(weeks: readonly PersonWeek[]): string {
  if (weeks.length === 0)
    return `Nobody gets more than ${CEILING} emails a week beyond their own assignments.`;
  const lines = weeks
    .slice(0, MOST)
    .flatMap(({ login, monday, emails }) => [
      `Warning: ${login} gets ${countWords(emails.length, 'email')} in ${spanWords(monday, addDays(monday, 6))}:`,
      ...emails.map((line) => `  ${line}`),
    ]);
  return [
    ...lines,
    ...(weeks.length > MOST ? [`and ${weeks.length - MOST} more weeks; --json has all`] : []),
  ].join('\n');
}
