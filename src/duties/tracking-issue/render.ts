// The words of the tracking issue duty: titles, ledger lines and reasons.
import { LABEL_WORDS, MILESTONE_WORDS } from '../../text/our-marks.ts';
import type { Day } from '../../domain/day.ts';
import type { Problem } from '../../domain/problem.ts';
import { type Release, type Task, countdownName } from '../../domain/release.ts';
import { escapeMarkdown } from '../../text/escape-markdown.ts';
import { countWords, dayWords } from '../../text/words.ts';
import type { LeftBehind } from './left-behind.ts';
import { doneWords, weekAt } from './body/render-status.ts';

/** Colours for labels that have to be made, readable on light and dark: one per first letter's group. */
const COLORS = ['1d76db', '0e8a16', '5319e7', 'b60205', 'd93f0b', '006b75'] as const;

/** A label's colour: always the same for the same name. */
export function labelColor(name: string): string {
  const sum = Array.from(name).reduce((total, character) => total + (character.codePointAt(0) ?? 0), 0);
  return COLORS[sum % COLORS.length] ?? COLORS[0];
}

export const render = {
  title: nameOf,
  labelDescription: () => LABEL_WORDS.release,
  milestoneDescription: (release: Release) => `${nameOf(release)}${MILESTONE_WORDS}`,

  openedEntry: (release: Release) =>
    `Opened this issue. The cycle runs from ${dayWords(release.start)} to ${dayWords(release.end)}, release day is ${dayWords(release.release)}.`,
  welcomeEntry: (logins: readonly string[]) =>
    logins.length === 0
      ? 'Nobody has a role: the start of the cycle was announced to nobody.'
      : `Announced the start of the cycle to ${logins.map(escapeMarkdown).join(', ')}.`,
  welcomeElsewhere: (host: number) => `Announced the start of the cycle in #${host}.`,
  assignedEntry: (login: string, role: string) =>
    `Assigned ${escapeMarkdown(login)} (${escapeMarkdown(role)}).`,
  notAssignedEntry: (login: string, role: string) =>
    `Could not assign ${escapeMarkdown(login)} (${escapeMarkdown(role)}): GitHub does not let this person be assigned here. Give them access to the repository.`,
  /** `elsewhere`: the issue that the handoff is in, where it is another one. */
  closedEntry: (
    release: Release,
    done: ReadonlySet<string>,
    skipped: ReadonlySet<string>,
    elsewhere: number | undefined,
  ) =>
    `Handed off${elsewhere === undefined ? '' : ` in #${elsewhere}`} and closed this issue after week ${release.weeks.length}. Done: ${doneWords(release, done, skipped)}.`,

  whyWelcome: () => 'the cycle has started: relcomms mentions everybody with a role once',
  whyOpen: (release: Release) => `the cycle of ${release.title} is open and has no tracking issue`,
  whyBody: (release: Release, today: Day) => {
    const week = weekAt(release, today);
    const place =
      week === undefined ? 'before week 1' : `week ${week.number}, ${countdownName(week.countdown)}`;
    return `the dates, the tasks or their state have changed (${dayWords(today)}, ${place})`;
  },
  whyOver: () => 'the cycle is over',
  whyCloseQuestion: () => 'people closed the tracking issue, and more of the release is still open',
  whyAskedToClose: () => 'a command closes what belongs to the closed tracking issue',
  closeAskedEntry: () => 'Asked whether to close the task issues, the GitHub milestone, and the pin as well.',
  closeAnsweredEntry: (count: number) =>
    `Closed what belongs to this issue, as a command asked: ${countWords(count, 'task issue')}, the GitHub milestone, and the pin.`,
  whyCarried: ({ title }: Release) => `the cycle is over, and open tasks are carried over to ${title}`,
  whyCarriedOver: () => 'the tracking issue lists what earlier releases left to this one',
  carriedEntry: (count: number, { title }: Release) =>
    `Carried ${countWords(count, 'open task')} over to ${escapeMarkdown(title)}.`,
  whySummary: () => 'the cycle is over: the summary replaces the daily state',
  whyClosed: (release: Release) =>
    `week ${release.weeks.length}, the last of the cycle, ended on ${dayWords(release.end)}`,
  whyHandOver: () => 'the cycle is over: the team gets one summary',
  whyProposal: () =>
    'the next cycle gets a proposal with the tasks that people added, skipped, or never needed',
  whyLedger: () => 'the log lists each event once',
  whyLabel: () => 'the config lists it and the repository does not have it',
  whyMilestone: (release: Release) => `release day is ${dayWords(release.release)}`,
  whyState: () => 'the next run must know the changes since this one',
  whyTask: (task: Task, tasks: string) =>
    tasks === 'all' ? 'every task is an issue of its own' : `it is due on ${dayWords(task.due)}`,
  whyTaskBody: () => 'its text, days, or people have changed',
  whyTaskClosed: () => 'its checkbox in the tracking issue is checked',
  whyTaskLabel: () => 'a current task has this label',
  whyHolds: (task: Task) => `holds the task${task.role === undefined ? '' : ` as ${task.role}`}`,
  whyAsked: () => 'a command names this person',
  whyAssign: (role: string) => `holds the role ${role}`,

  unusable: (problem?: Problem) =>
    `the config could not be used with the new tasks${problem === undefined ? '' : `: ${problem.message}`}`,
  ofKind: (kind?: string) =>
    kind === undefined
      ? 'the release has tasks or roles of its own; add what the next release should have'
      : `the release is of the kind "${kind}"; add what all of its kind should have under "tasks" of that kind`,
  saysMore: () => 'the config would say more than the new tasks',

  notYet: (opens: Day) => `opens on ${dayWords(opens)}`,
  over: () => 'the cycle is over and had no tracking issue; relcomms opens nothing for the past',
  finished: () => 'the cycle is over and the issue is closed',
  closedEarly: (number: number) =>
    `#${number} was closed by hand before the cycle was over, so there is no handoff; reopen it to get one`,
  closedByHand: (number: number) => `#${number} was closed by hand; reopen it to continue`,
  reopenedByHand: (number: number) => `#${number} was reopened by hand after the cycle; it stays as it is`,
  leftBehind: ({ version, tasks }: LeftBehind) =>
    `it is the open tracking issue of ${version}, which the config no longer names: close it${tasks === 0 ? '' : ` and its ${countWords(tasks, 'task issue')}`}, or put the version back into the config`,
  noRoom: () =>
    'the body has no room left for the checklist: shorten the text that people added to the issue',
  tooManyTasks: (count: number) =>
    `${countWords(count, 'task')} stay checkboxes: below one issue there is room for 100 others, and 10 of them are left to people`,
  noPinLeft: () =>
    'not pinned: the repository has three pinned issues already, which is all that GitHub allows',
};

/** `Release Kyma 1.10`; `Autumn release` says it itself. */
function nameOf({ title }: Release): string {
  return /\brelease\b/i.test(title) ? title : `Release ${title}`;
}
