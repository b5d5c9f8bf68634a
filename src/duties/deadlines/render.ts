// The words of deadlines beside the notices: late tasks, what is due soon, lines of the log, and reasons.
import type { Day } from '../../domain/day.ts';
import type { Milestone, Release, Task } from '../../domain/release.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { mention } from '../../text/mention.ts';
import { shorten } from '../../text/shorten.ts';
import { countWords, dayWords, distanceWords } from '../../text/words.ts';
import type { Notice } from './notices.ts';
import type { Nudge } from './nudges.ts';

const LONGEST_TITLE = 80;

export const render = {
  nudge: ({ task, holders }: Nudge, workingDays: number) =>
    [
      `${holders.map(mention).join(', ')}: this was due on **${dayWords(task.due)}**, ${countWords(workingDays, 'working day')} ago.`,
      'Close the issue if it is done. If it needs longer, say in a word what is in the way.',
    ].join(' '),
  nudgeEntry: ({ task, issue }: Nudge) =>
    `Asked about ${title(task.title)} (#${issue.number}), due ${dayWords(task.due)}.`,

  toldEntry: (notices: readonly Notice[]) => `Told of ${dated(notices)}.`,
  knownEntry: (notices: readonly Notice[], begins: boolean) =>
    [
      begins ? 'Watches the deadlines from here on.' : '',
      notices.length === 0 ? '' : `Said by this issue itself, and not once more: ${dated(notices)}.`,
    ]
      .filter((part) => part !== '')
      .join(' '),

  milestone: (milestone: Milestone, today: Day) =>
    `${title(milestone.title)}: ${dayWords(milestone.day)} (${distanceWords(today, milestone.day)})`,
  task: (task: Task, number: number | undefined, late: boolean) =>
    `${number === undefined ? '' : `#${number} `}${title(task.title)}, ${late ? 'was due' : 'due'} ${dayWords(task.due)}`,
  holders: ({ holders, role }: Task) =>
    escapeMarkdown(holders.length > 0 ? holders.join(', ') : (role?.replaceAll('-', ' ') ?? 'nobody')),
  who: (who: string | undefined) => escapeMarkdown(who ?? 'everybody'),

  what: ({ title: name }: Release) => `Deadlines of ${name}`,
  whyNotice: () => 'a deadline is near enough to be told',
  whyNudge: () => 'it is late, and nobody said that it is done',
  whyLedger: () => 'the log keeps what was told, once',
  raised: (milestone: Milestone) =>
    `${milestone.title} is told a week before, too: the config says less, and teams need that week`,
  held: (tasks: number) =>
    `${countWords(tasks, 'late task')} not brought up today: the same people were mentioned often enough`,
};

function dated(notices: readonly Notice[]): string {
  return notices.map(({ milestone }) => `${title(milestone.title)} (${dayWords(milestone.day)})`).join(', ');
}

function title(text: string): string {
  return escapeMarkdown(shorten(text, LONGEST_TITLE));
}
