// Which open pull requests are read in full: all that may matter to a release, and some of the others in turn.
import type { Instant } from '../../../domain/day.ts';
import { present } from '../../present.ts';
import { committedAtOf } from './listed-pulls.ts';
import type { Setting } from '../fact.ts';
import type { Listed, ListedPull } from './light-list.ts';
import type { PullsQuestion } from './question.ts';

/** As many as one request reads are read anyway. */
const ALL = 50;
/** Of the others, those that changed last: a command or a change of heart is among them. */
const NEWEST = 20;
/** Fewest of the rest that are read in turn, and in how many turns all of them are; a turn is a quarter of an hour. */
const FEWEST = 10;
const TURNS = 95;
const TURN = 15 * 60_000;

export interface Chosen {
  /** Numbers of those that may matter, lowest first. */
  readonly meant: readonly number[];
  /** Of the others that are read as well, lowest first. */
  readonly others: readonly number[];
}

/** Which of the rest have their turn follows from the time alone: no run has to remember it. */
export function chosenOf(
  listed: readonly Listed[],
  question: PullsQuestion,
  { now, numbers = [] }: Pick<Setting, 'now' | 'numbers'>,
): Chosen {
  const isMeant = ({ pull, isHidden }: Listed): boolean =>
    isHidden || numbers.includes(pull.number) || isTied(pull, question);
  const meant = listed.filter(isMeant).map(({ pull }) => pull.number);
  const others = listed.filter((one) => !isMeant(one)).map(({ pull }) => pull);
  if (listed.length <= ALL)
    return { meant: ordered(meant), others: ordered(others.map(({ number }) => number)) };
  const byChange = others.toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : -1));
  const newest = byChange.slice(0, NEWEST).map(({ number }) => number);
  const rest = ordered(byChange.slice(NEWEST).map(({ number }) => number));
  return { meant: ordered(meant), others: ordered([...newest, ...inTurn(rest, now)]) };
}

function inTurn(rest: readonly number[], now: Instant): number[] {
  const turns = turnsFor(rest.length);
  const turn = Math.floor(now / TURN) % turns;
  return rest.filter((_, index) => index % turns === turn);
}

/** A day has 96 quarters: only with a number prime to that a run that comes at fixed hours meets all turns. */
function turnsFor(count: number): number {
  let turns = Math.max(1, Math.min(TURNS, Math.ceil(count / FEWEST)));
  while (turns % 2 === 0 || turns % 3 === 0) turns -= 1;
  return turns;
}

/** Whether something of it may tie it to a release, or we have left a label on it. */
export function isTied(pull: ListedPull, { branches, labels, ties, since }: PullsQuestion): boolean {
  const { title, baseRefName, headRefName, milestone, files } = pull;
  const worn = present(pull.labels?.nodes).map(({ name }) => name);
  return (
    branches.includes(baseRefName) ||
    isSince(pull, since) ||
    worn.some((name) => isAmong(name, labels) || isAmong(name, ties.labels)) ||
    (milestone !== null && isAmong(milestone.title, ties.milestones)) ||
    ties.titles.some((word) => holds(title, word)) ||
    ties.heads.some((word) => holds(headRefName, word)) ||
    files?.pageInfo.hasNextPage === true ||
    present(files?.nodes).some(({ path }) => ties.paths.some((start) => path.startsWith(start)))
  );
}

/** Opened, or its newest commit made; both are UTC as GitHub writes it. */
function isSince(pull: ListedPull, since: string | undefined): boolean {
  if (since === undefined) return false;
  return (pull.createdAt ?? '') >= since || (committedAtOf(pull) ?? '') >= since;
}

function isAmong(name: string, names: readonly string[]): boolean {
  return names.some((one) => one.toLowerCase() === name.toLowerCase());
}

function holds(text: string, word: string): boolean {
  return text.toLowerCase().includes(word.toLowerCase());
}

function ordered(numbers: readonly number[]): number[] {
  return numbers.toSorted((a, b) => a - b);
}
