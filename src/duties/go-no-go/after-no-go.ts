// What follows a no-go: a pull request that moves the milestone, or the command that does it.
import { type Day, addDays, dayAt } from '../../domain/day.ts';
import type { DesiredPull, PullMention } from '../../domain/desired.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Span } from '../../domain/span.ts';
import type { SlipMove } from '../../domain/slip-pull.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
import { lastCandidate, nextCandidate } from '../../schedule/candidates/next.ts';
import { doneness } from '../done.ts';
import type { DutyContext } from '../duty.ts';
import { slipPull } from '../slip-pull.ts';
import type { GoNoGoConfig } from './config.ts';
import { render } from './render.ts';
import type { Vote } from './votes.ts';

interface Followed {
  readonly pulls: readonly DesiredPull[];
  readonly pull?: PullMention | undefined;
  /** Paragraphs of the comment. */
  readonly words: readonly string[];
}

type Around = Pick<DutyContext<GoNoGoConfig>, 'source' | 'releases' | 'now'> & {
  readonly observed: { readonly ownIssues: readonly OwnIssue[] };
};

/** `entry` is the line in the log that waits for it. Nobody asked for the pull request: closed, it stays closed. */
export function afterNoGo(vote: Vote, entry: string, around: Around): Followed {
  const { release, milestone, tracking } = vote;
  const because = render.because(milestone);
  const answer = milestone.candidate === undefined ? moveOf(vote, around) : candidateOf(vote, around);
  if (answer === undefined) return { pulls: [], words: [] };
  const command = `${answer.command} because ${because}`;
  if ('problem' in answer) return { pulls: [], words: [render.command(command, answer.problem)] };
  const pull = slipPull({
    title: answer.title,
    moves: answer.moves,
    because,
    release,
    context: around,
    done: doneness(release, tracking, around.observed.ownIssues).done,
    tracking: tracking.number,
    entry,
    why: render.whySlip(),
  });
  if ('problem' in pull) return { pulls: [], words: [render.command(command, pull.problem)] };
  return {
    pulls: [{ ...pull, unasked: true }],
    pull: { branch: pull.branch, words: answer.words, otherwise: render.refused(command) },
    words: [],
  };
}

/** What is proposed, and the command that proposes it. */
type Proposed = { readonly command: string } & (
  | { readonly title?: string; readonly moves: readonly SlipMove[]; readonly words: string }
  | { readonly problem: string }
);

/** The milestone that the config moves after a no-go. */
function moveOf({ release, milestone, config }: Vote, { source }: Around): Proposed {
  const id = config.slip ?? milestone.id;
  const moved = release.milestones.find((one) => one.id === id);
  const command = `/release slip ${id} +${spanWords(config['slip-by'])}`;
  if (moved === undefined) return { command, problem: `${id} has no day.` };
  const to = later(moved.day, config['slip-by'], source.spec.holidays);
  return { command, moves: [{ milestone: id, to }], words: render.proposed(`${id} to ${to}`) };
}

/** Nothing is proposed while a further candidate comes anyway. */
function candidateOf(vote: Vote, around: Around): Proposed | undefined {
  const { release, milestone, config } = vote;
  if (config.slip !== undefined) return moveOf(vote, around);
  if (lastCandidate(release)?.id !== milestone.id) return undefined;
  const next = nextCandidate(around.source.spec, release, dayAt(around.now, release.timezone));
  const command = '/release candidate';
  if (next === undefined) return { command, problem: 'the config has no further candidate.' };
  return { command, title: next.title, moves: next.moves, words: render.opened(next) };
}

function later(day: Day, { amount, unit }: Span, holidays: readonly Day[]): Day {
  if (unit === 'working-days') return addWorkingDays(day, amount, holidays);
  return addDays(day, amount * (unit === 'weeks' ? 7 : 1));
}

/** As the command takes it: `1w`, `3d`, `5wd`. */
function spanWords({ amount, unit }: Span): string {
  const letters = { days: 'd', 'working-days': 'wd', weeks: 'w' } as const;
  return `${amount}${letters[unit]}`;
}
