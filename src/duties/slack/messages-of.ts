// One release as its messages need it, and all messages about it, whether they go out now or not.
import { dayAt } from '../../domain/day.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Release } from '../../domain/release.ts';
import type { ToldMessage } from '../../notices/tell.ts';
import { type Place, internal, placesOf } from '../../notices/places.ts';
import { filledFor } from '../filled-for.ts';
import { saidTo } from '../said-to.ts';
import { announcements } from './announced.ts';
import { approveCommand } from './commands.ts';
import { deadlineMessages } from './deadlines.ts';
import { digestMessages } from './digest.ts';
import { texts } from './config.ts';
import type { SlackInput, Subject } from './input.ts';
import { movedMessages } from './moved.ts';
import { pinned } from './pinned.ts';
import { audiencesOf, placesOfDates } from './places-of-dates.ts';
import { pressMessages } from './press.ts';
import { releasedMessages } from './released.ts';
import { teamMessages } from './team-messages.ts';
import { withdrawnMessages, withdrawnNow } from './withdrawn.ts';

export function subjectOf(release: Release, tracking: OwnIssue, whole: SlackInput): Subject {
  const input = filledFor(release, whole, texts);
  const { now } = input;
  const today = dayAt(now, release.timezone);
  const approvals = saidTo(approveCommand, release, input).map(({ effect, by }) => ({ id: effect, by }));
  const withdrawn = withdrawnNow(release, tracking, input);
  return { duty: 'slack', release, tracking, now, today, approvals, input, withdrawn };
}

/** Without those whose words depend on what stands in the way: before all duties are heard these would be others. */
export function ownMessages(subject: Subject): ToldMessage[] {
  const from = audiencesOf(subject.input);
  const dates = placesOfDates(subject.input);
  return [
    ...pinned(subject, dates),
    ...deadlineMessages(subject, dates),
    ...announcements(subject, dates),
    ...pressMessages(subject, placesOf(subject.input.config.press, from)),
    ...movedMessages(subject, placesTold(subject.input)),
    ...newsOf(subject, placesOf(subject.input.config.released, from)),
  ];
}

/** That it is out, or that it no longer is. */
function newsOf(subject: Subject, places: readonly Place[]): ToldMessage[] {
  const { withdrawn } = subject;
  if (withdrawn !== undefined) return withdrawnMessages(subject, withdrawn, places);
  return releasedMessages(subject, places);
}

export function messagesOf(subject: Subject): ToldMessage[] {
  const { digest } = subject.input.config;
  const from = audiencesOf(subject.input);
  return [
    ...ownMessages(subject),
    ...teamMessages(subject),
    ...digestMessages(subject, digest === undefined ? [] : internal(placesOf([digest.to], from))),
  ];
}

/** All that hear of dates, and so of dates that move. */
export function placesTold(input: SlackInput): Place[] {
  return [...placesOfDates(input), ...placesOf(input.config.press, audiencesOf(input))];
}
