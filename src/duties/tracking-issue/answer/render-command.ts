// The words with which commands about a release and its tasks are answered.
import type { CommandBook } from '../../../commands/book.ts';
import { renderCommandList } from '../../../commands/render-answers.ts';
import type { Release, Task } from '../../../domain/release.ts';
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { IN_CHECKLIST, andMore } from '../../../text/more-words.ts';
import { clockWords, dayWords } from '../../../text/words.ts';

/** What TASK is, for the page. */
export const TASK_NOTE =
  'TASK is a part of its title, its id, or `#12` for its issue; in the issue of a task you can omit it. For a recurring task, a command applies to the next open occurrence; `undo` applies to the last completed one.';

/** What it is to be muted, for the page. */
export const MUTE_PAGE = {
  heading: 'Mute',
  text: "`/release mute` is for one person and one release: relcomms no longer mentions or assigns them in the status, in announcements, and in new task issues, and nobody can assign them with a command. They keep their current assignments, and they can still `take` a task. To stop GitHub's own notifications about an issue, select “Unsubscribe” in its sidebar. To opt out of all releases, write `opt-out: yes` under `people` in the config.",
};

export function renderHelp(book: CommandBook): string {
  return [
    'Write a command at the start of a line:',
    '',
    renderCommandList(book),
    '',
    'TASK is a part of its title, its id, or #12 for its issue; in the issue of a task you can omit it.',
  ].join('\n');
}

/** What it means to be muted, or no longer to be. */
export function renderMuted(on: boolean, optedOut: boolean, release: Release): string {
  const title = escapeMarkdown(release.title);
  if (on)
    return `Muted: relcomms no longer mentions or assigns you in ${title}. You keep your current assignments. To stop GitHub's own notifications, select **Unsubscribe** in the sidebar. To undo, comment \`/release unmute\`.`;
  return optedOut
    ? 'The config opts you out of all releases (`opt-out` under `people`). Until that changes, relcomms neither mentions nor assigns you.'
    : `relcomms mentions and assigns you in ${title} again.`;
}

/** One line each. */
export const answer = {
  notClosed: () =>
    'This is for a tracking issue that was closed before its cycle was over. Close the issue first; relcomms then asks.',
  noReason: () => 'Why? Write `/release skip TASK because REASON`.',
  noPerson: () => 'Which person? Write `/release assign TASK @LOGIN`.',
  noIssue: () => 'The task has no open issue to assign.',
  quiet: (login: string) =>
    `${escapeMarkdown(login)} asked not to be assigned by relcomms; assign them by hand if they agree.`,
  muteName: (on: boolean) =>
    `This is about yourself only. Write \`/release ${on ? 'mute' : 'unmute'}\` alone.`,
  notAssigned: (login: string) =>
    `GitHub did not assign ${escapeMarkdown(login)}. It assigns people who can read the repository and take part in it, ten per issue.`,
  cleanupForm: () => 'Write `/release cleanup`, or `/release cleanup confirm`.',
  noRemoval: () =>
    "relcomms couldn't open the pull request. Add `enabled: no` at the top of the config yourself; the run report has GitHub's answer.",
  noSwap: () =>
    "relcomms couldn't open the pull request, so it swapped nothing. It needs write permission for contents and pull requests; the run report has GitHub's answer.",
  noPull: () =>
    "relcomms couldn't open the pull request, so it proposed no date. It needs write permission for contents and pull requests; the run report has GitHub's answer.",
};

/** Longest list of tasks that a command may have meant. */
const SHOWN = 5;

/** Why it is not clear which task is meant. */
export const findWords = {
  which: () => 'Which task? Write a part of its title, its id, or #12 for its issue.',
  noTaskIssue: (number: string) => `#${number} is not the issue of a task of this release.`,
  none: (guess: string | undefined) =>
    `No task has these words in its title.${guess === undefined ? '' : ` Did you mean ${codeSpan(guess)}?`}`,
  several: (tasks: readonly Task[]) => {
    const rest = andMore(tasks.length - SHOWN, IN_CHECKLIST).map((more) => `- ${more}`);
    const shown = tasks
      .slice(0, SHOWN)
      .map(
        (task) =>
          `- ${codeSpan(task.id)} ${escapeMarkdown(task.title)}, due ${dayWords(task.due)}${clockWords(task.clock)}`,
      );
    return [
      `${tasks.length} tasks have these words in their titles; write the id of one:`,
      '',
      ...shown,
      ...rest,
    ].join('\n');
  },
};
