// The words of deadlines beside the notices: lines of the log, what is in the way, and reasons.
import type { Day } from '../../domain/day.ts';
import type { Milestone, Release, Task } from '../../domain/release.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { shorten } from '../../text/shorten.ts';
import { clockWords, countWords, dayWords, distanceWords } from '../../text/words.ts';
import type { Notice } from './notices.ts';
import type { Share } from './to-do.ts';

const LONGEST_TITLE = 80;

export const render = {
  toldEntry: (notices: readonly Notice[]) => `Announced ${dated(notices)}.`,
  copiedEntry: () => 'Announced together with another release.',
  digestEntry: (monday: Day, notices: readonly Notice[]) =>
    `Digest of the week of ${dayWords(monday)}${notices.length === 0 ? '' : `, with ${dated(notices)}`}.`,
  knownEntry: (notices: readonly Notice[], begins: boolean) =>
    [
      begins ? 'Started to watch the deadlines.' : '',
      notices.length === 0 ? '' : `Already shown in this issue, so no separate reminder: ${dated(notices)}.`,
    ]
      .filter((part) => part !== '')
      .join(' '),

  milestone: (milestone: Milestone, today: Day) =>
    `${title(milestone.title)}: ${dayWords(milestone.day)} (${distanceWords(today, milestone.day)})`,
  task: (task: Task, number: number | undefined, late: boolean) =>
    `${number === undefined ? '' : `#${number} `}${title(task.title)}, ${late ? 'was due' : 'due'} ${dayWords(task.due)}${clockWords(task.clock)}`,
  holders: ({ holders, role }: Task) =>
    escapeMarkdown(holders.length > 0 ? holders.join(', ') : (role?.replaceAll('-', ' ') ?? 'nobody')),
  who: (who: string | undefined) => escapeMarkdown(who ?? 'everybody'),

  what: ({ title: name }: Release) => `Deadlines of ${name}`,
  whyNotice: (notices: readonly Notice[]) => `it announces ${dated(notices)}`,
  whyDigest: (shares: readonly Share[]) =>
    `it tells ${countWords(shares.length, 'person or team', 'people and teams')} what they have to do this week`,
  whyLedger: () => 'the log lists each announcement once',
  raised: (milestone: Milestone) =>
    `${milestone.title} is also announced a week before: the config has a shorter notice, and teams need that week`,
};

function dated(notices: readonly Notice[]): string {
  return notices.map(({ milestone }) => `${title(milestone.title)} (${dayWords(milestone.day)})`).join(', ');
}

function title(text: string): string {
  return escapeMarkdown(shorten(text, LONGEST_TITLE));
}
