// The words of the hand-over: one comment when the cycle is over, for the team and for those who lead the next one.
import type { PullMention } from '../../../domain/desired.ts';
import type { Release, Task } from '../../../domain/release.ts';
import { escapeMarkdown } from '../../../text/escape-markdown.ts';
import { markdownTable } from '../../../text/table.ts';
import { IN_CHECKLIST, IN_LOG, andMore } from '../../../text/more-words.ts';
import { countWords, dayWords } from '../../../text/words.ts';
import type { RoleMoves } from '../boarding/role-moves.ts';
import { NO_MOVES, renderRoleMoves } from '../boarding/render-role-moves.ts';
import type { AddedTask, HandOver } from './hand-over.ts';
import type { LeftOpen } from './left-open.ts';
import { renderMoved } from '../slips/render-slip.ts';
import { holdersWords } from '../body/render-status.ts';
import type { Proposal } from './proposal.ts';

/** Longest list; the rest is counted. */
const LIST_LIMIT = 20;

/** Longest title, in characters. */
const TITLE_LIMIT = 80;

/** The comment without its last line, which is about the pull request. Only what there is has a heading. */
export function renderHandOver(
  release: Release,
  given: HandOver,
  proposal: Proposal,
  left: LeftOpen,
  roles: RoleMoves = NO_MOVES,
): string {
  return [
    `### Handoff of ${escapeMarkdown(release.title)}`,
    `The cycle is over. ${sums(given)}`,
    withdrawnWords(given),
    leftWords(left),
    renderRoleMoves(roles),
    section(
      'Skipped',
      given.skipped,
      ({ task, by, because }) =>
        `${shortTitle(task.title)}, by ${escapeMarkdown(by)}: ${escapeMarkdown(because)}`,
    ),
    lateTable(given),
    section('Never done', given.open, neverDone),
    section('Added by hand', given.added, addedWords),
    section('Run sheet', given.sheet, ({ text }) => text.replace(/^Run sheet: /, ''), IN_LOG),
    section('Moved dates', given.moved, renderMoved, IN_LOG),
    proposal.kind === 'by-hand'
      ? byHand(`No pull request: ${escapeMarkdown(proposal.why)}`, proposal.yaml)
      : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function withdrawnWords({ withdrawn }: HandOver): string {
  if (withdrawn === undefined) return '';
  const { day, by, because } = withdrawn;
  return `**Withdrawn on ${dayWords(day)} by ${escapeMarkdown(by)}:** ${escapeMarkdown(because)}`;
}

function leftWords({ count, end }: LeftOpen): string {
  if (count === 0) return '';
  const issues = countWords(count, 'task issue');
  const [is, them] = count === 1 ? ['is', 'it'] : ['are', 'them'];
  if (end === 'closed')
    return `${issues} that nobody closed ${is} closed as not planned. Reopen what is still needed.`;
  if (end === 'none')
    return `${issues} ${is} still open: the config has no later release to carry ${them} to. Close what is no longer needed.`;
  return `${issues} that nobody closed ${is} carried over to **${escapeMarkdown(end.to.title)}**. Close what is no longer needed.`;
}

/** How the comment ends when there is a pull request. */
export function renderPullMention(proposal: Proposal): PullMention | undefined {
  if (proposal.kind !== 'pull') return undefined;
  return {
    branch: proposal.pull.branch,
    words: '**Proposed for the next checklist:**',
    otherwise: byHand('GitHub does not let relcomms open a pull request here.', proposal.yaml),
  };
}

/** An escaped title, cut to a length that fits into a line. */
export function shortTitle(title: string): string {
  const characters = Array.from(title);
  return escapeMarkdown(
    characters.length <= TITLE_LIMIT ? title : `${characters.slice(0, TITLE_LIMIT - 1).join('')}…`,
  );
}

/** `Of 44 tasks 40 were done, 2 of them late; 1 was skipped and 3 were never done.` */
function sums({ total, done, late: lateTasks, skipped, open }: HandOver): string {
  const late = lateTasks.length === 0 ? '' : `, ${lateTasks.length} of them late`;
  const rest = [
    ...(skipped.length === 0 ? [] : [`${wasWords(skipped.length)} skipped`]),
    ...(open.length === 0 ? [] : [`${wasWords(open.length)} never done`]),
  ];
  const tail = rest.length === 0 ? '' : `; ${rest.join(' and ')}`;
  return `Of ${countWords(total, 'task')} ${wasWords(done)} done${late}${tail}.`;
}

function wasWords(count: number): string {
  return `${count} ${count === 1 ? 'was' : 'were'}`;
}

function lateTable({ late: tasks }: HandOver): string {
  if (tasks.length === 0) return '';
  const rows = tasks
    .slice(0, LIST_LIMIT)
    .map(({ task, on, workingDays }) => [
      `${shortTitle(task.title)}${holdersWords(task)}`,
      dayWords(task.due),
      dayWords(on),
      String(workingDays),
    ]);
  const table = markdownTable(['Task', 'Due', 'Done', 'Working days late'], rows);
  return ['**Late**', table, ...beyond(tasks)].join('\n\n');
}

function neverDone(task: Task): string {
  return `${shortTitle(task.title)}${holdersWords(task)}, due ${dayWords(task.due)}${task.optional ? ', if appropriate' : ''}`;
}

function addedWords({ title, ticked, week }: AddedTask): string {
  return `${shortTitle(title)} (${week === undefined ? '' : `week ${week}, `}${ticked ? 'done' : 'not done'})`;
}

function section<T>(
  heading: string,
  all: readonly T[],
  words: (one: T) => string,
  where = IN_CHECKLIST,
): string {
  if (all.length === 0) return '';
  const lines = all.slice(0, LIST_LIMIT).map((one) => `- ${words(one)}`);
  return [`**${heading}**`, '', ...lines, ...beyond(all, where).map((more) => `- ${more}`)].join('\n');
}

function beyond(all: readonly unknown[], where = IN_CHECKLIST): string[] {
  return andMore(all.length - LIST_LIMIT, where);
}

/** What to write into the config by hand, in a fence that nothing inside can close. */
function byHand(why: string, yaml: string): string {
  const longest = Math.max(2, ...Array.from(yaml.matchAll(/`+/g), (run) => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${why} For the next checklist, add this to \`tasks\` in the config:\n\n${fence}yaml\n${yaml}\n${fence}`;
}
