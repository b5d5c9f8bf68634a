// A release that is withdrawn: every place that got the news that it is out gets one message that it is not.
import type { Desired } from '../../domain/desired.ts';
import { dayAt, endOfDay, instantOf } from '../../domain/day.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { type Release, hasSections } from '../../domain/release.ts';
import { trackingKey } from '../../memory/tracking-key.ts';
import { type Withdrawal, withdrawalEntries, withdrawalOf } from '../../memory/withdrawn.ts';
import type { Message } from '../../notices/message.ts';
import type { Place } from '../../notices/places.ts';
import { rowsAt } from '../../notices/rows-at.ts';
import { saidTo } from '../said-to.ts';
import type { SlackInput, Subject } from './input.ts';
import { RELEASED } from './told-dates.ts';
import { renderWithdrawn, withdrawnWords } from './render-withdrawn.ts';
import { withdrawCommand } from './withdraw-command.ts';

/** By the log, else by a command of this run; the first one counts. */
export function withdrawnNow(
  release: Release,
  tracking: OwnIssue | undefined,
  input: SlackInput,
): Withdrawal | undefined {
  const before = withdrawalOf(release, tracking);
  if (before !== undefined) return before;
  const [said] = saidTo(withdrawCommand, release, input);
  return said && { ...said.effect, by: said.by, day: dayAt(input.now, release.timezone) };
}

/** Who got no news gets no message. */
export function withdrawnMessages(
  subject: Subject,
  withdrawal: Withdrawal,
  places: readonly Place[],
): Message[] {
  const { release, tracking } = subject;
  const from = instantOf(withdrawal.day, '00:00', release.timezone);
  const window = { from, until: endOfDay(release.end, release.timezone) };
  return places
    .filter((place) => rowsAt(subject, place).some(({ name }) => name === RELEASED))
    .map((place) => ({
      name: 'withdrawn',
      place,
      window,
      ...renderWithdrawn(release, withdrawal, place.reach, tracking.url),
      why: withdrawnWords.why(release),
    }));
}

/** Its lines in the log, and what the first screen of the tracking issue says, until that is written no more. */
export function withdrawnIssues(input: SlackInput): Desired[] {
  const known = input.releases.filter((release) => hasSections(release, input.now));
  return known.flatMap((release) => {
    const tracking = input.observed.ownIssues.find(({ key }) => key === trackingKey(release));
    const withdrawal = withdrawnNow(release, tracking, input);
    return tracking === undefined || withdrawal === undefined ? [] : noted(release, withdrawal);
  });
}

function noted(release: Release, withdrawal: Withdrawal): Desired[] {
  const issue = trackingKey(release);
  const why = withdrawnWords.whySaid(withdrawal.by);
  const text = withdrawnWords.headline(withdrawal);
  return [
    ...withdrawalEntries(release, withdrawal).map((entry) => ({
      kind: 'entry' as const,
      issue,
      ...entry,
      why,
    })),
    { kind: 'section', issue, name: 'withdrawn', text, isHeadline: true, why },
  ];
}
