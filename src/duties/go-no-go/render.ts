// The words of a vote that people read outside of its comment: answers to commands, the log, reminders, and what blocks.
import type { Day } from '../../domain/day.ts';
import type { Milestone } from '../../domain/release.ts';
import type { Ballot } from '../../domain/votes.ts';
import { clockWords } from '../../text/clock-words.ts';
import { codeSpan, escapeMarkdown } from '../../text/escape-markdown.ts';
import { mention, mentionTeam } from '../../text/mention.ts';
import { dayWords, listWords } from '../../text/words.ts';
import type { Rule } from './config.ts';
import type { Voter } from './voters.ts';
import type { Vote } from './votes.ts';

const HOW = 'comment `/release go` or `/release no-go because REASON`';

/** What the rule asks for, behind "go if". */
export const RULE_WORDS: Readonly<Record<Rule, string>> = {
  every: 'everybody votes go',
  majority: 'more than half of the voters vote go',
  apache: 'at least three vote go, and more vote go than no-go',
};

export const render = {
  openedEntry: ({ milestone, ...vote }: Vote) =>
    `Opened the vote on ${dated(milestone)}, until ${endOf({ milestone, ...vote })}.`,
  ask: (vote: Vote, missing: readonly Voter[]) =>
    `${missing.map(pinged).join(', ')}: your vote on **${title(vote.milestone)}** is missing. The vote ends ${endOf(vote)}. Please ${HOW}, or react with 👍 or 👎 to the comment of the vote.`,
  askEntry: (vote: Vote, missing: readonly Voter[]) =>
    `Asked ${names(missing)} to vote on ${dated(vote.milestone)}.`,
  resultEntry: (vote: Vote, result: Ballot) => `The vote on ${dated(vote.milestone)} ended: ${result}.`,
  toldEntry: (vote: Vote) => `Announced the result of the vote on ${dated(vote.milestone)}.`,
  result: (vote: Vote, result: Ballot, no: readonly string[], missing: readonly string[]) =>
    [
      `**${result === 'go' ? 'Go' : 'No-go'}** for ${dated(vote.milestone)}.`,
      ...(no.length === 0 ? [] : [`No-go: ${listed(no)}.`]),
      ...(missing.length === 0 ? [] : [`Did not vote: ${listed(missing)}.`]),
    ].join(' '),
  proposed: (days: string) => `To move ${days}, review and merge`,
  opened: ({ number, day, release }: { readonly number: number; readonly day: Day; readonly release: Day }) =>
    `To open RC${number} on ${dayWords(day)}, with release day on ${dayWords(release)}, review and merge`,
  command: (slip: string, problem: string) =>
    `relcomms could not write the new date: ${escapeMarkdown(problem)} To move it, comment ${codeSpan(slip)}.`,
  refused: (slip: string) =>
    `GitHub did not let relcomms open a pull request that moves the date. To move it, comment ${codeSpan(slip)}.`,
  because: (milestone: Milestone) => `no-go for ${milestone.title}`,
  stillOpen: (vote: Vote, missing: readonly Voter[]) =>
    missing.length === 0
      ? `The vote on ${dated(vote.milestone)} is open until ${endOf(vote)}; everybody voted`
      : `The vote on ${dated(vote.milestone)} is open until ${endOf(vote)}; missing: ${names(missing)}`,
  noGo: (vote: Vote, no: readonly string[]) =>
    `No-go for ${dated(vote.milestone)}${no.length === 0 ? '' : ` from ${listed(no)}`}`,
  notKnown: (vote: Vote) => `The result of the vote on ${dated(vote.milestone)} is not known`,
  leads: () => 'the release leads',
  whyOpen: () => 'its vote is open',
  whyAsk: () => 'their votes are missing',
  whyResult: () => 'the vote has ended',
  whyMoved: () => 'the milestone has another day now',
  whySlip: () => 'the vote ended with no-go',
  unread: (vote: Vote) => `the vote on ${vote.milestone.title} of ${vote.release.version}`,
};

/** Answers to the commands, and what is said of them in help. */
export const answers = {
  helpGo: () => 'votes go on a milestone',
  helpNoGo: () => 'votes no-go on a milestone',
  helpOpen: () => 'opens the vote on a milestone before its time',
  note: (ballot: Ballot) =>
    ballot === 'go'
      ? 'With one open vote, `go` and `no-go` need no MILESTONE. The reason is optional. Until the vote ends, your last vote counts, whether it is a comment or a reaction to the comment of the vote.'
      : 'A `no-go` for a team counts until the same person votes `go`.',
  off: () => 'There are no votes here: the config has no section `go-no-go`.',
  voted: (ballot: Ballot) => `voted ${ballot}`,
  opened: () => 'opened the vote',
  none: () => 'No vote is open here.',
  which: (open: readonly Vote[]) =>
    `More than one vote is open. Name the milestone: ${open.map(({ milestone: { id } }) => codeSpan(id)).join(', ')}.`,
  unknown: (all: readonly Vote[]) =>
    all.length === 0
      ? 'The config has no vote on a milestone of this release.'
      : `There is no vote with this name. Votes of this release: ${all.map(({ milestone: { id } }) => codeSpan(id)).join(', ')}. Put \`because\` before a reason.`,
  notOpen: (vote: Vote) =>
    vote.ends <= vote.opens
      ? answers.none()
      : `The vote on ${title(vote.milestone)} is not open. It opens ${clock(vote, vote.opens)}; a release lead can open it with ${codeSpan(`/release go-no-go ${vote.milestone.id}`)}.`,
  isOpen: (vote: Vote) => `The vote on ${title(vote.milestone)} is open already.`,
  late: (vote: Vote) =>
    `The vote on ${title(vote.milestone)} ended ${endOf(vote)}${vote.memory?.result === undefined ? '' : ` with ${vote.memory.result.result}`}. Votes after that do not count.`,
};

/** On the page of the sandbox: plain text. */
export const pages = {
  title: (version: string, milestone: Milestone) =>
    `${version}: ${milestone.title} on ${dayWords(milestone.day)}`,
  state: (result: string | undefined) => (result === undefined ? 'The vote is open.' : `Result: ${result}`),
  head: () => ['Voter', 'Vote', 'By', 'Reason'],
  ballot: (ballot: Ballot | undefined) => ballot ?? 'no vote yet',
};

export function dated(milestone: Milestone): string {
  return `${title(milestone)}, ${dayWords(milestone.day)}`;
}

export function title(milestone: Milestone): string {
  return escapeMarkdown(milestone.title);
}

/** `Tue 3 Nov 18:00 Europe/Berlin`. */
export function endOf(vote: Vote): string {
  return clock(vote, vote.ends);
}

export function clock({ milestone: { zone } }: Vote, at: Vote['ends']): string {
  return `${clockWords(at, zone)} ${zone}`;
}

export function names(voters: readonly Voter[]): string {
  return listed(voters.map(({ name }) => name));
}

function listed(all: readonly string[]): string {
  return listWords(all.map(escapeMarkdown));
}

export function pinged({ kind, name }: Voter): string {
  return kind === 'team' ? mentionTeam(name) : mention(name);
}
