// Words that all messages share, and those of the log and the report.
import { type Day, type Instant, formatInstant } from '../../domain/day.ts';
import type { NoticeLine, NoticePart, NoticeTarget } from '../../domain/notice.ts';
import type { Milestone, Release } from '../../domain/release.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
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

/** `Tue 10 Nov 2026 (until Tue 23:00 UTC)`: the day of the release's zone, the end of it for everybody. */
export function deadlineWords({ day, deadline }: Pick<Milestone, 'day' | 'deadline'>): string {
  return `${dayWords(day)} (until ${utc(deadline)})`;
}

/** `Tue 10 Nov 2026, 23:00 UTC`: the end of the day of the release's zone. */
export function momentWords({ deadline }: Pick<Milestone, 'deadline'>): string {
  return formatInstant(deadline, 'UTC', 'ddd D MMM YYYY, HH:mm [UTC]');
}

function utc(at: Instant): string {
  return formatInstant(at, 'UTC', 'ddd HH:mm [UTC]');
}

/** The line that leads to the tracking issue. */
export function moreLine(url: string | undefined): NoticeLine[] {
  return url === undefined ? [] : [line({ kind: 'link', text: 'All dates and tasks', url })];
}

export function placeWords(target: NoticeTarget): string {
  switch (target.kind) {
    case 'slack':
      return `${target.channel} on Slack${target.workspace === undefined ? '' : ` (${target.workspace})`}`;
    case 'mail':
      return `${countWords(target.to.length, 'address', 'addresses')} by mail`;
    case 'wiki':
      return `the wiki page ${target.page}`;
    case 'discussion':
      return `the discussions in ${target.category}`;
  }
}

export const render = {
  entry: (title: string, target: NoticeTarget) =>
    `Told ${escapeMarkdown(placeWords(target))}: ${escapeMarkdown(title)}`,
  whyPinned: ({ version }: Release) => `all dates of ${version} in one pinned message`,
  whyDue: ({ title, day }: Milestone) => `${title} is on ${dayWords(day)}`,
  whyMoved: (count: number) => `${countWords(count, 'date')} moved that was told before`,
  whyReleased: ({ version }: Release) => `${version} is out`,
  whyEmbargo: () => 'the embargo has a time',
  whyTeam: (team: string) => `the team ${team} has something to do`,
  whyDigest: (day: Day) => `the digest of ${dayWords(day)}`,
  whyAnnounced: (by: string) => `${by} asked for it`,
  whyPreview: (role: string) => `the role ${role} approves it before it goes out`,
  noChannel: (name: string) => `the audience ${name} is external; it hears of a release only when it is out`,
  unknownAudience: (name: string) => `there is no audience ${name}; add it under \`audiences\``,
  approved: (by: string, title: string, target: NoticeTarget) =>
    `${escapeMarkdown(by)} approved a message to ${escapeMarkdown(placeWords(target))}: ${escapeMarkdown(title)}`,
  previewed: (title: string, target: NoticeTarget) =>
    `Asked for approval of a message to ${escapeMarkdown(placeWords(target))}: ${escapeMarkdown(title)}`,
  failed: (target: NoticeTarget, why: string) => `${placeWords(target)}: ${why}`,
  lost: (target: NoticeTarget) =>
    `${placeWords(target)}: it was begun twice and nobody knows whether it arrived; look there, and send it by hand if not`,
  waits: (role: string) => `it waits for the role ${role}: see its preview in the tracking issue`,
  paused: () => '`slack.paused` is on: nothing is sent',
};
