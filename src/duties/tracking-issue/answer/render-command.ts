// The words with which commands are answered.
import type { Giver } from '../../../commands/may.ts';
import { REASON_LIMIT, usageOf } from '../../../commands/parse.ts';
import { COMMANDS, RIGHT_WORDS, type Right } from '../../../commands/table.ts';
import type { Release, Task } from '../../../domain/release.ts';
import type { SlipTable } from '../../../domain/slip.ts';
import { codeSpan, escapeMarkdown } from '../../../text/escape-markdown.ts';
import { dayWords } from '../../../text/words.ts';
import { renderSlipMarkdown } from '../../../text/slip-markdown.ts';

/** Longest table in a pull request; GitHub takes 65,536 characters. */
const PULL_LIMIT = 60_000;

/** Longest command that an answer repeats, in characters; the log repeats the reason as well. */
const LINE_LIMIT = 120;

/** A line and our answer to it, made of our own words and escaped ones. */
export interface LineReply {
  readonly line: string;
  readonly reply: string;
}

export function renderCommandEntry(author: string, line: string, words: string): string {
  return `${escapeMarkdown(author)}: ${command(line, LINE_LIMIT + REASON_LIMIT)}, ${escapeMarkdown(words)}`;
}

export function renderHelp(): string {
  return [
    'Write a command at the start of a line:',
    '',
    ...COMMANDS.map((row) => `- ${codeSpan(usageOf(row))} ${row.help}`),
    '',
    'TASK is a part of its title, its id, or #12 for its issue; in the issue of a task it can be left out.',
  ].join('\n');
}

/** Says to whom and to which line each answer belongs; several answers stand below each other. */
export function renderAnswers(author: string, replies: readonly LineReply[]): string {
  return replies
    .map(({ line, reply }) => {
      const to = `${escapeMarkdown(author)}, ${command(line)}:`;
      return reply.includes('\n') ? `${to}\n\n${reply}` : `${to} ${reply}`;
    })
    .join('\n\n');
}

export function renderTooMany(most: number): string {
  return `One comment may hold ${most} commands; this one is left. Write it in a comment of its own.`;
}

/** Why the answer is no, in one line. */
export function renderRefusal(right: Right, { permission, teams }: Giver): string {
  if (permission === 'unknown')
    return 'GitHub did not say what you may do here, so the answer is no. Write the command once more later.';
  const only = `Only ${RIGHT_WORDS[right]}, can do this.`;
  if (teams.unknown.length === 0) return only;
  const names = teams.unknown.map(escapeMarkdown).join(', ');
  return `${only} Whether you are in ${names} could not be looked up, so it counts as no: relcomms needs the right to read the members of the organisation, which the token of a workflow can't have.`;
}

/** What it means to be muted, or no longer to be. */
export function renderMuted(on: boolean, optedOut: boolean, release: Release): string {
  const title = escapeMarkdown(release.title);
  if (on)
    return `relcomms mentions and assigns you no more in ${title}. What you are assigned to stays yours; GitHub's own mails stop when you unsubscribe in the sidebar. \`/release unmute\` takes it back.`;
  return optedOut
    ? 'The config says that you opt out of all releases (`opt-out` under `people`); as long as that stands, relcomms neither mentions nor assigns you.'
    : `relcomms mentions and assigns you in ${title} again.`;
}

/** One line each. */
export const answer = {
  nothingToAnnounce: () =>
    'Write the text behind it, for example `/release announce The test cluster is down until noon.`',
  nobodyToTell: () => 'Nobody hears of announcements here: the config names no `audiences`.',
  notAnnounced: () =>
    'It did not go out everywhere. The report of the run says where and why; once that is mended, give the command again.',
  nothingAsked: () => 'Nobody is asked here: the config has no section `acknowledge`.',
  noTeam: () => 'Of which team? You are in none of those that the config names.',
  noSuchMessage: () => 'No message with that name waits here; its preview ends with the command to write.',
  onPulls: (name: string) => `\`/release ${name}\` is for pull requests; write it there.`,
  onCases: (name: string) => `\`/release ${name}\` is for the issues of failing tests; write it there.`,
  noReason: () => 'Why? Write `/release skip TASK because REASON`.',
  noPerson: () => 'Whom? Write `/release assign TASK @LOGIN`.',
  noIssue: () => 'The task has no open issue to assign.',
  quiet: (login: string) =>
    `${escapeMarkdown(login)} asked not to be assigned by relcomms; assign them by hand if they agree.`,
  muteName: (on: boolean) =>
    `This is about yourself only. Write \`/release ${on ? 'mute' : 'unmute'}\` alone.`,
  notAssigned: (login: string) =>
    `GitHub did not assign ${escapeMarkdown(login)}. It assigns people who can read the repository and take part in it, ten per issue.`,
  noPull: () =>
    'The pull request could not be opened, so no date is proposed. relcomms needs the right to write contents and pull requests for it; the report of the run says what GitHub answered.',
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
    const rest = tasks.length > SHOWN ? [`- and ${tasks.length - SHOWN} more`] : [];
    const shown = tasks
      .slice(0, SHOWN)
      .map((task) => `- ${codeSpan(task.id)} ${escapeMarkdown(task.title)}, due ${dayWords(task.due)}`);
    return [
      `${tasks.length} tasks have these words in their titles; write the id of one:`,
      '',
      ...shown,
      ...rest,
    ].join('\n');
  },
};

/** The text of a pull request that moves a date; `tracking` is the number of the tracking issue. */
export function renderPull(table: SlipTable, tracking: number | undefined): string {
  const merged = 'When this is merged, the tracking issue, the GitHub milestone and the task issues follow';
  return [
    renderSlipMarkdown(table).slice(0, PULL_LIMIT),
    `${merged}, and one comment tells everybody concerned.${tracking === undefined ? '' : ` Tracking issue: #${tracking}`}`,
  ].join('\n\n');
}

function command(line: string, limit = LINE_LIMIT): string {
  const characters = Array.from(line);
  return codeSpan(characters.length <= limit ? line : `${characters.slice(0, limit).join('')}…`);
}
