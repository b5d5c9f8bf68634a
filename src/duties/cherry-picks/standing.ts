// What of the cherry-picks stands before the release: fixes that nobody has picked, and picks with something wrong.
import { type Instant, dayAt } from '../../domain/day.ts';
import type { Milestone } from '../../domain/release.ts';
import type { Standing, StandingReminder } from '../../domain/standing.ts';
import { unpickedWords } from '../../picks/render.ts';
import type { CherryPicksInput } from './input.ts';
import type { Faulty, Picture } from './judge/picture.ts';
import type { Missing } from './judge/missing.ts';
import { render } from './render.ts';
import { askable, teamOf } from './team.ts';
import { isClosed, nextOf } from './window.ts';

export function standingOf(picture: Picture, input: CherryPicksInput): Standing[] {
  const next = nextOf(picture.window, input.now);
  if (next === undefined) return [];
  return [
    ...picture.missing.map((one) => missingRow(one, picture, next, input)),
    ...picture.reverted.map((one) => revertedRow(one, picture, next, input)),
    ...picture.faulty.map((one) => faultyRow(one, picture, next, input)),
  ];
}

function missingRow(
  { fix, branches }: Missing,
  { window }: Picture,
  next: Milestone,
  input: CherryPicksInput,
): Standing {
  const isLate = isClosed(window, input.now);
  return {
    release: window.release.version,
    kind: 'cherry-pick',
    key: `fix/${fix.number}`,
    severity: isLastDay(next, input.now) ? 'red' : 'amber',
    milestone: next.id,
    team: teamOf(fix.author, input),
    text: `${unpickedWords(fix, branches)}${isLate ? ' by the deadline' : ''}`,
    owner: render.owner(fix.author.login),
    asks: askable(fix.author),
    reminder: reminderOf(askable(fix.author), render.ask(fix, branches, isLate ? undefined : next)),
    since: fix.mergedAt,
  };
}

/** What the default branch took back is not asked for; that it is still marked is in the way of nothing. */
function revertedRow(
  { fix }: Missing,
  { window }: Picture,
  next: Milestone,
  input: CherryPicksInput,
): Standing {
  return {
    release: window.release.version,
    kind: 'pick-fault',
    key: `fix/${fix.number}`,
    severity: 'amber',
    milestone: next.id,
    team: teamOf(fix.author, input),
    text: render.revertedFix(fix),
    owner: render.owner(fix.author.login),
    asks: askable(fix.author),
    since: fix.mergedAt,
  };
}

function faultyRow(one: Faulty, { window }: Picture, next: Milestone, input: CherryPicksInput): Standing {
  return {
    release: window.release.version,
    kind: 'pick-fault',
    key: `pick/${one.number}`,
    severity: 'amber',
    milestone: next.id,
    team: teamOf(one.owner, input),
    text: render.faulty(one),
    owner: render.owner(one.owner?.login),
    asks: askable(one.owner),
    reminder: one.isOpen ? reminderOf(askable(one.owner), render.check(one)) : undefined,
  };
}

function reminderOf(names: readonly string[], text: string): StandingReminder | undefined {
  return names.length === 0 ? undefined : { names, text };
}

/** From the day itself on it holds the milestone up. */
function isLastDay({ day, zone }: Milestone, now: Instant): boolean {
  return dayAt(now, zone) >= day;
}
