// Words that all messages share, and those of the log and the report.
import { type Day, formatInstant } from '../../domain/day.ts';
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

/** A label and what it says. */
export function fact(label: string, ...parts: readonly NoticePart[]): NoticeLine {
  return { fact: true, parts: [strong(`${label}:`), text(' '), ...parts] };
}

/** `Tue 10 Nov 2026, by Tue 23:00 UTC`: the day of the release's zone, the end of it for everybody. */
export function deadlineParts(milestone: Pick<Milestone, 'from' | 'day' | 'deadline'>): NoticePart[] {
  const { from, day } = milestone;
  return [
    text(`${from === undefined ? '' : `${dayWords(from)} to `}${dayWords(day)}, by `),
    timeOf(milestone),
  ];
}

/** `Tue 23:00 UTC`, beside the day. */
export function timeOf({ deadline }: Pick<Milestone, 'deadline'>): NoticePart {
  return { kind: 'moment', at: deadline, text: formatInstant(deadline, 'UTC', 'ddd HH:mm [UTC]') };
}

/** `Tue 10 Nov 2026, 23:00 UTC`: the end of the day of the release's zone. */
export function momentOf(milestone: Pick<Milestone, 'deadline'>): NoticePart {
  return { kind: 'moment', at: milestone.deadline, text: momentWords(milestone) };
}

export function momentWords({ deadline }: Pick<Milestone, 'deadline'>): string {
  return formatInstant(deadline, 'UTC', 'ddd D MMM YYYY, HH:mm [UTC]');
}

/** The place where something is to be done. */
export interface Place {
  /** Verb and object. */
  readonly label: string;
  readonly url: string;
}

/** A button to the place, and a link to the tracking issue; without another place that issue is the place. */
export function wayLines(place: Place | undefined, tracking: string | undefined): NoticeLine[] {
  const button =
    place ?? (tracking === undefined ? undefined : { label: 'Open tracking issue', url: tracking });
  if (button === undefined) return [];
  return [
    { button: true, parts: [{ kind: 'link', text: button.label, url: button.url }] },
    ...(place === undefined ? [] : moreLine(tracking)),
  ];
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
  whyRecord: () => 'the record of messages begins before anybody gets an email about it',
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
