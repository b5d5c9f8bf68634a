// What the ceilings leave: mails of the last seven days, mentions of today, and comments of today.
import { type Instant, dayAt, instantOf } from '../../../domain/day.ts';
import type { ApprovalsInput } from '../input.ts';
import { WEEK, countMails, mailingsOf } from './mails.ts';
import { stagesOf } from './stage.ts';
import { saidOn } from './told.ts';
import type { Judged } from '../judge/verdict.ts';
import { workingTimeOf } from './working-time-of.ts';

/** Counts by name in small letters. */
export interface Slots {
  /** Mails of the last seven days. */
  readonly mails: ReadonlyMap<string, number>;
  /** Those that will be of the last seven days when the next last reminder is due; absent when that is far. */
  readonly later?: ReadonlyMap<string, number> | undefined;
  /** Mentions of today, on the person's own clock. */
  readonly mentions: ReadonlyMap<string, number>;
}

export function slotsOf(judged: readonly Judged[], input: ApprovalsInput): Slots {
  const mailings = mailingsOf(input);
  const last = nextLast(judged, input);
  return {
    mails: countMails(mailings, input.now),
    later: last === undefined ? undefined : countMails(mailings, last),
    mentions: mentionsToday(judged, input),
  };
}

/** Whether one more mail to each of them is below the ceiling, and leaves one for a last reminder unless it is that. */
export function hasRoom(
  people: Iterable<string>,
  last: boolean,
  { mails, later }: Slots,
  { config }: ApprovalsInput,
): boolean {
  const { week } = config.ceiling;
  return [...people].every((name) => {
    if ((mails.get(name) ?? 0) >= week) return false;
    return last || later === undefined || week === 1 || (later.get(name) ?? 0) < week - 1;
  });
}

/** The same after one more comment. */
export function withMails(slots: Slots, reach: ReadonlySet<string>, names: readonly string[]): Slots {
  return {
    ...slots,
    mails: plusOne(slots.mails, [...reach]),
    later: slots.later === undefined ? undefined : plusOne(slots.later, [...reach]),
    mentions: plusOne(
      slots.mentions,
      names.map((name) => name.toLowerCase()),
    ),
  };
}

function plusOne(counts: ReadonlyMap<string, number>, names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...counts, ...names.map((name) => [name, (counts.get(name) ?? 0) + 1] as const)]);
}

/** When within a week the last reminder is due of a deadline for which somebody still has to act. */
function nextLast(judged: readonly Judged[], { config, source, now }: ApprovalsInput): Instant | undefined {
  const { timezone, holidays } = source.spec;
  const waiting = judged.filter(({ verdict }) => ['waiting', 'with-author'].includes(verdict.kind));
  const deadlines = new Map(
    waiting.flatMap(({ deadline }) => (deadline === undefined ? [] : [[deadline.day, deadline]])),
  );
  const ends = [...deadlines.values()].flatMap((deadline) => {
    const stage = stagesOf(deadline, config.remind, holidays).at(-1);
    return stage === undefined ? [] : [instantOf(stage.day, config.workingHours.to, timezone)];
  });
  const next = Math.max(now, Math.min(...ends)) as Instant;
  return next - now < WEEK ? next : undefined;
}

/** Each person's day is that of their own clock. */
function mentionsToday(judged: readonly Judged[], input: ApprovalsInput): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { told, at } of judged.flatMap(({ pull }) => saidOn(pull)))
    for (const name of told ?? [])
      if (isToday(at, workingTimeOf(name, input).zone, input.now))
        counts.set(name.toLowerCase(), (counts.get(name.toLowerCase()) ?? 0) + 1);
  return counts;
}

export function commentsToday({ pull }: Judged, { now, source }: ApprovalsInput): number {
  return saidOn(pull).filter(({ at }) => isToday(at, source.spec.timezone, now)).length;
}

function isToday(at: Instant, zone: string, now: Instant): boolean {
  return now - at < 2 * 86_400_000 && dayAt(at, zone) === dayAt(now, zone);
}
