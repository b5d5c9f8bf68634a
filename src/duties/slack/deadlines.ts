// Notices before deadlines: a week before RC1 at the latest, with all dates that follow (Y3, Y10, Y14, Y15).
import { MOST_TRIES } from '../../domain/outbox.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { isCandidate, isFirstCandidate } from '../../schedule/milestone-kind.ts';
import { askSeen } from './ask-seen.ts';
import { callAt } from './calls.ts';
import { noticeKey, rowsOf } from '../../notices/rows.ts';
import type { Subject } from './input.ts';
import type { Message } from '../../notices/message.ts';
import { renderDue } from './render-due.ts';
import { render } from './render.ts';
import type { Place } from '../../notices/places.ts';
import { PINNED, announced, daysOf } from './told-dates.ts';
import { type Stage, stagesOf } from '../../notices/window.ts';

export function deadlineMessages(subject: Subject, places: readonly Place[]): Message[] {
  const { input, release } = subject;
  const { notice } = input.config;
  return announced(subject).flatMap((milestone) =>
    stagesOf(milestone, notice, release, input.source.spec.holidays).flatMap((stage) =>
      places
        .filter((place) => needs(subject, place, stage))
        .map((place) => messageFor(subject, milestone, stage, place)),
    ),
  );
}

function messageFor(subject: Subject, milestone: Milestone, stage: Stage, place: Place): Message {
  const follow = followers(milestone, subject.release);
  const told = [milestone, ...follow];
  const { title, lines } = renderDue(subject, milestone, follow);
  return {
    name: `due/${milestone.id}/${milestone.day}/${stage.name}`,
    place,
    window: stage,
    title,
    lines: [...callAt(subject, place, stage.name), ...lines, ...askSeen(subject, [milestone], place)],
    tells: daysOf(told),
    why: render.whyDue(milestone),
  };
}

/** RC1's notice tells of the later candidates and of the release, too. */
function followers(milestone: Milestone, { milestones, version }: Release): Milestone[] {
  if (!isFirstCandidate(milestone, version)) return [];
  return milestones.filter(
    (one) => one.day > milestone.day && (one.id === 'release' || isCandidate(one, version)),
  );
}

/**
 * The message with all dates comes first, and what it told within the stage is not told again. One of which nobody
 * will ever know whether it arrived holds nothing up.
 */
function needs(subject: Subject, place: Place, stage: Stage): boolean {
  const row = rowsOf(subject.tracking).get(noticeKey(subject, PINNED, place.slug));
  if (row === undefined || row.at >= stage.from) return false;
  return (
    row.sent !== undefined || row.unsure === true || (row.failed === undefined && row.tries >= MOST_TRIES)
  );
}
