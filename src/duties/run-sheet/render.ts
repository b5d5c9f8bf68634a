// The words of the run sheet outside of its section: the log, messages, and reasons.
import { type Instant, formatInstant } from '../../domain/day.ts';
import type { NoticeLine } from '../../domain/notice.ts';
import type { Release, Task } from '../../domain/release.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { shorten } from '../../text/shorten.ts';
import { countWords } from '../../text/words.ts';
import type { Step } from './sheet.ts';

const LONGEST_TITLE = 80;

/** Of a task, plain. */
export function titleOf({ title }: Task): string {
  return shorten(title, LONGEST_TITLE);
}

/** Logins, or the role; plain. */
export function ownerOf({ holders, role, doneBy }: Task): string {
  if (doneBy !== undefined) return 'relcomms';
  if (holders.length > 0) return holders.join(', ');
  return role === undefined ? 'nobody' : `${role.replaceAll('-', ' ')}: nobody yet`;
}

/** `14:35`, with the day where that is not release day. */
export function timeAt(at: Instant, { timezone, release }: Release): string {
  const isThatDay = formatInstant(at, timezone, 'YYYY-MM-DD') === release;
  return formatInstant(at, timezone, isThatDay ? 'HH:mm' : 'ddd D MMM HH:mm');
}

/** `35 minutes late`, `on time`, `1 hour 5 minutes early`. */
export function elapsedWords({ deadline }: Task, at: Instant): string {
  const minutes = Math.trunc((at - deadline) / 60_000);
  if (minutes === 0) return 'on time';
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const words = [
    ...(hours === 0 ? [] : [countWords(hours, 'hour')]),
    ...(rest === 0 ? [] : [countWords(rest, 'minute')]),
  ];
  return `${words.join(' ')} ${minutes > 0 ? 'late' : 'early'}`;
}

/** `planned 14:00, done 14:35, 35 minutes late`. */
function doneWords(task: Task, release: Release, at: Instant): string {
  if (task.clock === undefined) return `done ${timeAt(at, release)}`;
  return `planned ${task.clock.at}, done ${timeAt(at, release)}, ${elapsedWords(task, at)}`;
}

function fact(label: string, words: string): NoticeLine {
  return {
    fact: true,
    parts: [
      { kind: 'strong', text: `${label}:` },
      { kind: 'text', text: ` ${words}` },
    ],
  };
}

export function renderLate(
  { task }: Step,
  { version, timezone }: Release,
  url: string | undefined,
): { title: string; lines: NoticeLine[]; why: string } {
  return {
    title: `${version}: ${titleOf(task)} is late`,
    lines: [
      { parts: [{ kind: 'text', text: 'Confirm it, or say in the tracking issue what holds it up.' }] },
      fact('Planned', `${task.clock?.at ?? ''} ${timezone}`),
      fact('Owner', ownerOf(task)),
      ...(url === undefined
        ? []
        : [{ button: true, parts: [{ kind: 'link' as const, text: 'Open run sheet', url }] }]),
    ],
    why: `a step of the run sheet of ${version} is late`,
  };
}

export const render = {
  doneEntry: (task: Task, release: Release, at: Instant) =>
    `Run sheet: ${escapeMarkdown(titleOf(task))}, ${doneWords(task, release, at)}`,
  timed: (task: Task, { version }: Release) => `the message that ${titleOf(task)} of ${version} is late`,
  whySection: () => 'the run sheet of release day',
  whyDone: () => 'a step of the run sheet is done',
};
