// The windows in which messages may go out.
import { type Day, type Instant, instantOf } from '../domain/day.ts';
import type { Milestone, Release } from '../domain/release.ts';
import { MORNING } from '../schedule/morning.ts';
import { noticeEnd } from '../schedule/notice-end.ts';
import { type Lead, noticeStages } from '../schedule/notice-stages.ts';

/** A window of time: from the first instant on, never at or after the second. */
export interface Window {
  readonly from: Instant;
  readonly until: Instant;
}

export interface Stage extends Window {
  /** `1-weeks`, `2-days`: unique among the stages of a milestone. */
  readonly name: string;
}

export function morningOf(day: Day, release: Release): Instant {
  return instantOf(day, MORNING, release.timezone);
}

/** The stages before a milestone; each lasts until the next begins, so a late run sends the newest only. */
export function stagesOf(
  milestone: Milestone,
  notice: readonly Lead[],
  release: Release,
  holidays: readonly Day[],
): Stage[] {
  const stages = noticeStages(milestone, release, notice, holidays);
  const { deadline } = noticeEnd(milestone, release.version);
  return stages.flatMap(({ lead, day }, index) => {
    const from = morningOf(day, release);
    const next = stages[index + 1];
    const until = next === undefined ? deadline : morningOf(next.day, release);
    return from < until ? [{ name: stageName(lead), from, until }] : [];
  });
}

/** `1-weeks`, `2-days`. */
export function stageName({ amount, unit }: Lead): string {
  return `${amount}-${unit}`;
}
