// What follows a no-go: a pull request that moves the milestone, or the command that does it.
import { type Day, addDays } from '../../domain/day.ts';
import type { DesiredPull, PullMention } from '../../domain/desired.ts';
import type { OwnIssue } from '../../domain/observed.ts';
import type { Span } from '../../domain/span.ts';
import { addWorkingDays } from '../../domain/working-days.ts';
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
  const { release, milestone, config, tracking } = vote;
  const id = config.slip ?? milestone.id;
  const moved = release.milestones.find((one) => one.id === id);
  const because = render.because(milestone);
  const command = `/release slip ${id} +${spanWords(config['slip-by'])} because ${because}`;
  if (moved === undefined) return { pulls: [], words: [render.command(command, `${id} has no day.`)] };
  const to = later(moved.day, config['slip-by'], around.source.spec.holidays);
  const pull = slipPull({
    moves: [{ milestone: id, to }],
    because,
    release,
    context: around,
    done: doneness(release, tracking, around.observed.ownIssues).done,
    tracking: tracking.number,
    entry,
    why: render.whySlip(),
  });
  if ('problem' in pull) return { pulls: [], words: [render.command(command, pull.problem)] };
  const words = render.proposed(`${id} to ${to}`);
  return {
    pulls: [{ ...pull, unasked: true }],
    pull: { branch: pull.branch, words, otherwise: render.refused(command) },
    words: [],
  };
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
