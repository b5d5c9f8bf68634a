// Late steps: each is named once in the channel, as a message of its own.
import { dayAt } from '../../domain/day.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import { type Place, internal, placesOf } from '../../notices/places.ts';
import { noticePrefix, rowsOf } from '../../notices/rows.ts';
import type { NoticeSubject } from '../../notices/subject.ts';
import { type ToldMessage, tell } from '../../notices/tell.ts';
import type { DutyAnswer } from '../duty.ts';
import { DUTY, type RunSheetInput } from './input.ts';
import { renderLate } from './render.ts';
import { type Sheet, type Step, endOf, lateAt } from './sheet.ts';

/** Steps of a release that are named outside of GitHub; all are in the tracking issue. */
const MOST = 10;

/** Where late steps are named: inside, and where nobody approves each message, since that takes longer than the step. */
export function placesOfLate({
  config,
  audiences = {},
  teams,
  told,
}: Pick<RunSheetInput, 'config' | 'audiences' | 'teams' | 'told'>): Place[] {
  const from = { audiences, teams, mockChannel: told?.mockChannel };
  return internal(placesOf(config.to, from)).filter(({ approval }) => approval === undefined);
}

export function lateMessages(sheet: Sheet, tracking: OwnIssue, input: RunSheetInput): DutyAnswer {
  const { release } = sheet;
  const { now } = input;
  if (input.told?.isPaused === true) return { desired: [], skips: [] };
  const today = dayAt(now, release.timezone);
  const subject: NoticeSubject = { duty: DUTY, release, tracking, now, today, approvals: [] };
  const named = namedBefore(subject);
  const late = sheet.steps.filter(({ state }) => state === 'late');
  const fresh = late.filter(({ task }) => !named.has(task.id)).slice(0, Math.max(0, MOST - named.size));
  const wanted = late.filter((step) => fresh.includes(step) || named.has(step.task.id));
  const answers = placesOfLate(input).flatMap((place) =>
    wanted.map((step) => tell(subject, messageOf(step, place, subject, input))),
  );
  return {
    desired: answers.flatMap(({ desired }) => desired),
    skips: answers.flatMap(({ skips }) => skips),
  };
}

/** Ids of the steps that were named, or that a run began to name. */
function namedBefore(subject: NoticeSubject): ReadonlySet<string> {
  const prefix = `${noticePrefix(subject)}late/`;
  const keys = [...rowsOf(subject.tracking).keys()].filter((key) => key.startsWith(prefix));
  return new Set(keys.map((key) => decodeURIComponent(key.slice(prefix.length).split('/')[0] ?? '')));
}

function messageOf(
  step: Step,
  place: Place,
  { release, tracking }: NoticeSubject,
  { config }: RunSheetInput,
): ToldMessage {
  const from = lateAt(step.task, config.late) ?? step.task.deadline;
  return {
    name: `late/${step.task.id}/${release.release}`,
    place,
    window: { from, until: endOf(release) },
    ...renderLate(step, release, tracking.url),
  };
}
