// The noise meter: how many mails each person gets per week.
import { type Day, addDays, dayAt, mondayOf } from '../../src/domain/day.ts';
import type { Instant } from '../../src/domain/day.ts';
import type { Mail } from './mail.ts';

export interface NoiseRow {
  readonly login: string;
  /** One number per week, in the order of `weeks`. */
  readonly perWeek: readonly number[];
  readonly total: number;
}

export interface Noise {
  /** Mondays, from the first week to the one of today. */
  readonly weeks: readonly Day[];
  readonly rows: readonly NoiseRow[];
}

export interface NoiseInput {
  readonly mails: readonly Mail[];
  readonly people: readonly string[];
  readonly start: Day;
  readonly today: Day;
  readonly zone: string;
}

/** Counts every mail in the week of its day. */
export function noiseOf({ mails, people, start, today, zone }: NoiseInput): Noise {
  const weeks: Day[] = [];
  for (let monday = mondayOf(start); monday <= today; monday = addDays(monday, 7)) weeks.push(monday);
  const weekOf = (mail: Mail): Day => mondayOf(dayAt(Date.parse(mail.at) as Instant, zone));
  const rows = people.map((login) => {
    const own = mails.filter((mail) => mail.to === login).map(weekOf);
    const perWeek = weeks.map((week) => own.filter((monday) => monday === week).length);
    return { login, perWeek, total: own.length };
  });
  return { weeks, rows };
}
