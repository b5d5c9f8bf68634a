// How many mails each person would get over the cycle, with the config of today and with a proposed one.
import type { Day } from '../domain/day.ts';
import type { Known } from '../domain/known.ts';

/** Mails that relcomms causes for one person while a config is played through with a team that does its tasks. */
export interface PersonMails {
  readonly login: string;
  readonly total: number;
  /** The first of the weeks with most mails; absent without a mail. */
  readonly busiest?: { readonly monday: Day; readonly count: number } | undefined;
}

export interface MailForecast {
  /** Absent when the default branch has no config that could be played. */
  readonly before?: readonly PersonMails[] | undefined;
  readonly after: readonly PersonMails[];
}

/**
 * Takes the text of the config on the default branch, if one stands, and the proposed text. It answers at once:
 * `later` when they have yet to be played, and another run is asked for when they are.
 */
export type AskForecast = (before: string | undefined, after: string) => Known<MailForecast> | 'later';

/** One person in both of them; 0 for who gets none. */
export interface MailChange {
  readonly login: string;
  readonly before: number;
  readonly after: number;
  /** With the proposed config. */
  readonly busiest: PersonMails['busiest'];
}

/** Everybody who gets a mail in either, those first for whom most changes, then those who get most. */
export function mailChanges({ before = [], after }: MailForecast): MailChange[] {
  const old = new Map(before.map((person) => [person.login.toLowerCase(), person]));
  const names = new Set(after.map(({ login }) => login.toLowerCase()));
  const gone = before.filter(({ login }) => !names.has(login.toLowerCase()));
  const rows = [
    ...after.map(({ login, total, busiest }) => {
      return { login, before: old.get(login.toLowerCase())?.total ?? 0, after: total, busiest };
    }),
    ...gone.map(({ login, total }) => ({ login, before: total, after: 0, busiest: undefined })),
  ];
  return rows.filter((row) => isPerson(row) && row.before + row.after > 0).toSorted(byWeight);
}

/** Whether somebody gets more mails or fewer. Without anything to compare with, nobody does. */
export function changesMails(forecast: MailForecast): boolean {
  return forecast.before !== undefined && mailChanges(forecast).some((row) => row.before !== row.after);
}

/** Teams and bots read no mail. */
function isPerson({ login }: MailChange): boolean {
  return !login.includes('/') && !login.endsWith('[bot]');
}

function byWeight(a: MailChange, b: MailChange): number {
  const moved = (row: MailChange): number => Math.abs(row.after - row.before);
  return moved(b) - moved(a) || b.after - a.after || (a.login < b.login ? -1 : 1);
}
