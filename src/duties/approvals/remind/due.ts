// Who is due to be told of a pull request: at this hour, or as soon as a comment reaches them anyway.
import { type Day, type Instant, dayAt } from '../../../domain/day.ts';
import type { PullAuthor } from '../../../domain/pull.ts';
import type { ApprovalsInput } from '../input.ts';
import { isInDigest } from './by-digest.ts';
import { type Dated, type Memory, heardElsewhere, knows, knowsStage } from './memory.ts';
import { includesName, kindOf, sameName, uniqueNames } from '../../../people/names.ts';
import { MOST_ASKED } from '../judge/pending.ts';
import { type Stage, dueStage, sinceWhen, stagesOf } from './stage.ts';
import { authorKey, saidOn, stageKey } from './told.ts';
import type { Judged } from '../judge/verdict.ts';
import { isAtWork, nextAtWork } from '../../../people/working-time.ts';
import { workingTimeOf } from './working-time-of.ts';

/** A person or team for whom a stage is due. */
export interface Due {
  readonly name: string;
  /** Key of the stage, or of the word to the author. */
  readonly stage: string;
  /** Working days before the deadline; the word to an author has none. */
  readonly days: number;
  /** No reminder comes after it. */
  readonly last: boolean;
}

/** Something that a person or team has to do, and was not told of since its newest stage began. */
export interface Open {
  readonly name: string;
  readonly number: number;
  /** The deadline. */
  readonly day: Day;
  /** They should hear of it before the deadline, and were not told at any stage. */
  readonly first: boolean;
  /** Others are asked, and they could approve in their place. */
  readonly instead: boolean;
}

/** Who could be mentioned for a pull request at a stage, apart from when. */
export function whoFor({ verdict, pull }: Judged, stage: Stage): string[] {
  if (verdict.kind === 'with-author')
    return isTheirs(verdict.fault.kind, pull.author) ? [pull.author.login] : [];
  if (verdict.kind !== 'waiting') return [];
  const shown = verdict.pending.asks.slice(0, MOST_ASKED);
  const asked = shown.filter((ask) => !ask.quiet && kindOf(ask.name) !== 'address');
  const leads = stage.last ? asked.flatMap(({ lead }) => (lead === undefined ? [] : [lead])) : [];
  return uniqueNames([...asked.map(({ name }) => name), ...leads]).filter(
    (name) => !sameName(name, pull.author.login),
  );
}

/** GitHub tells the author of a review itself; bots read no comments, and an account that is gone has no reader. */
function isTheirs(fault: 'checks' | 'conflict' | 'changes', { bot, nobody }: PullAuthor): boolean {
  return fault !== 'changes' && !bot && nobody !== true;
}

/** Who is at work and has to be told now. Around midnight stages differ between zones; then the older one waits. */
export function dueNow(one: Judged, memory: Memory, input: ApprovalsInput): readonly Due[] {
  const due = dueToday(one, memory, input).filter(({ name }) =>
    isAtWork(input.now, workingTimeOf(name, input)),
  );
  const newest = Math.min(...due.map(({ days }) => days));
  return due.filter(({ days }) => days === newest);
}

/** Who would be told now, were it not outside of their working hours; and when these begin. */
export function dueOffHours(
  one: Judged,
  memory: Memory,
  input: ApprovalsInput,
): readonly { readonly name: string; readonly at: Instant; readonly zone: string }[] {
  return dueToday(one, memory, input).flatMap(({ name }) => {
    const time = workingTimeOf(name, input);
    const at = isAtWork(input.now, time) ? undefined : nextAtWork(input.now, time);
    return at === undefined ? [] : [{ name, at, zone: time.zone }];
  });
}

/** At whatever hour of their day. */
function dueToday(one: Judged, memory: Memory, input: ApprovalsInput): readonly Due[] {
  const lastHelp = helpersFor(one).filter((name) => isRequested(name, one));
  return candidates(one, input, lastHelp).flatMap(({ name, zone, stages, dated }): Due[] => {
    const stage = dueStage(stages, dayAt(input.now, zone), sinceWhen(one, zone));
    if (stage === undefined) return [];
    const isAsked = includesName(whoFor(one, stage), name);
    // Before the deadline everybody has heard of it once who was asked for a review, whoever could do it alone.
    const helps = stage.last && includesName(lastHelp, name) && !knows(name, dated, memory);
    if (!(isAsked || helps) || isTold(name, one, dated, stage, zone, memory)) return [];
    if (one.verdict.kind === 'waiting' && isInDigest(name, one, memory, input)) return [];
    if (one.verdict.kind === 'with-author')
      return [{ name, stage: authorKey(one.pull, dated.release), days: 0, last: stage.last }];
    return [{ name, stage: stageKey(one.pull, dated.release, dated.deadline, stage), ...stage }];
  });
}

/** What a comment may as well tell those whom it reaches, at whatever hour; to who could help out, too. */
export function openOf(one: Judged, memory: Memory, input: ApprovalsInput): readonly Open[] {
  const helpers = helpersFor(one);
  return candidates(one, input, helpers).flatMap(({ name, zone, stages, dated }): Open[] => {
    const stage = stages.findLast(({ day }) => day <= dayAt(input.now, zone));
    if (stage === undefined || isTold(name, one, dated, stage, zone, memory)) return [];
    const instead = !includesName(whoFor(one, stage), name);
    if (instead && !includesName(helpers, name)) return [];
    const isWanted = !instead || (stage.last && isRequested(name, one));
    const first = isWanted && (one.verdict.kind === 'with-author' || !knows(name, dated, memory));
    return [{ name, number: one.pull.number, day: dated.deadline.day, first, instead }];
  });
}

function helpersFor({ verdict, pull }: Judged): string[] {
  if (verdict.kind !== 'waiting') return [];
  const { others } = verdict.pending;
  return others
    .filter((name) => kindOf(name) !== 'address' && !sameName(name, pull.author.login))
    .slice(0, MOST_ASKED);
}

function isRequested(name: string, { pull }: Judged): boolean {
  return includesName([...pull.requested.people, ...pull.requested.teams], name);
}

interface Candidate {
  readonly name: string;
  readonly zone: string;
  readonly stages: readonly Stage[];
  readonly dated: Dated;
}

function candidates(one: Judged, input: ApprovalsInput, helpers: readonly string[] = []): Candidate[] {
  const { pull, release, deadline, verdict } = one;
  if (release === undefined || deadline === undefined) return [];
  if (verdict.kind !== 'waiting' && verdict.kind !== 'with-author') return [];
  const stages = stagesOf(deadline, input.config.remind, input.source.spec.holidays);
  return uniqueNames([...stages.flatMap((stage) => whoFor(one, stage)), ...helpers])
    .filter((name) => !input.isQuiet(name, release.version))
    .map((name) => {
      const { zone } = workingTimeOf(name, input);
      return { name, zone, stages, dated: { pull, release, deadline } };
    });
}

/** An author is told once, not at every stage. */
function isTold(
  name: string,
  { verdict, pull }: Judged,
  dated: Dated,
  stage: Stage,
  zone: string,
  memory: Memory,
): boolean {
  if (verdict.kind !== 'with-author') return knowsStage(name, dated, stage, zone, memory);
  const key = authorKey(pull, dated.release);
  return saidOn(pull).some((known) => known.stage === key) || heardElsewhere(name, dated, memory).length > 0;
}
