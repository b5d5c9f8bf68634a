// Words that all messages share, and those of the log and the report.
import { type Day, type Instant, formatInstant } from '../../domain/day.ts';
import type { NoticeLine, NoticePart } from '../../domain/notice.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { countWords, dayWords } from '../../text/words.ts';

export function text(words: string): NoticePart {
  return { kind: 'text', text: words };
}

export function strong(words: string): NoticePart {
  return { kind: 'strong', text: words };
}

export function line(...parts: readonly NoticePart[]): NoticeLine {
  return { parts };
}

export function item(...parts: readonly NoticePart[]): NoticeLine {
  return { item: true, parts };
}

/** `Tue 10 Nov 2026 (by Tue 23:00 UTC)`: the day of the release's zone, the end of it for everybody. */
export function deadlineWords({ day, deadline }: Pick<Milestone, 'day' | 'deadline'>): string {
  return `${dayWords(day)} (by ${utc(deadline)})`;
}

/** `Tue 10 Nov 2026, 23:00 UTC`: the end of the day of the release's zone. */
export function momentWords({ deadline }: Pick<Milestone, 'deadline'>): string {
  return formatInstant(deadline, 'UTC', 'ddd D MMM YYYY, HH:mm [UTC]');
}

/** `Tue 23:00 UTC`, beside the day. */
export function utcWords({ deadline }: Pick<Milestone, 'deadline'>): string {
  return utc(deadline);
}

function utc(at: Instant): string {
  return formatInstant(at, 'UTC', 'ddd HH:mm [UTC]');
}

/** The line that leads to the tracking issue. */
export function moreLine(url: string | undefined): NoticeLine[] {
  return url === undefined ? [] : [line({ kind: 'link', text: 'All dates and tasks', url })];
}

/** What a message leaves out is in the tracking issue. */
export function restLine(left: number, url: string | undefined): NoticeLine[] {
  if (left <= 0) return [];
  const words = `and ${left} more in the tracking issue`;
  return [line(url === undefined ? text(words) : { kind: 'link', text: words, url })];
}

export const render = {
  askSeen: () =>
    'To confirm for your team, react with a check mark or comment `/release seen` on the tracking issue.',
  whyPinned: ({ version }: Release) => `all dates of ${version} in one pinned message`,
  whyDue: ({ title, day }: Milestone) => `${title} is on ${dayWords(day)}`,
  whySeveralDue: (count: number) => `${countWords(count, 'deadline is', 'deadlines are')} near`,
  whyMoved: (count: number) => `${countWords(count, 'announced date')} moved`,
  whyReleased: ({ version }: Release) => `${version} is out`,
  whyEmbargo: () => 'the embargo has a time',
  whyTeam: (team: string) => `the team ${team} has something to do`,
  whyDigest: (day: Day) => `the digest of ${dayWords(day)}`,
  whyAnnounced: (by: string) => `${by} asked for it`,
  noChannel: (name: string) =>
    `the audience ${name} is external; relcomms tells it about a release only once it is out`,
  paused: () => '`slack.paused` is on: nothing is sent',
};
